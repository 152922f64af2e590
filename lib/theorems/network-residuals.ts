import type { Cancellation } from "../methods/deep-linear-training.ts";
import { heavyBall } from "../methods/heavy-ball.ts";
import { run } from "../methods/method.ts";
import type { ResidualRun } from "../methods/perturbation.ts";
import { reluHeavyBall } from "../methods/relu/heavy-ball.ts";
import { firstReach, lazyRun } from "../methods/relu/lazy-run.ts";
import { surveyDraw } from "../methods/relu/survey.ts";
import type { Setting } from "../methods/settings.ts";
import { deepLinearGram } from "../problems/deep-linear-gram.ts";
import { deepLinear } from "../problems/deep-linear-network.ts";
import { reluData } from "../problems/relu-data.ts";
import { gaussianDraw } from "../problems/relu-draw.ts";
import { startOf, type DeepLinearInstance } from "./deep-linear-instance.ts";
import { perturbedOrbit, type PerturbedOrbit } from "./perturbed-orbit.ts";

/** A network with one layer of ReLUs; `points` n × d, row-major, of norm 1. */
export interface ReluNetwork {
  readonly kind: "relu";
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly width: number;
  readonly seed: number;
}

/** A deep linear network with orthogonal weights. */
export interface DeepLinear extends DeepLinearInstance {
  readonly kind: "deep linear";
}

/** What a network's run has left, and what Theorem 11 sees of it. */
export interface NetworkResiduals extends ResidualRun {
  readonly orbit: PerturbedOrbit;
}

/** Networks that heavy ball trains from rest, each at its own setting. */
export interface NetworkRuns {
  readonly runs: readonly (Setting & { readonly network: ReluNetwork | DeepLinear })[];
  /** T. */
  readonly steps: number;
}

/** Trains them one after the other, exactly: yields what those that are done have left, and now and then while a wide one is drawn. */
export async function* networkResiduals(
  { runs, steps }: NetworkRuns,
  signal?: Cancellation,
): AsyncGenerator<readonly NetworkResiduals[], readonly NetworkResiduals[]> {
  const done: NetworkResiduals[] = [];
  yield done;
  for (const { network, stepSize, momentum } of runs) {
    const setting = { stepSize, momentum, steps };
    const training =
      network.kind === "relu" ? reluResiduals(network, setting) : deepLinearResiduals(network, setting);
    let trained = training.next();
    for (; !trained.done; trained = training.next()) {
      if (signal?.aborted) return done;
      yield [...done];
    }
    done.push({ ...trained.value, orbit: perturbedOrbit(trained.value, setting) });
  }
  return done;
}

type RunSetting = Setting & { readonly steps: number };

/** By the narrow network that trains like the wide one. */
function* deepLinearResiduals(network: DeepLinear, setting: RunSetting): Generator<void, ResidualRun> {
  yield;
  const { chain, data, weights } = startOf(network);
  const problem = deepLinear({ chain, data });
  const { targets } = data;
  const n = targets.length;
  const residuals = new Float64Array((setting.steps + 1) * n);
  let length = 0;
  run(heavyBall, problem, { ...setting, start: weights }, (t, w) => {
    const residual = problem.outputs(w, residuals.subarray(t * n, (t + 1) * n));
    for (let i = 0; i < n; i++) residual[i]! -= targets[i]!;
    length = (t + 1) * n;
  });
  return {
    residuals: residuals.slice(0, length),
    matrix: deepLinearGram(chain, data, weights),
    dimension: n,
  };
}

/** By the exact trainer; yields while neurons are drawn and trained. */
function* reluResiduals(
  { points, labels, count, dimension, width, seed }: ReluNetwork,
  setting: RunSetting,
): Generator<void, ResidualRun> {
  const data = reluData(points, labels, count, dimension);
  const settings = { method: reluHeavyBall, ...setting, measureEvery: 0 };
  const survey = surveyDraw(gaussianDraw(data, width, seed), firstReach(data, width, [settings]));
  let surveyed = survey.next();
  for (; !surveyed.done; surveyed = survey.next()) yield;
  const training = lazyRun(data, surveyed.value, settings);
  let trained = training.next();
  for (; !trained.done; trained = training.next()) yield;
  const matrix = surveyed.value.jointlyActive.map((active, k) => (data.gram[k]! * active) / width);
  return { residuals: trained.value.curves.residuals, matrix, dimension: count };
}
