import type { ReluData } from "../../problems/relu-data.ts";
import type { ReluDraw } from "../../problems/relu-draw.ts";
import { firstReach, lazyRun, type ReluProgress, type ReluRunSettings } from "./lazy-run.ts";
import { surveyDraw } from "./survey.ts";

/** How far the training of one network by several methods is. */
export interface TrainingProgress {
  /** The share of the neurons that have been drawn. */
  readonly drawn: number;
  /** A run for each that was asked for, in that order; null before it begins. They run one after the other. */
  readonly runs: readonly (ReluProgress | null)[];
}

/** What training heeds of an AbortSignal. */
export interface Cancellation {
  readonly aborted: boolean;
}

/**
 * Trains one network in several ways from the same start, which is drawn once: see `LazyTrainer`. Yields its progress at once and every 10 ms or
 * so, returns the last; ends early when `signal` is aborted, with what there is. RangeError for settings that cannot be, or a draw of
 * another number of data.
 */
export async function* trainRelu(
  data: ReluData,
  draw: ReluDraw,
  settings: readonly ReluRunSettings[],
  signal?: Cancellation,
): AsyncGenerator<TrainingProgress, TrainingProgress, void> {
  const runs: (ReluProgress | null)[] = settings.map(() => null);
  const progress = (drawn: number): TrainingProgress => ({ drawn, runs: [...runs] });
  const survey = surveyDraw(draw, firstReach(data, draw.width, settings));
  let surveyed = survey.next();
  for (; !surveyed.done; surveyed = survey.next()) {
    if (signal?.aborted) return progress(surveyed.value);
    yield progress(surveyed.value);
  }
  for (const [k, one] of settings.entries()) {
    const run = lazyRun(data, surveyed.value, one);
    for (let next = run.next(); ; next = run.next()) {
      runs[k] = next.value;
      if (next.done) break;
      if (signal?.aborted) return progress(1);
      yield progress(1);
    }
  }
  return progress(1);
}
