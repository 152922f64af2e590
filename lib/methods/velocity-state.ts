/*
 * Heavy ball in the state (x_t, v_t), v_t = (x_t − x_{t−1})/√z, z = ηλ, for each mode: D(x_t, x_{t−1}) with D = [[1, 0], [1, −1]/√z].
 * There the step is B = DAD⁻¹ = [[1 − z, β√z], [−√z, β]]. As √z·(x_t, v_t) = (√(ηλ)x_t, x_t − x_{t−1}) takes the same steps, each bound on the
 * norm of this state holds for the root of the energy ½Σλx_t² + Σ(x_t − x_{t−1})²/(2η), potential and kinetic, as well.
 * Where the mode rings, B/√β = cos φ·I + sin φ·J with J² = −I, det J = 1, and (B/√β)ᵏ = cos kφ·I + sin kφ·J.
 */
import { h } from "./heavy-ball-constant.ts";
import { growth, rootSpread, spectralRadius } from "./heavy-ball-mode.ts";

/**
 * ‖DAᵏD⁻¹‖₂/(√β)ᵏ, the norm of k steps of one mode in the state (x_t, (x_t − x_{t−1})/√z) with the promised decay divided out:
 * bounded by `weightedModeConstant` where the mode rings, growing like k at its border and exponentially outside.
 * k ≥ 0, a whole number; z ≥ 0 (NaN below), β in [0, 1]; at β = 0, the limit: Infinity for k ≥ 1. Never underflows. O(1).
 */
export function weightedPowerNorm(k: number, z: number, momentum: number): number {
  if (k === 0) return 1;
  if (momentum === 0) return Infinity;
  const size = spectralRadius(z, momentum);
  const spread = rootSpread(z, momentum, size);
  const ringing = h(momentum, z) > 0;
  // Bᵏ = C_k·I + S_{k−1}·K, K = B − ½(tr B)I. For a traceless K the singular values are those of a rotation plus a reflection.
  const mean = ringing ? Math.cos(k * spread) : (1 + Math.exp(k * Math.log1p(-spread))) / 2;
  const share = growth(k - 1, spread, ringing) / size;
  const turn = Math.sqrt(4 * mean ** 2 + z * ((1 + momentum) * share) ** 2);
  const stretch = Math.abs(share) * skew(z, momentum);
  return ((size / Math.sqrt(momentum)) ** k * (turn + stretch)) / 2;
}

/**
 * s = ‖J‖₂ = ((1 + β)√z + √((1 − z − β)² + z(1 − β)²))/√h(β, z), the supremum over k of `weightedPowerNorm`: s + 1/s = 2(1 + β)√(z/h).
 * It is the condition number of the eigenvectors in these coordinates, reached in the limit when the angle φ is an irrational part
 * of π, an upper bound when it is a rational one. C₀# of the plain state has 1 for √z in the numerator, and that is its √κ.
 * Least at z = 1 − β, where it is 1/√β. NaN where the mode does not ring (h ≤ 0). z > 0, β in [0, 1]. O(1).
 * Source: our own; J = (2B − (tr B)I)/√h is traceless with determinant 1, and its off-diagonal entries differ by s + 1/s.
 */
export function weightedModeConstant(z: number, momentum: number): number {
  const ring = h(momentum, z);
  return ring > 0 ? ((1 + momentum) * Math.sqrt(z) + skew(z, momentum)) / Math.sqrt(ring) : NaN;
}

/**
 * The supremum of `weightedPowerNorm` over all k ≥ 0 and all modes λ in [μ, α]. h(β, z)/z = 2(1 + β) − z − (1 − β)²/z is concave
 * in z, so that the worst mode is one of the ends. With it ‖(w_t, v_t)‖ ≤ constant·(√β)ᵗ‖(w₀, v₀)‖ in the weighted norm; from rest
 * v₀ = 0, hence ‖w_t‖ ≤ constant·(√β)ᵗ‖w₀‖. At Theorem 12's setting (η = 1/α, β = (1 − 1/(2√κ))²) it lies between the golden
 * ratio and 2.11 for every κ ≥ 1 and tends to √3: there is no √κ in it. NaN where min h ≤ 0. O(1).
 */
export function weightedConstant(
  momentum: number,
  stepSize: number,
  smallest: number,
  largest: number,
): number {
  return Math.max(
    weightedModeConstant(stepSize * smallest, momentum),
    weightedModeConstant(stepSize * largest, momentum),
  );
}

/**
 * √Σ(xᵢ² + (xᵢ − x′ᵢ)²/(ηλᵢ)), the norm of the weighted state of all modes, x = `current` = w_t, x′ = `previous` = w_{t−1}.
 * All three of one length; ηλᵢ > 0; entries whose squares neither over- nor underflow. O(n), allocates nothing.
 */
export function weightedNorm(
  eigenvalues: Float64Array,
  stepSize: number,
  current: Float64Array,
  previous: Float64Array,
): number {
  let squares = 0;
  for (let i = 0; i < current.length; i++) {
    const x = current[i]!;
    squares += x * x + (x - previous[i]!) ** 2 / (stepSize * eigenvalues[i]!);
  }
  return Math.sqrt(squares);
}

/** √((1 − z − β)² + z(1 − β)²): what K stretches by, in its largest direction less in its smallest. */
function skew(z: number, momentum: number): number {
  return Math.sqrt((1 - z - momentum) ** 2 + z * (1 - momentum) ** 2);
}
