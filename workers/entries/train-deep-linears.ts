import { expose } from "../../page/expose.ts";
import { train, type Cancellation, type Training } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { deepLinear } from "../../lib/problems/deep-linear-network.ts";
import { startOf, type DeepLinearInstance } from "../../lib/theorems/deep-linear-instance.ts";

const METHODS = { gradientDescent, heavyBall, nesterov };

/** A network with orthogonal weights, and how it is trained. */
export interface InstanceRun {
  readonly instance: DeepLinearInstance;
  readonly method: keyof typeof METHODS;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** A training, and how long one of its steps takes (ms): by its quickest stretch, in which other work on the machine counts least. */
export interface TimedTraining extends Training {
  readonly millisecondsPerStep: number;
}

/** A stretch is told as this many times the work it is, so that it takes a millisecond or so and seldom another program's turn. */
const FINENESS = 4;

/** The least work of a step, as told: at most 50 steps are a stretch. */
const LEAST_WORK = 8e4;

/** Trains the narrow equivalents one after the other: yields the trainings so far, the last of them as it comes. */
export async function* trainDeepLinears(
  runs: readonly InstanceRun[],
  signal?: Cancellation,
): AsyncGenerator<readonly TimedTraining[], readonly TimedTraining[]> {
  const done: TimedTraining[] = [];
  for (const { instance, method, ...settings } of runs) {
    if (signal?.aborted) break;
    const start = startOf(instance);
    const problem = deepLinear(start);
    const work = Math.max(LEAST_WORK, FINENESS * 4 * start.data.examples * problem.dimension);
    const states = train(METHODS[method], problem, { ...settings, start: start.weights }, work, signal);
    const at = done.length;
    for (let [millisecondsPerStep, told] = [Infinity, 0]; ;) {
      const before = performance.now();
      const { value, done: ended } = await states.next();
      const steps = value.losses.length - told;
      if (steps > 0)
        millisecondsPerStep = Math.min(millisecondsPerStep, (performance.now() - before) / steps);
      told = value.losses.length;
      done[at] = { ...value, millisecondsPerStep };
      if (ended) break;
      yield [...done];
    }
  }
  return done;
}

expose(trainDeepLinears);
