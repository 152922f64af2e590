import { smallestH } from "../methods/heavy-ball-constant.ts";
import type { Setting } from "../methods/settings.ts";

/** ‖w_t‖ ≤ C(1 + st)(√β)ᵗ‖w₀‖. */
export interface RestBound {
  readonly constant: number;
  readonly slope: number;
}

/**
 * The bound of heavy ball from rest, w₋₁ = w₀, on every quadratic with eigenvalues in [μ, α], where no mode creeps or overshoots; null elsewhere, and
 * at β = 0. Our own.
 *
 * A mode with roots √β e^{±iφ} is x_t = (√β)ᵗ[cos tφ + q sin tφ/sin φ], q = (1 − β − z)/(2√β), z = ηλ. Where all modes ring, the bracket is at most
 * √(1 + (1 − β − z)²/h(β, z)) =: C, and C ≤ c means (c² − 1)h − (1 − β − z)² ≥ 0, concave in z, so that the worst mode is an end. On the borders h = 0, and the
 * bracket is at most 1 + |q|t, largest at an end too: at Polyak's setting 1 + (1 + √β)t, attained at α.
 *
 * Of both the one with a constant is given, but for settings within rounding of a border: min h ≤ 1e−6·ημ. O(1).
 */
export function restBound(
  { stepSize, momentum }: Setting,
  smallest: number,
  largest: number,
): RestBound | null {
  const least = smallestH(momentum, stepSize, smallest, largest);
  const drift = (eigenvalue: number) => Math.abs(1 - momentum - stepSize * eigenvalue);
  const border = NEAR * stepSize * smallest;
  if (!(momentum > 0 && momentum <= 1) || least < -border) return null;
  if (least <= border)
    return { constant: 1, slope: Math.max(drift(smallest), drift(largest)) / (2 * Math.sqrt(momentum)) };
  const reach = (eigenvalue: number) =>
    1 + drift(eigenvalue) ** 2 / smallestH(momentum, stepSize, eigenvalue, eigenvalue);
  return { constant: Math.sqrt(Math.max(reach(smallest), reach(largest))), slope: 0 };
}

/** A mode on a border may seem to lie on either side: β has a rounding, and 1 − √β its part of it. */
const NEAR = 1e-6;
