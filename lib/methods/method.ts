import type { Problem } from "../problems/problem.ts";

/** Entries smaller than this become 0: denormal numbers would slow each step 30 to 60 times. */
export const FLOOR = 1e-290;

/** What a method works on; all vectors have the problem's dimension. `run` owns and rotates them. */
export interface MethodState {
  /** w_t. */
  current: Float64Array;
  /** w_{t−1}. */
  previous: Float64Array;
  /** Where the method writes w_{t+1}. */
  next: Float64Array;
  /** Room for one gradient. */
  readonly gradient: Float64Array;
  /** What the method carries from step to step besides the iterates; zero at the start. */
  readonly memory: Float64Array;
}

/** An iteration w_{t+1} = step(w_t, w_{t−1}) with a step size η and a momentum β. */
export interface Method {
  readonly name: string;
  /** Sets `state.memory` from the first two iterates, where the method has one. */
  begin?(state: MethodState, stepSize: number, problem: Problem): void;
  /** Writes w_{t+1} into `state.next`; reads `current` and `previous`; allocates nothing. `step` is t. */
  step(state: MethodState, problem: Problem, stepSize: number, momentum: number, step: number): void;
}

export interface RunSettings {
  /** η > 0. */
  readonly stepSize: number;
  /** β in [0, 1]. */
  readonly momentum: number;
  /** w₀. */
  readonly start: Float64Array;
  /** w₋₁; left out, the run starts from rest: w₋₁ = w₀. */
  readonly previous?: Float64Array;
  /** T ≥ 0. */
  readonly steps: number;
}

export interface RunResult {
  /** The step at which the run ended early; null when it reached `steps`. */
  readonly stoppedAt: number | null;
  /** True when it ended because w at `stoppedAt` is not finite (that iterate was not visited). */
  readonly diverged: boolean;
}

/** Called with t, w_t and w_{t−1}. The vectors are reused: copy what must last. Return false to stop. */
export type Visit = (step: number, current: Float64Array, previous: Float64Array) => boolean | void;

/**
 * Runs `method` on `problem` and visits (t, w_t, w_{t−1}) for t = 0 … `steps`. Stops early when `visit` returns false
 * or an iterate is not finite: divergence is a result, not an error. Entries below 1e−290 in size become 0.
 * RangeError for a step size, momentum, number of steps or vector length that cannot be.
 * Cost: one gradient and one pass per step; six vectors are allocated at the start, nothing after.
 */
export function run(method: Method, problem: Problem, settings: RunSettings, visit: Visit): RunResult {
  checkSettings(problem, settings);
  const { stepSize, momentum, start, previous = start, steps } = settings;
  const n = problem.dimension;
  const state: MethodState = {
    current: Float64Array.from(start),
    previous: Float64Array.from(previous),
    next: new Float64Array(n),
    gradient: new Float64Array(n),
    memory: new Float64Array(n),
  };
  method.begin?.(state, stepSize, problem);
  for (let t = 0; ; t++) {
    if (visit(t, state.current, state.previous) === false && t < steps)
      return { stoppedAt: t, diverged: false };
    if (t >= steps) return { stoppedAt: null, diverged: false };
    method.step(state, problem, stepSize, momentum, t);
    if (!settle(state.next)) return { stoppedAt: t + 1, diverged: true };
    const spare = state.previous;
    state.previous = state.current;
    state.current = state.next;
    state.next = spare;
  }
}

/** Sets entries below the floor to 0; false when an entry is not finite. */
function settle(w: Float64Array): boolean {
  for (let i = 0; i < w.length; i++) {
    const x = w[i]!;
    // One comparison, which signs that change do not surprise.
    if (Math.abs(x) < FLOOR) w[i] = 0;
    else if (x - x !== 0) return false; // ∞ − ∞ and NaN − NaN are NaN
  }
  return true;
}

function checkSettings(
  problem: Problem,
  { stepSize, momentum, start, previous = start, steps }: RunSettings,
): void {
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`momentum must be in [0, 1]: ${momentum}`);
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`steps must be a whole number of at least 0: ${steps}`);
  for (const [name, vector] of [
    ["start", start],
    ["previous", previous],
  ] as const) {
    if (vector.length !== problem.dimension)
      throw new RangeError(`${name} must have length ${problem.dimension}: ${vector.length}`);
    if (!vector.every(Number.isFinite))
      throw new RangeError(`${name} must be finite: ${vector.find((x) => !Number.isFinite(x))}`);
  }
}
