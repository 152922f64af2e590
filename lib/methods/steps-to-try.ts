import { norm } from "../norm.ts";
import { modeError, regime } from "./heavy-ball-mode.ts";
import type { Setting } from "./settings.ts";

/**
 * How many steps of heavy ball from rest are worth running to see whether ‖w_t‖ comes to `tolerance`·‖w₀‖ within `cap`: all
 * of them, or 0 where one mode alone is known to prevent it. A mode that creeps only falls, so that its value at `cap` in
 * closed form is its least; what lies within 0.1 % of the tolerance is left to the run. f = ½ Σᵢ λᵢ wᵢ² as in `quadratic`;
 * `start` is w₀ = w₋₁. With momentum 0: gradient descent. O(n).
 */
export function stepsToTry(
  eigenvalues: Float64Array,
  start: Float64Array,
  { stepSize, momentum }: Setting,
  tolerance: number,
  cap: number,
): number {
  const level = 1.001 * tolerance * norm(start);
  const isHopeless = eigenvalues.some((eigenvalue, i) => {
    const z = stepSize * eigenvalue;
    if (regime(z, momentum) !== "creeping") return false;
    return Math.abs(modeError(cap, z, momentum, start[i]!, start[i]!)) > level;
  });
  return isHopeless ? 0 : cap;
}
