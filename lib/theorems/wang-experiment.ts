import { reluGradientDescent } from "../methods/relu/gradient-descent.ts";
import { reluHeavyBall } from "../methods/relu/heavy-ball.ts";
import { runLazy } from "../methods/relu/lazy-run.ts";
import type { Cancellation } from "../methods/relu/train.ts";
import { earlierExperiment, theorem12, type Setting } from "../methods/settings.ts";
import { reluData } from "../problems/relu-data.ts";
import { gaussianDraw } from "../problems/relu-draw.ts";
import { reluGram, signPatterns } from "../problems/relu-gram.ts";
import { spherePoints } from "../problems/sphere-points.ts";
import { seededRandom } from "../random.ts";
import { symmetricEigenvalues } from "../spectra/symmetric-eigenvalues.ts";

/** The experiment of Wang et al. 2021, appendix I.1: 5 points in dimension 10, a thousand neurons, 50 steps. */
const [COUNT, DIMENSION, WIDTH, STEPS] = [5, 10, 1000, 50];

/** Draws are told apart from those of the data by this much. */
const DRAW_SEEDS = 1e6;

/** Whose parameters: η = 1/λ_max(H₀) and β from κ as printed in 2021, or a tenth of that step and β from ηλ_min as printed in 2020. */
export type Year = 2020 | 2021;

/** What one seed shows. */
export interface Outcome {
  /** κ(H₀). */
  readonly conditionNumber: number;
  /** Whether heavy ball has the smaller loss after 50 steps. */
  readonly ahead: boolean;
  /** Pairs (neuron, datum) whose sign then differs from that at the start, as a share of all. */
  readonly heavyBallPairs: number;
  readonly gradientDescentPairs: number;
}

/**
 * The experiment for one seed: points on the sphere, labels ±1, a network; heavy ball and gradient descent at the same step size. The paper does not
 * say how its data were drawn: this is our reading. Some 20 ms.
 */
export function wangExperiment(seed: number, year: Year): Outcome {
  const random = seededRandom(seed);
  const points = spherePoints(random, COUNT, DIMENSION);
  const labels = Float64Array.from({ length: COUNT }, () => (random() < 0.5 ? 1 : -1));
  const data = reluData(points, labels, COUNT, DIMENSION);
  const draw = gaussianDraw(data, WIDTH, seed + DRAW_SEEDS);
  const values = new Float64Array(WIDTH * COUNT);
  draw.open()(values, new Float64Array(WIDTH));
  const spectrum = symmetricEigenvalues(reluGram(data.gram, signPatterns(values, WIDTH, COUNT)), COUNT);
  const [smallest, largest] = [spectrum[0]!, spectrum.at(-1)!];
  const setting: Setting = (year === 2021 ? theorem12 : earlierExperiment)(smallest, largest);
  const [heavy, plain] = [reluHeavyBall, reluGradientDescent].map(
    (method) => runLazy(data, draw, { ...setting, method, steps: STEPS, measureEvery: STEPS }).curves,
  );
  const share = (pairs: Float64Array) => pairs[STEPS]! / (WIDTH * COUNT);
  return {
    conditionNumber: largest / smallest,
    ahead: heavy!.losses[STEPS]! < plain!.losses[STEPS]!,
    heavyBallPairs: share(heavy!.changedPairs),
    gradientDescentPairs: share(plain!.changedPairs),
  };
}

/** The experiment for seeds 1 … `seeds`: yields the outcomes so far after each, returns them all; ends early when `signal` is aborted. */
export async function* wangExperiments(
  year: Year,
  seeds: number,
  signal?: Cancellation,
): AsyncGenerator<readonly Outcome[], readonly Outcome[], void> {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= seeds && !signal?.aborted; seed++) {
    outcomes.push(wangExperiment(seed, year));
    yield [...outcomes];
  }
  return outcomes;
}
