/**
 * A factor per step as a function of z = ηλ: `[z₀, ρ(z₀), z₁, ρ(z₁), …]` for z from `from` to `to`, evenly spaced
 * in ln z. 0 < from < to, intervals ≥ 1. Cost: intervals + 1 calls of `radius`.
 */
export function modulusCurve(
  radius: (z: number) => number,
  from: number,
  to: number,
  intervals: number,
): Float64Array {
  const curve = new Float64Array(2 * (intervals + 1));
  for (let i = 0; i <= intervals; i++) {
    const z = from * (to / from) ** (i / intervals);
    curve[2 * i] = z;
    curve[2 * i + 1] = radius(z);
  }
  return curve;
}
