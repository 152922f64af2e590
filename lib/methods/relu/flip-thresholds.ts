/** A little more than what rounding can hide, relative to a threshold. */
const SLACK = 1 + 1e-12;

/** Where the threshold of a neuron of this sign and sign of zᵣᵢ(0) is among the four of a datum. */
export function thresholdKind(sign: number, preActivation: number): number {
  return (sign > 0 ? 0 : 2) + (preActivation >= 0 ? 0 : 1);
}

/**
 * How far from 0 a pre-activation must start to be certain of its sign, for every neuron that has not flipped. It has
 * zᵣᵢ = zᵣᵢ(0) − (aᵣ/√m) Σⱼ Gᵢⱼ1ᵣⱼvⱼ, where only the pattern 1ᵣ and the sign aᵣ are its own. With gᵢ = Gᵢᵢvᵢ and Pᵢ and Nᵢ the sums over j ≠ i of the
 * positive and of the negated negative Gᵢⱼvⱼ, the sum lies in gᵢ + [−Nᵢ, Pᵢ] if 1ᵣᵢ = 1, in [−Nᵢ, Pᵢ] if not. Hence the sign is that of
 * the start if |zᵣᵢ(0)| exceeds 1/√m times
 *
 *     gᵢ + Pᵢ  (a = 1, z ≥ 0),   Nᵢ  (a = 1, z < 0),   Nᵢ − gᵢ  (a = −1, z ≥ 0),   Pᵢ  (a = −1, z < 0).
 *
 * Writes these into `out`, 4 for each datum in this order (see `thresholdKind`), 0 where they are negative; returns the largest. v is
 * `coefficients`. O(n²), allocates nothing.
 */
export function flipThresholds(
  out: Float64Array,
  gram: Float64Array,
  coefficients: Float64Array,
  width: number,
): number {
  const n = coefficients.length;
  const scale = SLACK / Math.sqrt(width);
  let largest = 0;
  for (let i = 0; i < n; i++) {
    let positive = 0;
    let negative = 0;
    for (let j = 0; j < n; j++) {
      const term = gram[i * n + j]! * coefficients[j]!;
      if (j === i) continue;
      if (term > 0) positive += term;
      else negative -= term;
    }
    const own = gram[i * n + i]! * coefficients[i]!;
    out[4 * i] = Math.max(0, own + positive) * scale;
    out[4 * i + 1] = negative * scale;
    out[4 * i + 2] = Math.max(0, negative - own) * scale;
    out[4 * i + 3] = positive * scale;
    largest = Math.max(largest, out[4 * i]!, out[4 * i + 1]!, out[4 * i + 2]!, out[4 * i + 3]!);
  }
  return largest;
}
