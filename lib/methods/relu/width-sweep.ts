import { norm } from "../../norm.ts";
import type { ReluData } from "../../problems/relu-data.ts";
import { gaussianDraw } from "../../problems/relu-draw.ts";
import { firstReach, lazyRun, type ReluProgress } from "./lazy-run.ts";
import type { ReluSettings } from "./relu-method.ts";
import { surveyDraw } from "./survey.ts";
import type { Cancellation } from "./train.ts";

/** What one network of some width shows. */
export interface WidthSample {
  readonly width: number;
  /** Neurons that had another sign than at the start on some datum, within the run. */
  readonly flippedNeurons: number;
  /** ‖Ĥ − H̄‖_F at the start. */
  readonly kernelDistance: number;
  /** max_t ‖H_t − H₀‖_F. */
  readonly kernelDrift: number;
  /** max_t max_r ‖w_r(t) − w_r(0)‖. */
  readonly displacement: number;
}

/**
 * Trains one network of each width by one method, each drawn with `seed`: yields the samples so far after each, and now and then while one is
 * drawn or trained; returns them all. Ends early when `signal` is aborted. RangeError as `gaussianDraw` and `lazyRun`. Cost: that of the runs.
 */
export async function* widthSweep(
  data: ReluData,
  widths: readonly number[],
  seed: number,
  settings: ReluSettings,
  signal?: Cancellation,
): AsyncGenerator<readonly WidthSample[], readonly WidthSample[], void> {
  const samples: WidthSample[] = [];
  for (const width of widths) {
    const survey = surveyDraw(gaussianDraw(data, width, seed), firstReach(data, width, [settings]));
    let drawn = survey.next();
    for (; !drawn.done; drawn = survey.next()) {
      if (signal?.aborted) return samples;
      yield samples;
    }
    const { jointlyActive } = drawn.value;
    const run = lazyRun(data, drawn.value, settings);
    let trained = run.next();
    for (; !trained.done; trained = run.next()) {
      if (signal?.aborted) return samples;
      yield samples;
    }
    samples.push(sampleOf(data, width, jointlyActive, trained.value));
    yield [...samples];
  }
  return samples;
}

function sampleOf(
  { gram, kernel }: ReluData,
  width: number,
  jointlyActive: Float64Array,
  { curves }: ReluProgress,
): WidthSample {
  return {
    width,
    flippedNeurons: largest(curves.flippedNeurons),
    kernelDistance: norm(kernel.map((expected, k) => (gram[k]! * jointlyActive[k]!) / width - expected)),
    kernelDrift: largest(curves.kernelDrifts),
    displacement: largest(curves.displacements),
  };
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
