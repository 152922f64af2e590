import { FLOOR } from "./method.ts";
import type { ModeRecursion } from "./mode-recursion.ts";
import type { Setting } from "./settings.ts";

/** Where `worstCaseSteps` looks, and for how long. */
export interface WorstCaseLimits {
  /** How many eigenvalues between μ and α, both among them; at least 2. */
  readonly gridSize?: number;
  /** The largest answer; beyond it null is returned. */
  readonly cap?: number;
}

/**
 * The least t with max |x_t| ≤ tolerance and max |x_{t+1}| ≤ tolerance over all modes λ in [1/κ, 1], each from rest (x₀ = x₋₁ = 1): the
 * steps after which ‖w_t‖ ≤ tolerance·‖w₀‖ on every quadratic of condition number κ with largest eigenvalue 1. Two in a row, since
 * modes ring. Null when it does not happen by `cap`, or a mode grows beyond the doubles.
 *
 * `setting` is that for [1/κ, 1], e.g. `polyak(1 / κ, 1)`. The interval is sampled at `gridSize` points, λ = 1/κ + (1 − 1/κ)sin²: dense at
 * both ends, where the worst modes are, so that between neighbours the phase of a mode moves by about tπ/gridSize.
 * Every hundredth point is run alone until it is there; all others cannot be there sooner, are brought to that step by the
 * power of their block, and run on.
 * conditionNumber ≥ 1, tolerance in (0, 1), gridSize ≥ 2 and whole, else RangeError. Cost: O(t·gridSize/100 + gridSize·log t) and
 * O(gridSize) for each step by which the fine grid is later than the coarse one; nothing is allocated per step.
 */
export function worstCaseSteps(
  recursion: ModeRecursion,
  setting: Setting,
  conditionNumber: number,
  tolerance: number,
  { gridSize = 20_001, cap = 100_000 }: WorstCaseLimits = {},
): number | null {
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance must be in (0, 1): ${tolerance}`);
  const grid = modeGrid(setting.stepSize, conditionNumber, gridSize);
  const coarse = modesFromRest(
    recursion,
    setting.momentum,
    grid.filter((_, i) => i % 100 === 0),
  );
  const earliest = stepsUntil(coarse, tolerance, 0, cap);
  if (earliest === null) return null;
  const fine = modesFromRest(recursion, setting.momentum, grid);
  leap(fine, earliest - 1);
  return stepsUntil(fine, tolerance, earliest - 1, cap);
}

/**
 * The same for gradient descent at step size `stepSize`, in closed form: ⌈ln tolerance/ln max{|1 − η/κ|, |1 − η|}⌉; null where that
 * factor is 1 or more. stepSize > 0, conditionNumber ≥ 1, tolerance in (0, 1), else RangeError. O(1).
 */
export function gradientDescentSteps(
  stepSize: number,
  conditionNumber: number,
  tolerance: number,
): number | null {
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance must be in (0, 1): ${tolerance}`);
  checkModes(stepSize, conditionNumber);
  const slow = stepSize / conditionNumber;
  // ln|1 − η/κ| by log1p, which keeps its digits where η/κ is small.
  const atSmallest = slow < 1 ? Math.log1p(-slow) : Math.log(slow - 1);
  const rate = Math.max(atSmallest, Math.log(Math.abs(1 - stepSize)));
  return rate < 0 ? Math.max(1, Math.ceil(Math.log(tolerance) / rate)) : null;
}

/** x_t and x_{t−1} of many modes with what their recursions need. */
interface Modes {
  readonly traces: Float64Array;
  readonly determinants: Float64Array;
  current: Float64Array;
  previous: Float64Array;
}

function modesFromRest(recursion: ModeRecursion, momentum: number, grid: Float64Array): Modes {
  return {
    traces: grid.map((z) => recursion.trace(z, momentum)),
    determinants: grid.map((z) => recursion.determinant(z, momentum)),
    current: new Float64Array(grid.length).fill(1),
    previous: new Float64Array(grid.length).fill(1),
  };
}

/** ηλ for λ from 1/κ to 1, evenly spaced in the angle. */
function modeGrid(stepSize: number, conditionNumber: number, gridSize: number): Float64Array {
  checkModes(stepSize, conditionNumber);
  if (!(Number.isInteger(gridSize) && gridSize >= 2))
    throw new RangeError(`gridSize must be a whole number of at least 2: ${gridSize}`);
  const smallest = 1 / conditionNumber;
  return Float64Array.from({ length: gridSize }, (_, i) => {
    const share = Math.sin((Math.PI * i) / (2 * (gridSize - 1))) ** 2;
    return stepSize * (i === gridSize - 1 ? 1 : smallest + (1 - smallest) * share);
  });
}

/** Runs modes that are at step `from` until all are small twice in a row; the first of these two steps, null beyond `cap`. */
function stepsUntil(modes: Modes, tolerance: number, from: number, cap: number): number | null {
  let reached: number | null = null;
  for (let t = from + 1; t <= cap + 1; t++) {
    const worst = advance(modes);
    if (!(worst < Infinity)) return null;
    if (worst > tolerance) reached = null;
    else if (reached === null) reached = t;
    else return reached;
  }
  return null;
}

/** One step of every mode; returns max |x_{t+1}|, NaN when one is not a number. */
function advance(modes: Modes): number {
  const { traces, determinants, current, previous } = modes;
  let worst = 0;
  for (let i = 0; i < traces.length; i++) {
    const x = traces[i]! * current[i]! - determinants[i]! * previous[i]!;
    const size = Math.abs(x);
    previous[i] = size < FLOOR ? 0 : x;
    worst = Math.max(worst, size);
  }
  modes.current = previous;
  modes.previous = current;
  return worst;
}

/** `steps` steps of every mode at once, by squaring its block [[s, −d], [1, 0]]. */
function leap({ traces, determinants, current, previous }: Modes, steps: number): void {
  for (let i = 0; i < traces.length; i++) {
    let a = traces[i]!;
    let b = -determinants[i]!;
    let c = 1;
    let d = 0;
    let x = current[i]!;
    let y = previous[i]!;
    for (let left = steps; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) {
        const moved = a * x + b * y;
        y = c * x + d * y;
        x = moved;
      }
      const trace = a + d;
      const cross = b * c;
      a = a * a + cross;
      d = d * d + cross;
      b *= trace;
      c *= trace;
    }
    current[i] = x;
    previous[i] = y;
  }
}

function checkModes(stepSize: number, conditionNumber: number): void {
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
}
