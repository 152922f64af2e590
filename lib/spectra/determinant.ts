import { LuDecomposition, Matrix } from "ml-matrix";

/** The determinant of a matrix, n × n, row-major. RangeError if the length is not n². Cost: O(n³), by ml-matrix. */
export function determinant(matrix: Float64Array, n: number): number {
  if (matrix.length !== n * n) throw new RangeError(`length of matrix must be ${n * n}: ${matrix.length}`);
  return new LuDecomposition(Matrix.from1DArray(n, n, matrix)).determinant;
}
