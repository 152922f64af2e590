/**
 * A factor per step as a function of z = ηλ: `[z₀, ρ(z₀), z₁, ρ(z₁), …]` for z from `from` to `to`, evenly spaced
 * in ln z, and at those of `bends` that lie between, where a curve through even places would cut the corner.
 * 0 < from < to, intervals ≥ 1. Cost: intervals + 1 + bends calls of `radius`.
 */
export function modulusCurve(
  radius: (z: number) => number,
  from: number,
  to: number,
  intervals: number,
  bends: readonly number[] = [],
): Float64Array {
  const even = Array.from({ length: intervals + 1 }, (_, i) => from * (to / from) ** (i / intervals));
  const places = [...even, ...bends.filter((z) => z > from && z < to)].sort((a, b) => a - b);
  const curve = new Float64Array(2 * places.length);
  places.forEach((z, i) => {
    curve[2 * i] = z;
    curve[2 * i + 1] = radius(z);
  });
  return curve;
}
