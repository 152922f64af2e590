import { FLOOR } from "../methods/method.ts";

/**
 * ln ρ_measured / ln ρ_claim, each ln ρ the least-squares slope of ln(series) over t, for the steps before either series
 * falls under 1e−290 or stops being finite: above 1, the measured values decay faster than the claim says. Stands beside the slack,
 * since the least ratio often sits at t = 0 and says nothing of the rate.
 * Null, with the reason, for fewer than 3 such steps or a claim that does not decay. O(length).
 */
export function rateSlack(
  claim: Float64Array,
  measured: Float64Array,
): { value: number | null; reason: string | null } {
  const length = usableLength(claim, measured);
  if (length < 3) return { value: null, reason: "no rate: fewer than 3 steps" };
  const promised = logSlope(claim, length);
  // A slope within rounding of the logarithms is none.
  if (promised > -1e-13) return { value: null, reason: "no rate: the claim does not decay" };
  return { value: logSlope(measured, length) / promised, reason: null };
}

function usableLength(claim: Float64Array, measured: Float64Array): number {
  const usable = (x: number): boolean => x >= FLOOR && x < Infinity;
  const length = Math.min(claim.length, measured.length);
  for (let t = 0; t < length; t++) if (!usable(claim[t]!) || !usable(measured[t]!)) return t;
  return length;
}

/** The least-squares slope of ln(series[t]) over t = 0 … length − 1. */
function logSlope(series: Float64Array, length: number): number {
  const middle = (length - 1) / 2;
  let [cross, squares] = [0, 0];
  for (let t = 0; t < length; t++) {
    cross += (t - middle) * Math.log(series[t]!);
    squares += (t - middle) ** 2;
  }
  return cross / squares;
}
