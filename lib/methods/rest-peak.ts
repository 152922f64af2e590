import { h } from "./heavy-ball-constant.ts";

/**
 * The supremum over t ≥ 0 and over all modes λ in [μ, α] of ‖(w_t, w_{t−1})‖/((√β)ᵗ‖(w₀, w₋₁)‖) from rest, w₋₁ = w₀.
 *
 * With z = ηλ and h = h(β, z) the pair over (√β)ᵗ runs round an ellipse with the conjugate half-axes p = (1, 1)/√2 and
 * q = (1 − β − z, 1 − β + z)/√(2h), of which the longest half-axis is √(½(1 + Q + √((Q − 1)² + 4(1 − β)²/h))), Q = ((1 − β)² + z²)/h. That it is
 * at most c means (c² − 1)(c²h − (1 − β)² − z²) ≥ (1 − β)², concave in z, so that the worst mode is one of the ends. It is reached in
 * the limit of many steps when the angle of the roots is an irrational part of π, an upper bound when it is a rational one.
 *
 * At Theorem 12's setting it falls from 1.4753 at κ = 1 to 2/√3: the √κ of C₀ is not paid from rest. NaN where min h ≤ 0. O(1).
 */
export function restPeak(momentum: number, stepSize: number, smallest: number, largest: number): number {
  return Math.max(peakOfMode(momentum, stepSize * smallest), peakOfMode(momentum, stepSize * largest));
}

function peakOfMode(momentum: number, z: number): number {
  const ring = h(momentum, z);
  if (!(ring > 0)) return NaN;
  const friction = (1 - momentum) ** 2;
  const second = (friction + z * z) / ring;
  return Math.sqrt((1 + second + Math.sqrt((second - 1) ** 2 + (4 * friction) / ring)) / 2);
}
