import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** A symmetric matrix taken apart. */
export interface SymmetricBasis {
  /** Ascending. */
  readonly eigenvalues: Float64Array;
  /** Unit eigenvectors in the same order, one after the other, n × n; their signs are those that the decomposition gives them. */
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, n × n, row-major. Absolute errors of some 1e−15 of the largest eigenvalue. RangeError if the length is not n².
 * Cost: O(n³), by ml-matrix.
 */
export function symmetricBasis(matrix: Float64Array, n: number): SymmetricBasis {
  if (matrix.length !== n * n) throw new RangeError(`length of matrix must be ${n * n}: ${matrix.length}`);
  const symmetric = Matrix.from1DArray(n, n, matrix);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, k) => k).sort((a, b) => realEigenvalues[a]! - realEigenvalues[b]!);
  return {
    eigenvalues: Float64Array.from(order, (k) => realEigenvalues[k]!),
    vectors: Float64Array.from(order.flatMap((k) => eigenvectorMatrix.getColumn(k))),
  };
}
