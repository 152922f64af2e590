import type { Problem } from "../problems/problem.ts";
import { run, type Method, type RunSettings } from "./method.ts";

/** How far a training is. */
export interface Training {
  /** f(w_t) for t = 0 … the last step so far. */
  readonly losses: Float64Array;
  /** True when the run has ended because a loss or an iterate is not finite; `losses` ends before it. */
  readonly diverged: boolean;
}

/** What a training heeds of an AbortSignal. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** How many multiplications pass between two yields, roughly: some milliseconds. */
const CHUNK = 4e6;

/**
 * f(w_t) for t = 0 … `settings.steps`; shorter when the run diverges: it ends before the first iterate or loss that is not finite.
 * RangeError where `run` throws one. Cost: that of `run` and one loss per step.
 */
export function lossCurve(method: Method, problem: Problem, settings: RunSettings): Float64Array {
  const losses = new Float64Array(settings.steps + 1);
  let length = 0;
  run(method, problem, settings, (t, w) => {
    losses[t] = problem.loss(w);
    if (!Number.isFinite(losses[t]!)) return false;
    length = t + 1;
  });
  return losses.subarray(0, length);
}

/**
 * The same, step by step: yields the losses so far at once and then every few milliseconds, and returns them all. Ends early when `signal` is aborted.
 * For methods that carry nothing but two iterates from step to step (gradient descent, heavy ball, Nesterov), which the run is taken up from after each
 * yield; every yield copies the losses. `workPerStep`: roughly how many multiplications a step costs. RangeError where `run` throws one.
 */
export async function* train(
  method: Method,
  problem: Problem,
  settings: RunSettings,
  workPerStep: number,
  signal?: Cancellation,
): AsyncGenerator<Training, Training, void> {
  const { start, previous = start, steps } = settings;
  const stride = Math.max(1, Math.round(CHUNK / workPerStep));
  const losses = new Float64Array(steps + 1);
  const [current, before] = [Float64Array.from(start), Float64Array.from(previous)];
  let [length, diverged] = [0, false];
  const told = (): Training => ({ losses: losses.slice(0, length), diverged });
  for (let t = 0; t <= Math.max(0, steps - 1) && !diverged && !signal?.aborted; t += stride) {
    const chunk = Math.min(stride, steps - t);
    const part = { ...settings, start: current, previous: before, steps: chunk };
    const { stoppedAt } = run(method, problem, part, (s, w, last) => {
      if (s > 0 || t === 0) losses[t + s] = problem.loss(w);
      if (!Number.isFinite(losses[t + s]!)) return false;
      length = t + s + 1;
      if (s < chunk) return;
      current.set(w);
      before.set(last);
    });
    diverged = stoppedAt !== null || length < t + chunk + 1;
    yield told();
  }
  return told();
}
