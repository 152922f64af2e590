import { expose } from "../../page/expose.ts";
import { reluGradientDescent } from "../../lib/methods/relu/gradient-descent.ts";
import { reluHeavyBall } from "../../lib/methods/relu/heavy-ball.ts";
import type { ReluRunSettings } from "../../lib/methods/relu/lazy-run.ts";
import { reluNesterovGradientCorrection } from "../../lib/methods/relu/nesterov-gradient-correction.ts";
import { reluNesterov } from "../../lib/methods/relu/nesterov.ts";
import { trainRelu, type Cancellation, type TrainingProgress } from "../../lib/methods/relu/train.ts";
import { reluData } from "../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../lib/problems/relu-draw.ts";

const methods = {
  "gradient-descent": reluGradientDescent,
  "heavy-ball": reluHeavyBall,
  nesterov: reluNesterov,
  "nesterov-gradient-correction": reluNesterovGradientCorrection,
};

/** A network to be trained; methods hold functions, so that they travel by their name. */
export interface Training {
  /** n = count unit rows of d = dimension values, row-major, and n labels. */
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  /** m. */
  readonly width: number;
  readonly seed: number;
  readonly runs: readonly (Omit<ReluRunSettings, "method"> & { readonly method: keyof typeof methods })[];
}

/** Draws a network and trains it in each way; see `trainRelu`. */
export async function* trainNetwork(
  { points, labels, count, dimension, width, seed, runs }: Training,
  signal?: Cancellation,
): AsyncGenerator<TrainingProgress, TrainingProgress> {
  const data = reluData(points, labels, count, dimension);
  const settings = runs.map((run) => ({ ...run, method: methods[run.method] }));
  return yield* trainRelu(data, gaussianDraw(data, width, seed), settings, signal);
}

expose(trainNetwork);
