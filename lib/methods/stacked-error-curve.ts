import { stackedNorm } from "../norm.ts";
import type { Problem } from "../problems/problem.ts";
import { run, type Method, type RunSettings } from "./method.ts";

/**
 * ‖(w_t, w_{t−1})‖ for t = 0 … `settings.steps`, not divided by its start, for a problem whose minimiser is 0: the
 * quantity that the heavy ball's theorems bound. Infinity from the step on at which the run diverges.
 * RangeError where `run` throws one. Cost: that of `run` and two norms per step.
 */
export function stackedErrorCurve(method: Method, problem: Problem, settings: RunSettings): Float64Array {
  const errors = new Float64Array(settings.steps + 1).fill(Infinity);
  run(method, problem, settings, (t, current, previous) => {
    errors[t] = stackedNorm(current, previous);
  });
  return errors;
}
