import { geometricBound } from "./geometric-bound.ts";

/**
 * ρᵗ, ρ = (√κ − 1)/(√κ + 1), for t = 0 … `steps`: what no first-order method stays below on its worst problem.
 *
 * Quantity: ‖w_t − w*‖/‖w₀ − w*‖. Methods: every one with w_t in w₀ + span{∇f(w₀), …, ∇f(w_{t−1})}, whatever it knows of the
 * spectrum and however it chooses its coefficients (conjugate gradients too). Problems: there is one quadratic with eigenvalues in
 * [μ, α], in infinitely many dimensions, and one start for which the bound holds at all t at once (Nesterov 2004, Theorem
 * 2.1.13); in n dimensions there is for each t < n a quadratic for that t, with even 2ρᵗ/(1 + ρ²ᵗ) in place of ρᵗ (`hardestQuadratic`).
 * It says nothing of one given problem: on a quadratic with n eigenvalues conjugate gradients are at 0 after n steps, and any method
 * may have luck with its start. conditionNumber ≥ 1, else RangeError. O(steps).
 * Source: Nesterov 2004, Theorem 2.1.13; Nemirovsky and Yudin 1983.
 */
export function firstOrderLowerBound(conditionNumber: number, steps: number): Float64Array {
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  const root = Math.sqrt(conditionNumber);
  return geometricBound((root - 1) / (root + 1), 1, steps);
}
