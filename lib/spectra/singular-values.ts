import { Matrix, SingularValueDecomposition } from "ml-matrix";

/**
 * The min{rows, columns} singular values of a matrix, row-major, the largest first. Absolute error of some 1e−15 of the largest.
 * RangeError if the length is not rows × columns. Cost: O(rows·columns·min{rows, columns}), by ml-matrix.
 */
export function singularValues(matrix: Float64Array, rows: number, columns: number): Float64Array {
  if (matrix.length !== rows * columns)
    throw new RangeError(`length of matrix must be ${rows * columns}: ${matrix.length}`);
  const options = {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  };
  const { diagonal } = new SingularValueDecomposition(Matrix.from1DArray(rows, columns, matrix), options);
  return Float64Array.from(diagonal).subarray(0, Math.min(rows, columns));
}
