import { h } from "./heavy-ball-constant.ts";
import { modePower } from "./heavy-ball-mode.ts";

/**
 * A pair (x_t, x_{t−1}) of a ringing mode z = ηλ in the coordinates in which a step is a rotation: with the roots
 * ζ, ζ̄ of x² − (1 + β − z)x + β and the real basis u = (Re ζ, 1), w = (Im ζ, 0),
 *   (x_t, x_{t−1}) = a·u + b·w,  a = x_{t−1},  b = (x_t − Re ζ · x_{t−1})/Im ζ,
 * and A(a·u + b·w) = (a Re ζ + b Im ζ)u + (b Re ζ − a Im ζ)w: each step turns (a, b) by the angle of ζ and shrinks it
 * by |ζ| = √β. NaN where the mode does not ring. O(1). Source: our own; the real form of A = QDQ⁻¹.
 */
export function rotationState(
  z: number,
  momentum: number,
  current: number,
  previous: number,
): [a: number, b: number] {
  const discriminant = h(momentum, z);
  const [real, imaginary] = [(1 + momentum - z) / 2, Math.sqrt(discriminant) / 2];
  return discriminant > 0 ? [previous, (current - real * previous) / imaginary] : [NaN, NaN];
}

/**
 * Aᵏ applied to the unit circle of pairs (x₀, x₋₁): an ellipse, `[x, y, x, y, …]` with `points` + 1 points, closed; its long
 * half-axis is ‖Aᵏ‖₂. k ≥ 0, a whole number; momentum in [0, 1]. O(points).
 */
export function circleImage(k: number, z: number, momentum: number, points: number): Float64Array {
  const [a = 0, b = 0, c = 0, d = 0] = modePower(k, z, momentum, new Float64Array(4));
  const image = new Float64Array(2 * (points + 1));
  for (let i = 0; i <= points; i++) {
    const angle = (2 * Math.PI * i) / points;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    image[2 * i] = a * x + b * y;
    image[2 * i + 1] = c * x + d * y;
  }
  return image;
}
