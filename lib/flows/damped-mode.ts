/*
 * One mode of a damped flow, ẍ + bẋ + Λx = 0. With h = b/2 and D = h² − Λ,
 *   x(t) = x₀C + (ẋ₀ + hx₀)S,   ẋ(t) = ẋ₀C − (Λx₀ + hẋ₀)S,
 *   (C, S) = e^{−ht}(cos ωt, sin ωt/ω) where D = −ω² < 0 (the mode rings),
 *   (C, S) = (e₁ + e₂, (e₁ − e₂)/k)/2, e₁ = e^{−Λt/(h + k)}, e₂ = e^{−(h + k)t}, where D = k² > 0 (it creeps).
 * The slow root h − k is written Λ/(h + k), and e₁ − e₂ = −e₁·expm1(−2kt): nothing cancels, and both forms meet in
 * e^{−ht}(1, t) where D = 0.
 */

/**
 * Writes x(t) and ẋ(t) into `out` (length 2) and returns it. `time` t ≥ 0; `damping` b ≥ 0 in 1/time, `stiffness` Λ ≥ 0 in
 * 1/time²; `start` x₀ and `velocity` ẋ₀ = ẋ(0). Right to about 1e−14·(1 + ht) of |x₀| + |ẋ₀|·S. May underflow as x(t) does.
 * RangeError for a negative or NaN time, damping or stiffness. O(1).
 */
export function dampedMode(
  time: number,
  damping: number,
  stiffness: number,
  start: number,
  velocity: number,
  out: Float64Array,
): Float64Array {
  checkNotNegative("time", time);
  checkNotNegative("damping", damping);
  checkNotNegative("stiffness", stiffness);
  const half = damping / 2;
  const discriminant = half * half - stiffness;
  let [c, s] = [1, time];
  if (discriminant < 0) {
    const frequency = Math.sqrt(-discriminant);
    const envelope = Math.exp(-half * time);
    c = envelope * Math.cos(frequency * time);
    s = (envelope * Math.sin(frequency * time)) / frequency;
  } else {
    const spread = Math.sqrt(discriminant);
    const slow = Math.exp(-slowRoot(half, spread, stiffness) * time);
    c = (slow + Math.exp(-(half + spread) * time)) / 2;
    s = spread === 0 ? slow * time : (slow * -Math.expm1(-2 * spread * time)) / (2 * spread);
  }
  out[0] = start * c + (velocity + half * start) * s;
  out[1] = velocity * c - (stiffness * start + half * velocity) * s;
  return out;
}

/**
 * The asymptotic rate of decay of |x|, in 1/time: h where the mode rings or is critical, the slower root Λ/(h + √(h² − Λ)) where it
 * creeps. A loss ½x² decays at twice this rate. `damping` b ≥ 0, `stiffness` Λ ≥ 0 (else RangeError). O(1).
 */
export function decayRate(damping: number, stiffness: number): number {
  checkNotNegative("damping", damping);
  checkNotNegative("stiffness", stiffness);
  const half = damping / 2;
  const discriminant = half * half - stiffness;
  return discriminant < 0 ? half : slowRoot(half, Math.sqrt(discriminant), stiffness);
}

/** h − k without cancellation; 0 where there is no force. */
function slowRoot(half: number, spread: number, stiffness: number): number {
  return stiffness === 0 ? 0 : stiffness / (half + spread);
}

function checkNotNegative(name: string, value: number): void {
  if (!(value >= 0)) throw new RangeError(`${name} must be at least 0: ${value}`);
}
