import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { norm } from "../norm.ts";

/** How far from 1 the norm of a point may be: wide for rounding, narrow for data that were never normalised. */
const NORM_TOLERANCE = 1e-9;

/**
 * The Gram matrix of an infinitely wide one-layer ReLU network,
 * H̄ᵢⱼ = E[xᵢᵀxⱼ 1{wᵀxᵢ ≥ 0, wᵀxⱼ ≥ 0}] = xᵢᵀxⱼ (π − arccos(xᵢᵀxⱼ)) / (2π) for w ~ N(0, I).
 *
 * `points` holds n = count rows of d = dimension values, row-major. Returns n × n values, row-major and exactly
 * symmetric; the diagonal is exactly ½, so the trace is n/2. Positive definite if no two points are parallel;
 * the same point twice gives two equal rows, hence a singular matrix.
 *
 * Throws a RangeError if n is less than 1, if the length of `points` is not n × d, or if the norm of a row is not 1
 * (within 1e-9).
 *
 * Cost: O(n²d).
 *
 * Source: Wang et al. 2021, eq. (3) (the matrix) and Lemma 17 (its use); the expectation is the share of
 * directions w in the wedge where both products are positive.
 */
export function reluGramMatrix(points: Float64Array, count: number, dimension: number): Float64Array {
  checkPoints(points, count, dimension);
  const gram = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    gram[i * count + i] = 0.5;
    for (let j = 0; j < i; j++) {
      const entry = gramEntry(points, i * dimension, j * dimension, dimension);
      gram[i * count + j] = entry;
      gram[j * count + i] = entry;
    }
  }
  return gram;
}

/**
 * Eigenvalues of the Gram matrix H̄ of `reluGramMatrix`, ascending; their sum is n/2.
 *
 * `points` as there. Two equal points make the smallest eigenvalue 0, which arrives as a number of at most
 * about 1e-16 ‖H̄‖₂ n, of either sign: the caller decides what a condition number may be.
 *
 * Throws what `reluGramMatrix` throws.
 *
 * Cost: O(n²d) for the matrix, O(n³) for the eigenvalues (by ml-matrix, which finds the eigenvectors as well).
 *
 * Source: Wang et al. 2021, Lemma 17.
 */
export function reluGramSpectrum(points: Float64Array, count: number, dimension: number): Float64Array {
  const gram = Matrix.from1DArray(count, count, reluGramMatrix(points, count, dimension));
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  return Float64Array.from(realEigenvalues).sort();
}

/**
 * H̄ of the rows x, y that start at `a` and `b`. With p = ‖x + y‖² and q = ‖x − y‖² the cosine is (p − q)/(p + q),
 * which cannot leave [−1, 1], and the angle is 2 atan2(√q, √p). The arccosine of xᵀy would be wrong by 1e-8 for
 * equal points whose product rounds to 1 − 1e-16, and a singular matrix would then show an eigenvalue of 1e-9.
 */
function gramEntry(points: Float64Array, a: number, b: number, dimension: number): number {
  let p = 0;
  let q = 0;
  for (let k = 0; k < dimension; k++) {
    const x = points[a + k]!;
    const y = points[b + k]!;
    p += (x + y) * (x + y);
    q += (x - y) * (x - y);
  }
  const angle = 2 * Math.atan2(Math.sqrt(q), Math.sqrt(p));
  return (((p - q) / (p + q)) * (Math.PI - angle)) / (2 * Math.PI);
}

function checkPoints(points: Float64Array, count: number, dimension: number): void {
  if (!(count >= 1)) throw new RangeError(`count must be at least 1: ${count}`);
  const expected = count * dimension;
  if (points.length !== expected)
    throw new RangeError(`length of points must be ${expected}: ${points.length}`);
  for (let i = 0; i < count; i++) {
    const length = norm(points.subarray(i * dimension, (i + 1) * dimension));
    if (!(Math.abs(length - 1) <= NORM_TOLERANCE))
      throw new RangeError(`norm of point ${i} must be 1: ${length}`);
  }
}
