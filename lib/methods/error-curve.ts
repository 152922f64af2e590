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

/** A run to a tolerance: the error curve, and the step from which on it is small. */
export interface ErrorRun {
  readonly errors: Float64Array;
  /** Null when the tolerance is not reached. */
  readonly reachedAt: number | null;
}

/**
 * The curve of `errorCurve` and the first t with ‖w_t‖ and ‖w_{t+1}‖ ≤ `tolerance`·‖w₀‖, t < `cap`, from one run, which goes on beyond
 * `settings.steps` until it is there. Two in a row, since a mode that rings passes through 0 without staying there.
 * RangeError as in `errorCurve`, and for a tolerance that is not positive. Cost: one run of at most max{`settings.steps`, `cap`} steps.
 */
export function errorRun(
  method: Method,
  problem: Problem,
  settings: RunSettings,
  tolerance: number,
  cap: number,
): ErrorRun {
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive: ${tolerance}`);
  const scale = startNorm(settings.start);
  const errors = new Float64Array(settings.steps + 1);
  let [length, small]: [number, number | null] = [0, null];
  let reachedAt: number | null = null;
  run(method, problem, { ...settings, steps: Math.max(settings.steps, cap) }, (t, current) => {
    const error = norm(current);
    if (t <= settings.steps) {
      errors[t] = error / scale;
      length = t + 1;
    }
    if (reachedAt === null && t <= cap) {
      if (error > tolerance * scale) small = null;
      else if (small === null) small = t;
      else reachedAt = small;
    }
    return t < settings.steps || (reachedAt === null && t < cap);
  });
  return { errors: errors.subarray(0, length), reachedAt };
}

function startNorm(start: Float64Array): number {
  const scale = norm(start);
  if (!(scale > 0)) throw new RangeError(`start must differ from the minimiser: ${scale}`);
  return scale;
}
