import { norm } from "../norm.ts";
import type { Problem } from "../problems/problem.ts";
import { run, type Method, type RunSettings } from "./method.ts";

/**
 * ‖w_t‖/‖w₀‖ for t = 0 … `settings.steps`, the error relative to the start, for a problem whose minimiser is 0.
 * Shorter when the run diverges: it ends before the first iterate that is not finite.
 * RangeError where `run` throws one, and when the start is the minimiser. Cost: that of `run` and one norm per step.
 */
export function errorCurve(method: Method, problem: Problem, settings: RunSettings): Float64Array {
  const scale = startNorm(settings.start);
  const errors = new Float64Array(settings.steps + 1);
  let length = 0;
  run(method, problem, settings, (t, current) => {
    errors[t] = norm(current) / scale;
    length = t + 1;
  });
  return errors.subarray(0, length);
}

/**
 * The first t with ‖w_t‖ and ‖w_{t+1}‖ ≤ `tolerance`·‖w₀‖, for a problem whose minimiser is 0; null when none of
 * t = 0 … `cap` − 1 has it. Two in a row, since a mode that rings passes through 0 without staying there.
 * `settings.steps` is not used. RangeError as in `errorCurve`, and for a tolerance that is not positive. Cost: one run.
 */
export function stepsToTolerance(
  method: Method,
  problem: Problem,
  settings: Omit<RunSettings, "steps">,
  tolerance: number,
  cap: number,
): number | null {
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive: ${tolerance}`);
  const goal = tolerance * startNorm(settings.start);
  let reached: number | null = null;
  run(method, problem, { ...settings, steps: cap }, (t, current) => {
    if (norm(current) > goal) reached = null;
    else if (reached === null) reached = t;
    else return false;
  });
  return reached === cap ? null : reached;
}

function startNorm(start: Float64Array): number {
  const scale = norm(start);
  if (!(scale > 0)) throw new RangeError(`start must differ from the minimiser: ${scale}`);
  return scale;
}
