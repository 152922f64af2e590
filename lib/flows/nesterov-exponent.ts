/**
 * ρ*(α) = ½(4 + 3α − √(8 + 16α + 9α²)), the exponent, in units of √μ, that Liu et al. 2022 prove for Nesterov's method in high resolution, α = √(μs)/2.
 * It grows from 2 − √2 at α = 0 towards ⅔. α ≥ 0 (else RangeError). O(1).
 * Source: Liu et al. 2022, Theorem 2 and Figure 1.
 */
export function nesterovExponent(alpha: number): number {
  if (!(alpha >= 0)) throw new RangeError(`alpha must be at least 0: ${alpha}`);
  // ½(√(…) − 3α) as (4 + 8α)/(√(…) + 3α), which does not cancel for large α.
  const root = Math.sqrt(8 + 16 * alpha + 9 * alpha * alpha);
  return 2 - (4 + 8 * alpha) / (root + 3 * alpha);
}
