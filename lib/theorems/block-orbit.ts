import { modeError } from "../methods/heavy-ball-mode.ts";
import { stackedNorm } from "../norm.ts";
import type { Random } from "../random.ts";
import type { MomentumSetting } from "./momentum-hypotheses.ts";
import {
  chosenStart,
  humpStep,
  sampleSetting,
  sampleStart,
  shownStep,
  shownSteps,
  type Start,
} from "./quadratic-instance.ts";
import type { QuadraticState } from "./quadratic-state.ts";

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
