/*
 * A mode ẍ + 2√μẋ + h(t)x = 0 whose kernel switches against it: h = Λ where it moves towards 0 (xẋ < 0), h = μ where it moves away. Each part is a `dampedMode`.
 * In units of 1/√μ, κ = Λ/μ, ω = √(κ − 1): from x = 0 outward it takes the time 1 and comes to rest at |ẋ|/e; from rest back to 0 it takes
 * (π − arctan ω)/ω and arrives at √κ·e^{−(π − arctan ω)/ω}·|x|. So the speed at 0 is multiplied by
 *   G(κ) = √κ·exp(−1 − (π − arctan ω)/ω)
 * each time, with the other sign.
 */
import { dampedMode } from "./damped-mode.ts";

/**
 * x(t) and ẋ(t) from rest at x(0) = `start`, which begins with Λ; into `out` (length 2), which is returned. `time` t ≥ 0; `least` μ > 0,
 * `largest` Λ ≥ μ, in 1/time² (else RangeError). For Λ = μ it is the critical `dampedMode`. O(1).
 */
export function switchedMode(
  time: number,
  least: number,
  largest: number,
  start: number,
  out: Float64Array,
): Float64Array {
  if (!(time >= 0)) throw new RangeError(`time must be at least 0: ${time}`);
  checkEnds(least, largest);
  const [root, inward] = [Math.sqrt(least), inwardTime(largest / least)];
  if (inward === Infinity) return dampedMode(time, 2 * root, least, start, 0, out);
  const period = (inward + 1) / root;
  const turns = Math.floor(time / period);
  const rest = time - turns * period;
  // At rest again after each turn, on the other side.
  const from = start * (-switchingGain(largest / least)) ** turns;
  if (rest * root <= inward) return dampedMode(rest, 2 * root, largest, from, 0, out);
  dampedMode(inward / root, 2 * root, largest, from, 0, out);
  return dampedMode(rest - inward / root, 2 * root, least, 0, out[1]!, out);
}

/**
 * G(κ), the factor of |x| from one rest to the next. κ = Λ/μ ≥ 1 (else RangeError); 0 for κ = 1, where it never arrives. The mode grows for ever where
 * G > 1. O(1).
 */
export function switchingGain(ratio: number): number {
  checkEnds(1, ratio);
  return Math.sqrt(ratio) * Math.exp(-1 - inwardTime(ratio));
}

/** The κ with G(κ) = 1, 17.847…: above it the mode grows. By bisection. O(1). */
export function switchingThreshold(): number {
  let [low, high] = [1, 100];
  for (let middle = 50; middle > low && middle < high; middle = (low + high) / 2)
    if (switchingGain(middle) > 1) high = middle;
    else low = middle;
  return high;
}

/** (π − arctan ω)/ω, ω = √(κ − 1). */
function inwardTime(ratio: number): number {
  const frequency = Math.sqrt(ratio - 1);
  return (Math.PI - Math.atan(frequency)) / frequency;
}

function checkEnds(least: number, largest: number): void {
  if (!(least > 0)) throw new RangeError(`least must be positive: ${least}`);
  if (!(largest >= least)) throw new RangeError(`largest must be at least ${least}: ${largest}`);
}
