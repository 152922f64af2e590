import type { Problem } from "../problems/problem.ts";
import { errorRun } from "./error-curve.ts";
import type { Method } from "./method.ts";
import type { Setting } from "./settings.ts";

/** On a problem with one unknown, whose minimiser is 0: how a method is run from rest, and when it has arrived. */
export interface LineSearch {
  readonly method: Method;
  readonly problem: Problem;
  readonly setting: Setting;
  /** It has arrived when |w_t| ≤ `tolerance`·|w₀| twice in a row, … */
  readonly tolerance: number;
  /** … and never will, if not within so many steps. */
  readonly cap: number;
}

/** How many steps the method takes from a start ≠ 0; NaN where it does not arrive. RangeError as `errorRun`. One run. */
export function stepsFrom({ method, problem, setting, tolerance, cap }: LineSearch, start: number): number {
  const settings = { ...setting, start: Float64Array.of(start), steps: 0 };
  return errorRun(method, problem, settings, tolerance, cap).reachedAt ?? NaN;
}

/**
 * The intervals of starts between `low` > 0 and `high` from which the method does not arrive, as pairs of ends. Starts are tried at every `spacing`, so that a narrower interval
 * may be missed; an end is bisected to 1e−9. RangeError as `stepsFrom`. One run for every start, and some thirty for each end.
 */
export function failingStarts(
  search: LineSearch,
  low: number,
  high: number,
  spacing: number,
): [number, number][] {
  const fails = (start: number): boolean => Number.isNaN(stepsFrom(search, start));
  const edge = (before: number, after: number, failsBefore: boolean): number => {
    let [from, to] = [before, after];
    while (to - from > 1e-9) {
      const middle = (from + to) / 2;
      if (fails(middle) === failsBefore) from = middle;
      else to = middle;
    }
    return (from + to) / 2;
  };
  const intervals: [number, number][] = [];
  let [last, isFailing] = [low, fails(low)];
  let opened = low;
  for (let k = 1; last < high; k++) {
    const start = Math.min(high, low + k * spacing);
    const failsNow = fails(start);
    if (failsNow !== isFailing) {
      const end = edge(last, start, isFailing);
      if (isFailing) intervals.push([opened, end]);
      opened = end;
    }
    [last, isFailing] = [start, failsNow];
  }
  if (isFailing) intervals.push([opened, high]);
  return intervals;
}
