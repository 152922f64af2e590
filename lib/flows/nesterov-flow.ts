import { normalizedBessel, normalizedBesselSlope } from "./normalized-bessel.ts";

/**
 * Nesterov's flow on one mode, ẍ + (d/t)ẋ + λx = 0 with ẋ(0) = 0: x(t) = x₀g_ν(t√λ), ν = (d − 1)/2, Bessel's function without its
 * first term. Writes x(t) and ẋ(t) into `out` (length 2) and returns it. `time` t ≥ 0, `eigenvalue` λ ≥ 0, `damping` d > 0 (else
 * RangeError), `start` x₀. The envelope of ½λx² falls as t^{−d}. Cost: O(t√λ). Source: Bu et al. 2021, (4.3); Su, Boyd, Candès 2016.
 */
export function nesterovFlow(
  time: number,
  eigenvalue: number,
  damping: number,
  start: number,
  out: Float64Array,
): Float64Array {
  if (!(damping > 0)) throw new RangeError(`damping must be positive: ${damping}`);
  const root = Math.sqrt(eigenvalue);
  const order = (damping - 1) / 2;
  out[0] = start * normalizedBessel(order, time * root);
  out[1] = start * root * normalizedBesselSlope(order, time * root);
  return out;
}
