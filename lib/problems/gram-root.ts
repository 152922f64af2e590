import { EigenvalueDecomposition, Matrix, QrDecomposition } from "ml-matrix";

/** A square root of a Gram matrix and what undoes it. */
export interface GramRoot {
  /** k, the number of eigenvalues that are not 0 within rounding. */
  readonly rank: number;
  /** L, n × k, row-major, with G = LLᵀ; entry (i, l) is 0 for l > i. */
  readonly root: Float64Array;
  /** B = Λ^(−1/2)Qᵀ, k × n, row-major: ‖Bx‖² = xᵀG⁺x for x in the range of G = QΛQᵀ. */
  readonly inverseRoot: Float64Array;
}

/** Eigenvalues below this share of the largest count as 0, times n: some roundings of a sum of products. */
const ZERO_SHARE = 4e-16;

/**
 * The root of G = `gram`, n × n, row-major, symmetric and positive semidefinite, n = `count`. With it z = Lg, g ~ N(0, I_k), is a draw
 * from N(0, G), and ‖w − w(0)‖ = ‖B(z − z(0))‖ for weights that differ by a combination of the rows of X. Points that are equal,
 * or more than the dimension, make G singular; then k < n.
 * RangeError if an eigenvalue is clearly negative or not finite. O(n³), by ml-matrix.
 */
export function gramRoot(gram: Float64Array, count: number): GramRoot {
  if (!gram.every(Number.isFinite))
    throw new RangeError(`gram must be finite: ${gram.find((x) => !Number.isFinite(x))}`);
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(
    Matrix.from1DArray(count, count, gram),
    { assumeSymmetric: true },
  );
  const zero = ZERO_SHARE * count * Math.max(...realEigenvalues);
  const least = Math.min(...realEigenvalues);
  if (least < -100 * zero) throw new RangeError(`gram must have no negative eigenvalue: ${least}`);
  const kept = realEigenvalues.flatMap((eigenvalue, k) => (eigenvalue > zero ? [k] : []));
  const scaled = (power: number) =>
    Matrix.from1DArray(
      kept.length,
      count,
      kept.flatMap((k) => eigenvectorMatrix.getColumn(k).map((x) => x * realEigenvalues[k]! ** power)),
    );
  // Turned by the orthogonal factor of its first k columns, Λ^½Qᵀ becomes triangular, which halves the products of a draw.
  const half = scaled(1 / 2);
  const { orthogonalMatrix } = new QrDecomposition(half.subMatrix(0, kept.length - 1, 0, kept.length - 1));
  const triangular = orthogonalMatrix.transpose().mmul(half);
  const root = new Float64Array(count * kept.length);
  for (let i = 0; i < count; i++)
    for (let l = 0; l < kept.length && l <= i; l++) root[i * kept.length + l] = triangular.get(l, i);
  return { rank: kept.length, root, inverseRoot: Float64Array.from(scaled(-1 / 2).to1DArray()) };
}
