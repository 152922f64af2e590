/**
 * What is proved of a method from rest: ‖ξ_t‖ ≤ C(1 + st)ρᵗ‖ξ₀‖ for all t ≥ 0, where ξ is the error or the residual. A bound without a double root
 * has the slope s = 0.
 */
export interface Guarantee {
  /** Whose it is: "Theorem 12, (19)". */
  readonly source: string;
  /** The theorem file; null where it is a textbook's or ours. */
  readonly id: string | null;
  /** ln ρ ≤ 0; −∞ where one step is enough. */
  readonly logRate: number;
  /** C > 0. */
  readonly constant: number;
  /** s ≥ 0. */
  readonly slope: number;
}

/** C(1 + st)ρᵗ for t ≥ 0. O(1). */
export function guaranteedError({ logRate, constant, slope }: Guarantee, step: number): number {
  if (step === 0) return constant;
  return constant * (1 + slope * step) * Math.exp(step * logRate);
}

/**
 * The least t from which on the bound stays at most `tolerance`; Infinity where it never does. tolerance > 0, else RangeError. Within a rounding of the
 * bound. O(log t).
 */
export function guaranteedSteps(guarantee: Guarantee, tolerance: number): number {
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive: ${tolerance}`);
  const { logRate, constant, slope } = guarantee;
  if (!(logRate < 0)) return constant <= tolerance && slope === 0 ? 0 : Infinity;
  const excess = Math.log(constant / tolerance);
  const isAbove = (t: number) => excess + Math.log1p(slope * t) + (t === 0 ? 0 : t * logRate) > 0;
  // It rises until 1/(−ln ρ) − 1/s, if at all, and falls from there on.
  const peak = slope > 0 ? Math.max(0, Math.ceil(-1 / logRate - 1 / slope)) : 0;
  if (!isAbove(peak)) return peak > 0 && isAbove(peak - 1) ? peak : 0;
  let [low, high] = [peak, Math.max(1, 2 * peak)];
  while (isAbove(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isAbove(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** Of several guarantees of one method the one that promises the fewest steps; at least one. */
export function tightest(guarantees: readonly Guarantee[], tolerance: number): Guarantee {
  const steps = guarantees.map((guarantee) => guaranteedSteps(guarantee, tolerance));
  return guarantees[steps.indexOf(Math.min(...steps))]!;
}
