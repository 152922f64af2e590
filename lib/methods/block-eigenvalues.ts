import { h } from "./heavy-ball-constant.ts";

/**
 * The eigenvalues θ₁ ≥ θ₂ of PP* for one mode z = ηλ of heavy ball, P = [[ζ, ζ̄], [1, 1]] its eigenvectors:
 * (1 + β) ± √((1 − β)² + (1 + β − z)²).
 * Their product is h(β, z), their sum 2(1 + β); √(θ₁/θ₂) is the sharp constant of Theorem 9. The smaller one is formed
 * from the product, where the difference would cancel. NaN for the smaller where the mode does not ring. O(1).
 * Source: Wang et al. 2021, (58) and (59), in closed form.
 */
export function blockEigenvalues(z: number, momentum: number): { smaller: number; larger: number } {
  const larger = 1 + momentum + Math.hypot(1 - momentum, 1 + momentum - z);
  const product = h(momentum, z);
  return { smaller: product > 0 ? product / larger : NaN, larger };
}
