import { symmetricEigenvalues } from "../spectra/symmetric-eigenvalues.ts";
import { evenModes } from "./even-modes.ts";
import type { Modes } from "./modes.ts";

/**
 * ½wᵀAw for a symmetric matrix, n × n, row-major, from a start with the same share of every eigenvector. RangeError if the length is not n², or the matrix is not positive definite within
 * rounding; it names the smallest eigenvalue. O(n³).
 */
export function matrixModes(matrix: Float64Array, n: number): Modes {
  const eigenvalues = symmetricEigenvalues(matrix, n);
  const [smallest, largest] = [eigenvalues[0]!, eigenvalues.at(-1)!];
  const size = Math.max(largest, -smallest);
  if (Math.abs(smallest) <= n * Number.EPSILON * size)
    throw new RangeError(
      "matrix must be positive definite, but its smallest eigenvalue is 0 within rounding",
    );
  if (smallest < 0)
    throw new RangeError(
      `matrix must be positive definite, but its smallest eigenvalue is ${Number(smallest.toPrecision(3))}`,
    );
  return evenModes(eigenvalues);
}
