import { Matrix, QrDecomposition, SingularValueDecomposition } from "ml-matrix";

/** What a matrix does to its right-hand side, direction by direction. */
export interface SingularBasis {
  /** The singular values that are not 0 within rounding, σ > max{rows, columns}·ε·σ_max, the largest first. */
  readonly values: Float64Array;
  /** uᵢᵀb for the left singular vectors in the same order; their signs are those that the decomposition gives them. */
  readonly along: Float64Array;
}

/**
 * The singular values σᵢ of a matrix, row-major, and b along its left singular vectors: the least squares solution of least norm has the coordinates uᵢᵀb/σᵢ. A tall matrix is
 * first reduced to its triangle, which leaves both as they are. Absolute error of some 1e−15 of the largest. RangeError if a length is not that of the matrix, or all of it is 0.
 * Cost: O(rows·columns·min{rows, columns}), by ml-matrix.
 */
export function singularBasis(
  matrix: Float64Array,
  rows: number,
  columns: number,
  right: Float64Array,
): SingularBasis {
  if (matrix.length !== rows * columns)
    throw new RangeError(`length of matrix must be ${rows * columns}: ${matrix.length}`);
  if (right.length !== rows) throw new RangeError(`length of right must be ${rows}: ${right.length}`);
  const { small, image } = reduced(matrix, rows, columns, right);
  const { diagonal, leftSingularVectors } = new SingularValueDecomposition(small, { autoTranspose: true });
  const cut = Math.max(rows, columns) * Number.EPSILON * (diagonal[0] ?? 0);
  const values = Float64Array.from(diagonal.filter((value) => value > cut));
  if (values.length === 0) throw new RangeError("matrix must have an entry that is not 0: all are 0");
  const along = values.map((_, k) =>
    image.reduce((sum, value, i) => sum + leftSingularVectors.get(i, k) * value, 0),
  );
  return { values, along };
}

/** R and Qᵀb of a matrix QR with more rows than columns, both from the triangle of [matrix, b]; others as they are. */
function reduced(matrix: Float64Array, rows: number, columns: number, right: Float64Array) {
  const whole = Matrix.from1DArray(rows, columns, matrix);
  if (rows <= columns) return { small: whole, image: right };
  const triangle = new QrDecomposition(whole.addColumn(right)).upperTriangularMatrix;
  const last = columns - 1;
  return {
    small: triangle.subMatrix(0, last, 0, last),
    image: Float64Array.from(triangle.subMatrix(0, last, columns, columns).to1DArray()),
  };
}
