import type { Problem } from "./problem.ts";

/**
 * f(w) = ½ Σᵢ λᵢ wᵢ², a quadratic in the basis of its Hessian's eigenvectors, with minimiser 0 and least value 0.
 * Any strongly convex quadratic is this one after a rotation and a shift, which every method here commutes with.
 * `eigenvalues`: λ in any order, finite, not negative (else RangeError); kept, not copied. Loss and gradient: O(n).
 */
export function quadratic(eigenvalues: Float64Array): Problem {
  for (const eigenvalue of eigenvalues)
    if (!(eigenvalue >= 0 && eigenvalue < Infinity))
      throw new RangeError(`eigenvalues must be finite and not negative: ${eigenvalue}`);
  const dimension = eigenvalues.length;
  return {
    dimension,
    loss(w) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += eigenvalues[i]! * w[i]! * w[i]!;
      return sum / 2;
    },
    gradient(w, out) {
      for (let i = 0; i < dimension; i++) out[i] = eigenvalues[i]! * w[i]!;
      return out;
    },
  };
}
