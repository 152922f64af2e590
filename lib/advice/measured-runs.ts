import { FLOOR } from "../methods/method.ts";
import { heavyBallRecursion, nesterovRecursion } from "../methods/mode-recursion.ts";
import type { Setting } from "../methods/settings.ts";
import { norm } from "../norm.ts";
import type { Modes } from "./modes.ts";

/** Methods to be run on one problem, from rest. */
export interface RunsToMeasure extends Modes {
  readonly runs: readonly {
    readonly method: "gradientDescent" | "heavyBall" | "nesterov";
    readonly setting: Setting;
  }[];
  /** ε. */
  readonly tolerance: number;
  /** The curves are taken at t = 0, `every`, 2·`every`, …, at `points` steps. */
  readonly every: number;
  readonly points: number;
}

export interface MeasuredRun {
  /** The first t with ‖ξ_t‖ and ‖ξ_{t+1}‖ ≤ ε‖ξ₀‖: two in a row, since modes ring. Null where it takes more than `mostSteps`. */
  readonly reachedAt: number | null;
  /** ‖ξ_t‖/‖ξ₀‖ at t = 0, `every`, …; shorter where the run ended before. */
  readonly errors: Float64Array;
}

export interface MeasuredSoFar {
  /** How much is done, in [0, 1]; not more than a guess, since nobody knows when a run ends. */
  readonly share: number;
  /** Null where a run has not ended. */
  readonly runs: readonly (MeasuredRun | null)[];
}

/** How many steps of single modes a run may take. */
const MOST_WORK = 1e9;
/** How many of them between two tellings. */
const CHUNK = 1e6;

/** The number of steps after which a run with momentum gives up on a problem with so many modes. */
export function mostSteps(modes: number): number {
  return Math.floor(MOST_WORK / modes);
}

/**
 * Runs methods from rest on a problem, mode by mode: gradient descent in closed form, the others by their recursion. Yields what there is so far.
 * RangeError where the tolerance is not in (0, 1), `every` or `points` is no whole number of at least 1, or start and eigenvalues differ in length; also for a start of 0.
 * Cost: O(n) for each step of a method with momentum, O(n log t) for each point of gradient descent.
 */
export function* measureRuns(task: RunsToMeasure): Generator<MeasuredSoFar, readonly MeasuredRun[], void> {
  check(task);
  const { runs } = task;
  const done: (MeasuredRun | null)[] = runs.map(() => null);
  for (const [i, { method, setting }] of runs.entries()) {
    const steps =
      method === "gradientDescent"
        ? descend(task, setting.stepSize)
        : recur(task, setting, method === "nesterov" ? nesterovRecursion : heavyBallRecursion);
    for (;;) {
      const { done: hasEnded, value } = steps.next();
      if (hasEnded) {
        done[i] = value;
        break;
      }
      yield { share: (i + value) / runs.length, runs: done };
    }
  }
  return done as MeasuredRun[];
}

/** Gradient descent at step t: ‖ξ_t‖² = Σ(1 − z)²ᵗξ². It falls at every step where ηα ≤ 2, so that the first step below ε is found by halving. */
function* descend(task: RunsToMeasure, stepSize: number): Generator<number, MeasuredRun, void> {
  const { eigenvalues, start, tolerance, every, points } = task;
  const scale = norm(start);
  const logFactors = eigenvalues.map((eigenvalue) => logDistance(stepSize * eigenvalue));
  const errorAt = (t: number): number => {
    let sum = 0;
    for (let i = 0; i < start.length; i++) {
      const size = t === 0 ? 1 : Math.exp(t * logFactors[i]!);
      sum += (size * (start[i]! / scale)) ** 2;
    }
    return Math.sqrt(sum);
  };
  yield 0;
  return {
    errors: Float64Array.from({ length: points }, (_, k) => errorAt(k * every)),
    reachedAt: firstAtMost(errorAt, tolerance),
  };
}

/** ln |1 − z|, exact where z is small. */
function logDistance(z: number): number {
  return z < 1 ? Math.log1p(-z) : Math.log(z - 1);
}

/** The first t at which a falling function is at most `tolerance`; null where that is beyond the whole numbers. */
function firstAtMost(errorAt: (t: number) => number, tolerance: number): number | null {
  let [low, high] = [0, 1];
  while (errorAt(high) > tolerance) {
    [low, high] = [high, 2 * high];
    if (high > Number.MAX_SAFE_INTEGER) return null;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (errorAt(middle) > tolerance) low = middle;
    else high = middle;
  }
  return high;
}

function* recur(
  task: RunsToMeasure,
  { stepSize, momentum }: Setting,
  recursion: typeof heavyBallRecursion,
): Generator<number, MeasuredRun, void> {
  const { eigenvalues, start, tolerance, every, points } = task;
  const n = start.length;
  const scale = norm(start);
  const traces = eigenvalues.map((eigenvalue) => recursion.trace(stepSize * eigenvalue, momentum));
  const determinants = eigenvalues.map((eigenvalue) =>
    recursion.determinant(stepSize * eigenvalue, momentum),
  );
  let current = start.map((value) => value / scale);
  let previous = Float64Array.from(current);
  const errors = new Float64Array(points);
  errors[0] = 1;
  const cap = mostSteps(n);
  const pause = Math.max(1, Math.floor(CHUNK / n));
  let [reachedAt, small]: [number | null, number | null] = [null, null];
  let [length, t] = [1, 0];
  while (t < cap && (reachedAt === null || length < points)) {
    if (t % pause === 0) yield Math.min(0.99, t / (every * points));
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const x = traces[i]! * current[i]! - determinants[i]! * previous[i]!;
      previous[i] = Math.abs(x) < FLOOR ? 0 : x;
      sum += x * x;
    }
    [current, previous] = [previous, current];
    t++;
    if (t === length * every && length < points) errors[length++] = Math.sqrt(sum);
    if (reachedAt !== null) continue;
    if (Math.sqrt(sum) > tolerance) small = null;
    else if (small === null) small = t;
    else reachedAt = small;
  }
  return { reachedAt, errors: errors.subarray(0, length) };
}

function check({ eigenvalues, start, tolerance, every, points }: RunsToMeasure): void {
  if (start.length !== eigenvalues.length)
    throw new RangeError(`length of start must be ${eigenvalues.length}: ${start.length}`);
  if (!(norm(start) > 0)) throw new RangeError("start must differ from the solution: 0");
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance must be in (0, 1): ${tolerance}`);
  for (const [name, value] of Object.entries({ every, points }))
    if (!(Number.isInteger(value) && value >= 1))
      throw new RangeError(`${name} must be a whole number of at least 1: ${value}`);
}
