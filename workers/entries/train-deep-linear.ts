import { expose } from "../../page/expose.ts";
import { train, type Cancellation, type Training } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import type { LinearData } from "../../lib/problems/deep-linear-data.ts";
import {
  deepLinear,
  deepLinearChain,
  gaussianWeights,
  orthogonalWeights,
  type DeepLinearShape,
  type DeepLinearStart,
} from "../../lib/problems/deep-linear-network.ts";
import { sampleDeepLinear } from "../../lib/problems/deep-linear-reduction.ts";
import { seededRandom } from "../../lib/random.ts";

const METHODS = { gradientDescent, heavyBall, nesterov };

/** What a run is to train, in what can be told to the worker. */
export interface DeepLinearRun {
  readonly shape: DeepLinearShape;
  readonly data: LinearData;
  /** Orthogonal weights as their narrow equivalent or in full width, or Gaussian ones; drawn with the seed. */
  readonly weights: "reduced" | "orthogonal" | "gaussian";
  readonly seed: number;
  readonly method: keyof typeof METHODS;
  /** η and β, in the paper's units. */
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** The losses ½‖U_t − Y‖², step by step; see `train`. */
export async function* trainDeepLinear(
  { shape, data, weights, seed, method, ...settings }: DeepLinearRun,
  signal?: Cancellation,
): AsyncGenerator<Training, Training> {
  yield { losses: new Float64Array(0), diverged: false };
  const start = draw(shape, data, weights, seed);
  const problem = deepLinear(start);
  const work = 4 * start.data.examples * problem.dimension;
  return yield* train(METHODS[method], problem, { ...settings, start: start.weights }, work, signal);
}

function draw(
  shape: DeepLinearShape,
  data: LinearData,
  weights: DeepLinearRun["weights"],
  seed: number,
): DeepLinearStart {
  const random = seededRandom(seed);
  if (weights === "reduced") return sampleDeepLinear(shape, data, random);
  const drawn = weights === "orthogonal" ? orthogonalWeights(shape, random) : gaussianWeights(shape, random);
  return { chain: deepLinearChain(shape), data, weights: drawn };
}

expose(trainDeepLinear);
