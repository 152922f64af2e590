import type { Problem } from "../problems/problem.ts";
import { run, type Method, type RunSettings } from "./method.ts";

/**
 * The iterates w₀, w₁, …, w_T as (T + 1) × n values, row-major; fewer rows when the run diverges.
 * RangeError where `run` throws one. Cost: that of `run`, and the copy.
 */
export function trajectory(method: Method, problem: Problem, settings: RunSettings): Float64Array {
  const { dimension } = problem;
  const iterates = new Float64Array((settings.steps + 1) * dimension);
  let length = 0;
  run(method, problem, settings, (t, current) => {
    iterates.set(current, t * dimension);
    length = (t + 1) * dimension;
  });
  return iterates.subarray(0, length);
}
