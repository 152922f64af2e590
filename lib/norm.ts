/** Below this square a sum of squares has lost digits to denormal numbers. */
const SMALLEST_SQUARE = 1e-270;

/**
 * ‖v‖₂ = √Σvᵢ². Entries between 1e−290 and 1e300 are safe: where the squares would under- or overflow,
 * they are scaled by the largest entry. Infinity or NaN in `v` give Infinity or NaN. Cost: one pass, seldom three.
 */
export function norm(v: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += v[i]! * v[i]!;
  return squares > SMALLEST_SQUARE && squares < Infinity ? Math.sqrt(squares) : scaledNorm(v);
}

/** ‖(v, w)‖₂ = √(‖v‖² + ‖w‖²), the norm of two vectors stacked; as safe as `norm`. */
export function stackedNorm(v: Float64Array, w: Float64Array): number {
  const [first, second] = [norm(v), norm(w)];
  const scale = Math.max(first, second);
  if (scale === 0 || scale === Infinity) return scale;
  return scale * Math.sqrt((first / scale) ** 2 + (second / scale) ** 2);
}

function scaledNorm(v: Float64Array): number {
  let scale = 0;
  for (let i = 0; i < v.length; i++) scale = Math.max(scale, Math.abs(v[i]!));
  if (scale === 0 || !Number.isFinite(scale)) return scale;
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += (v[i]! / scale) ** 2;
  return scale * Math.sqrt(squares);
}
