import { geometricBound } from "./geometric-bound.ts";
import { safeConstant } from "./heavy-ball-constant.ts";

/*
 * What is proved for ‖w_t − w*‖/‖w₀ − w*‖ on every quadratic with eigenvalues in [μ, α], from rest (w₋₁ = w₀),
 * for t = 0 … `steps`. Each is null where its theorem does not apply.
 */

/** Gradient descent: max{|1 − ημ|, |1 − ηα|}ᵗ, attained; null beyond stability, ηα > 2. O(T). */
export function gradientDescentBound(
  smallest: number,
  largest: number,
  stepSize: number,
  steps: number,
): Float64Array | null {
  const factor = Math.max(Math.abs(1 - stepSize * smallest), Math.abs(1 - stepSize * largest));
  return factor <= 1 ? geometricBound(factor, 1, steps) : null;
}

/**
 * Heavy ball: √2 C₀′(√β)ᵗ, by Theorem 12 of Wang et al. 2021 with its constant repaired: ‖w_t‖ is at most the
 * norm of the pair (w_t, w_{t−1}), and the pair starts with √2‖w₀‖. Null where the theorem does not apply. O(T).
 */
export function heavyBallBound(
  smallest: number,
  largest: number,
  stepSize: number,
  momentum: number,
  steps: number,
): Float64Array | null {
  const constant = safeConstant(momentum, stepSize, smallest, largest);
  return momentum <= 1 && Number.isFinite(constant)
    ? geometricBound(Math.sqrt(momentum), Math.SQRT2 * constant, steps)
    : null;
}

/**
 * Nesterov's method at its textbook setting η = 1/α, β = (√κ − 1)/(√κ + 1): √((κ + 1)(1 − 1/√κ)ᵗ). From
 * f(w_t) ≤ (1 − 1/√κ)ᵗ (f(w₀) + ½μ‖w₀‖²) (Nesterov 2004, Theorem 2.2.3), ½μ‖w_t‖² ≤ f(w_t) and
 * f(w₀) ≤ ½α‖w₀‖². O(T).
 */
export function nesterovBound(smallest: number, largest: number, steps: number): Float64Array {
  const conditionNumber = largest / smallest;
  return geometricBound(Math.sqrt(1 - 1 / Math.sqrt(conditionNumber)), Math.sqrt(conditionNumber + 1), steps);
}
