import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/methods/relu/train.ts";
import { wangExperiments, type Outcome, type Year } from "../../lib/theorems/wang-experiment.ts";

/** See `wangExperiments`. */
export async function* experimentOverSeeds(
  { year, seeds }: { readonly year: Year; readonly seeds: number },
  signal?: Cancellation,
): AsyncGenerator<readonly Outcome[], readonly Outcome[]> {
  return yield* wangExperiments(year, seeds, signal);
}

expose(experimentOverSeeds);
