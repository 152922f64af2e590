import { geometricBound } from "../methods/geometric-bound.ts";
import { safeConstant } from "../methods/heavy-ball-constant.ts";
import { modeError } from "../methods/heavy-ball-mode.ts";
import { worstStart } from "../methods/worst-start.ts";
import { stackedNorm } from "../norm.ts";
import type { Random } from "../random.ts";
import type { MomentumSetting } from "./momentum-hypotheses.ts";
import {
  chosenStart,
  ends,
  humpStep,
  restAtOnes,
  sampleSetting,
  sampleStart,
  shownStep,
  shownSteps,
  type Start,
} from "./quadratic-instance.ts";
import type { QuadraticState } from "./quadratic-state.ts";
import type { Case } from "./theorem.ts";

/** A vector v₀ = (`start`, `previous`), in the eigenbasis of H, to which A = [[(1 + β)I − ηH, −βI], [I, 0]] is applied `steps` times. */
export interface BlockOrbit extends MomentumSetting, Start {
  readonly steps: number;
}

/**
 * ‖Aᵏv₀‖ for k = 0 … `steps`, each entry from the closed form of the powers of the blocks, so that it shares nothing with a run
 * but the numbers that go in. Accurate as `modeError` is; Infinity or NaN once a power leaves the doubles. O(n · steps).
 */
export function orbitNorms({
  eigenvalues,
  stepSize,
  momentum,
  start,
  previous,
  steps,
}: BlockOrbit): Float64Array {
  let [current, before] = [start, previous];
  return Float64Array.from({ length: steps + 1 }, (_, k) => {
    if (k > 0) {
      before = current;
      current = start.map((x, i) => modeError(k, stepSize * eigenvalues[i]!, momentum, x, previous[i]!));
    }
    return stackedNorm(current, before);
  });
}

/** (√β)ᵏ C ‖v₀‖ for k = 0 … `steps`, C = `constant`(β, η, μ, α); NaN where C is. Safe down to 1e−290. O(n + steps). */
export function orbitBound(
  { eigenvalues, stepSize, momentum, start, previous, steps }: BlockOrbit,
  constant: (momentum: number, stepSize: number, smallest: number, largest: number) => number,
): Float64Array {
  const { smallest, largest } = ends(eigenvalues);
  const factor = constant(momentum, stepSize, smallest, largest);
  return geometricBound(Math.sqrt(momentum), factor * stackedNorm(start, previous), steps);
}

/** v₀ = (1, 0) in the first coordinate, which makes ‖Aᵏv₀‖ the length of a column, and ‖v₀‖ = 1. */
export function column(values: number[], stepSize: number, momentum: number, steps: number): BlockOrbit {
  const start = new Float64Array(values.length).fill(1, 0, 1);
  const previous = new Float64Array(values.length);
  return { eigenvalues: Float64Array.from(values), stepSize, momentum, steps, start, previous };
}

/** By how much a step of the heavy ball may miss, relative to ‖(w_t, w_{t−1})‖: some twenty roundings with ηλ ≤ 4, β ≤ 1. */
const STEP_ROUNDING = 10 * Number.EPSILON;

/**
 * (1 + 10εC₀′/√β)ᵗ − 1 for t = 0 … T. If each step adds an error of at most δ‖v_t‖, then
 * ‖v_t‖ ≤ C(√β)ᵗ‖v₀‖ + Σ_{j<t} C(√β)^{t−1−j} δ‖v_j‖, hence ‖v_t‖ ≤ C(√β + Cδ)ᵗ‖v₀‖ by induction: only below β of about
 * 1e−8 (a factor per step near the rounding of one) or within 1e−12 of the edge does this matter. O(n + T).
 */
export function orbitRounding({ eigenvalues, stepSize, momentum, steps }: BlockOrbit): Float64Array {
  const { smallest, largest } = ends(eigenvalues);
  const growth = STEP_ROUNDING * safeConstant(momentum, stepSize, smallest, largest);
  return Float64Array.from({ length: steps + 1 }, (_, t) =>
    Math.expm1(t * Math.log1p(growth / Math.sqrt(momentum))),
  );
}

/** From rest at (1, …, 1). */
export function rest(values: number[], stepSize: number, momentum: number, steps: number): BlockOrbit {
  return {
    eigenvalues: Float64Array.from(values),
    stepSize,
    momentum,
    steps,
    ...restAtOnes(values.length),
  };
}

/** v₀ with the largest ‖Aᵏv₀‖ at k = `worstStep`. */
export function worst(
  values: number[],
  stepSize: number,
  momentum: number,
  steps: number,
  worstStep: number,
): BlockOrbit {
  const eigenvalues = Float64Array.from(values);
  const from = worstStart(eigenvalues, stepSize, momentum, worstStep);
  return { eigenvalues, stepSize, momentum, steps, ...from };
}

/** κ = 100 at the setting of (19). */
export const atHundred: Case<BlockOrbit> = {
  name: "κ = 100 at the setting of (19), worst v₀ for its hump",
  parameters: worst([0.01, 1], 1, 0.9025, 120, 18),
  expected: "holds",
};

/** κ = 10⁶ at the setting of (19). */
export const atMillion: Case<BlockOrbit> = {
  name: "κ = 10⁶ at the setting of (19), worst v₀ for its hump",
  parameters: worst([1e-6, 1], 1, 0.99900025, 4000, 1813),
  expected: "holds",
};

/** A double root. */
export const coinciding: Case<BlockOrbit> = {
  name: "β = (1 − √(ημ))²: the roots coincide, and no constant exists",
  parameters: worst([0.25, 1], 1, 0.25, 20, 10),
  expected: "outside",
};

/** The state's start, for four humps of at most 500 steps each. O(n). */
export function orbitAt(state: QuadraticState): BlockOrbit {
  const { eigenvalues, stepSize, momentum } = state;
  const step = shownStep(eigenvalues, state, 500);
  return { eigenvalues, stepSize, momentum, steps: shownSteps(step), ...chosenStart(state, state, step) };
}

/** Any κ up to 10⁶, all borders of β approached, one in ten outside, four kinds of start; until past the first hump. */
export function sampleOrbit(random: Random): BlockOrbit {
  const { eigenvalues, stepSize, momentum } = sampleSetting(random);
  const hump = humpStep(eigenvalues, stepSize, momentum, 300);
  const from = sampleStart(random, eigenvalues, stepSize, momentum, hump);
  return { eigenvalues, stepSize, momentum, steps: hump + 2 + Math.floor(20 * random()), ...from };
}
