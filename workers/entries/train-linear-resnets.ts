import { expose } from "../../page/expose.ts";
import { train, type Cancellation, type Training } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { compressData, type LinearData } from "../../lib/problems/deep-linear-data.ts";
import {
  linearResNet,
  linearResNetByBatches,
  standardLinearNetwork,
  standardWeights,
} from "../../lib/problems/linear-resnet.ts";
import { collapse, type Transformations } from "../../lib/problems/linear-resnet-transformations.ts";
import { seededRandom } from "../../lib/random.ts";

/** What a run is to train, in what can be told to the worker. */
export interface LinearResNetRun {
  /** Of any width; a ResNet is trained on its collapse. */
  readonly transformations: Transformations;
  readonly depth: number;
  readonly data: LinearData;
  /** Layers I + W_l from W = 0, or W_l alone from Gaussian weights, which do not collapse. */
  readonly layers: "residual" | "standard";
  /** Null for all examples at each step. Of residual layers only. */
  readonly batchSize: number | null;
  /** Draws the batches, or the weights of standard layers. */
  readonly seed: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** The excess losses 𝓛(W_t) − 𝓛* of some runs, one run after the other, step by step; see `train`. All of them so far at each yield. */
export async function* trainLinearResNets(
  runs: readonly LinearResNetRun[],
  signal?: Cancellation,
): AsyncGenerator<readonly Training[], readonly Training[]> {
  const ended: Training[] = [];
  yield ended;
  for (const one of runs) {
    const training = trainOne(one, signal);
    let step = await training.next();
    for (; !step.done; step = await training.next()) yield [...ended, step.value];
    ended.push(step.value);
  }
  return ended;
}

function trainOne(
  { transformations, depth, data, layers, batchSize, seed, ...settings }: LinearResNetRun,
  signal?: Cancellation,
): AsyncGenerator<Training, Training> {
  const random = seededRandom(seed);
  const residual = layers === "residual";
  const maps = residual ? collapse(transformations) : transformations;
  const few = compressData(data);
  const problem = !residual
    ? standardLinearNetwork(maps, depth, few)
    : batchSize === null
      ? linearResNet(maps, depth, few)
      : linearResNetByBatches(maps, depth, data, batchSize, random);
  const start = residual ? new Float64Array(problem.dimension) : standardWeights(maps.width, depth, random);
  const work = 4 * few.examples * problem.dimension;
  return train(gradientDescent, problem, { ...settings, momentum: 0, start }, work, signal);
}

expose(trainLinearResNets);
