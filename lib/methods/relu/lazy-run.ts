import type { ReluData } from "../../problems/relu-data.ts";
import type { ReluDraw } from "../../problems/relu-draw.ts";
import { LazyTrainer, type ReluMeasurement } from "./lazy-trainer.ts";
import { predictedReach } from "./predicted-reach.ts";
import { checkReluSettings, type ReluSettings } from "./relu-method.ts";
import { NEAR_SHARE, surveyDraw, type Survey } from "./survey.ts";

/** What a run has shown, for t = 0 … as far as it got. */
export interface ReluCurves {
  /** ½‖u_t − y‖². */
  readonly losses: Float64Array;
  /** ξ_t = u_t − y, n for each t, row-major. */
  readonly residuals: Float64Array;
  /** As in `ReluMeasurement`; NaN for steps that were not measured. */
  readonly flippedNeurons: Float64Array;
  readonly changedPairs: Float64Array;
  readonly displacements: Float64Array;
  readonly kernelDrifts: Float64Array;
}

/** Why a run ended: it reached its last step, its loss is no longer finite, or more neurons flip than can be held. */
export type ReluEnd = "finished" | "diverged" | "too many flips";

/** How far a run is; `end` is null until it has ended. */
export interface ReluProgress {
  readonly curves: ReluCurves;
  /** Neurons that are trained one by one now, and pairs that are looked at in each step. */
  readonly active: number;
  readonly watched: number;
  readonly end: ReluEnd | null;
}

export interface ReluRunSettings extends ReluSettings {
  /**
   * Every how many steps the network is measured, besides its loss and residual, and at the end; 0 for never. If left out, in every step
   * for n ≤ 12 and else at the end only, since the displacement takes O(mn²) for more data.
   */
  readonly measureEvery?: number;
}

/** Beyond this reach every neuron is near. Where a run may go so far, the first survey keeps about a third of them. */
const FARTHEST = 6;
const FIRST_SHARE = 1 / 3;
/** So many numbers of near neurons are held at most (some 1 GB, if all of them flip). */
const MOST_NUMBERS = 2 ** 25;
/** A survey that did not reach far enough is followed by one that reaches so much further. */
const FURTHER = 2;
/** So many additions, some 10 ms, between two yields. */
const WORK_PER_YIELD = 5_000_000;

/** How far the first survey for these runs should reach. O(Tn²) for each run. */
export function firstReach(data: ReluData, width: number, runs: readonly ReluSettings[]): number {
  const reach = Math.max(...runs.map((settings) => predictedReach(data, settings, width)));
  const perShare = 1 / (NEAR_SHARE * data.count);
  const most = (MOST_NUMBERS / (width * data.count)) * perShare;
  return Math.min(most, reach < FARTHEST ? reach : FIRST_SHARE * perShare);
}

/**
 * One run of `LazyTrainer` on a survey of its draw: yields its progress every 10 ms or so and returns the last, with `end` set. Goes through the
 * draw again where the survey does not reach far enough, and yields meanwhile. RangeError for settings that cannot be, or a draw of another number
 * of data.
 */
export function* lazyRun(
  data: ReluData,
  survey: Survey,
  settings: ReluRunSettings,
): Generator<ReluProgress, ReluProgress, void> {
  const { steps, measureEvery = data.count <= 12 ? 1 : steps + 1 } = settings;
  checkRunSettings(data, survey.draw, settings);
  const trainer = new LazyTrainer(data, survey, settings);
  const recorder = new Recorder(data.count, steps);
  const progress = (end: ReluEnd | null): ReluProgress => {
    const { active, watched } = trainer;
    return { curves: recorder.curves(), active, watched, end };
  };
  let work = 0;
  for (;;) {
    for (let reach = trainer.neededReach(); reach > 0; reach = trainer.neededReach()) {
      const further = FURTHER * reach;
      const near = Math.min(1, NEAR_SHARE * data.count * further) * survey.draw.width;
      if (near * data.count > MOST_NUMBERS) return progress("too many flips");
      const again = surveyDraw(survey.draw, further);
      for (let next = again.next(); ; next = again.next()) {
        if (next.done) {
          trainer.adopt(next.value);
          break;
        }
        yield progress(null);
      }
    }
    trainer.evaluate();
    if (!Number.isFinite(trainer.loss)) return progress("diverged");
    const measured = measureEvery > 0 && (trainer.step % measureEvery === 0 || trainer.step === steps);
    recorder.record(trainer.loss, trainer.residual, measured ? trainer.measure() : null);
    if (trainer.step === steps) return progress("finished");
    trainer.advance();
    work += workOfStep(data.count, trainer) * (measured ? 2 : 1);
    if (work > WORK_PER_YIELD) {
      work = 0;
      yield progress(null);
    }
  }
}

/** A whole run at once: surveys the draw and trains. See `lazyRun` and `LazyTrainer`. */
export function runLazy(data: ReluData, draw: ReluDraw, settings: ReluRunSettings): ReluProgress {
  checkRunSettings(data, draw, settings);
  const survey = last(surveyDraw(draw, firstReach(data, draw.width, [settings])));
  return last(lazyRun(data, survey, settings));
}

/** What a generator returns. */
function last<R>(generator: Generator<unknown, R, void>): R {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}

function checkRunSettings(data: ReluData, draw: ReluDraw, settings: ReluRunSettings): void {
  const { measureEvery = 1 } = settings;
  checkReluSettings(settings);
  if (!(Number.isInteger(measureEvery) && measureEvery >= 0))
    throw new RangeError(`measureEvery must be a whole number of at least 0: ${measureEvery}`);
  if (draw.count !== data.count)
    throw new RangeError(`count of the draw must be ${data.count}: ${draw.count}`);
}

/** About how many additions a step took. */
function workOfStep(n: number, { active, watched }: LazyTrainer): number {
  const bytes = (n + 7) >> 3;
  return 512 * n * bytes + bytes * watched + 2 * (bytes + 2) * n * active;
}

/** Curves that grow by a step at a time. */
class Recorder {
  #recorded = 0;
  readonly #count: number;
  readonly #losses: Float64Array;
  readonly #residuals: Float64Array;
  readonly #measured: Record<keyof ReluMeasurement, Float64Array>;

  constructor(count: number, steps: number) {
    const empty = () => new Float64Array(steps + 1).fill(NaN);
    this.#count = count;
    this.#losses = empty();
    this.#residuals = new Float64Array((steps + 1) * count);
    this.#measured = {
      flippedNeurons: empty(),
      changedPairs: empty(),
      displacement: empty(),
      kernelDrift: empty(),
    };
  }

  record(loss: number, residual: Float64Array, measurement: ReluMeasurement | null): void {
    const t = this.#recorded++;
    this.#losses[t] = loss;
    this.#residuals.set(residual, t * this.#count);
    if (!measurement) return;
    this.#measured.flippedNeurons[t] = measurement.flippedNeurons;
    this.#measured.changedPairs[t] = measurement.changedPairs;
    this.#measured.displacement[t] = measurement.displacement;
    this.#measured.kernelDrift[t] = measurement.kernelDrift;
  }

  /** A copy of what there is. */
  curves(): ReluCurves {
    const end = this.#recorded;
    const { flippedNeurons, changedPairs, displacement, kernelDrift } = this.#measured;
    return {
      losses: this.#losses.slice(0, end),
      residuals: this.#residuals.slice(0, end * this.#count),
      flippedNeurons: flippedNeurons.slice(0, end),
      changedPairs: changedPairs.slice(0, end),
      displacements: displacement.slice(0, end),
      kernelDrifts: kernelDrift.slice(0, end),
    };
  }
}
