import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/**
 * The eigenvalues of a symmetric matrix, n × n, row-major, ascending. Absolute error of some 1e−15 of the largest in size.
 * RangeError if the length is not n². Cost: O(n³), by ml-matrix.
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  if (matrix.length !== n * n) throw new RangeError(`length of matrix must be ${n * n}: ${matrix.length}`);
  const symmetric = Matrix.from1DArray(n, n, matrix);
  const { realEigenvalues } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  return Float64Array.from(realEigenvalues).sort();
}
