import type { Problem } from "./problem.ts";

/**
 * f(ξ) = ½ξᵀHξ for a symmetric positive semidefinite matrix, n × n, row-major, kept, not copied: under a method on it the iterates are the residuals
 * of a network with the constant kernel H, as an infinitely wide one is. Minimiser 0, least value 0.
 * RangeError if the length of `matrix` is not n², n = `dimension`. Loss and gradient: O(n²).
 */
export function kernelQuadratic(matrix: Float64Array, dimension: number): Problem {
  if (matrix.length !== dimension * dimension)
    throw new RangeError(`length of matrix must be ${dimension * dimension}: ${matrix.length}`);
  return {
    dimension,
    loss(w) {
      let sum = 0;
      for (let i = 0; i < dimension; i++)
        for (let j = 0; j < dimension; j++) sum += matrix[i * dimension + j]! * w[i]! * w[j]!;
      return sum / 2;
    },
    gradient(w, out) {
      for (let i = 0; i < dimension; i++) {
        let sum = 0;
        for (let j = 0; j < dimension; j++) sum += matrix[i * dimension + j]! * w[j]!;
        out[i] = sum;
      }
      return out;
    },
  };
}
