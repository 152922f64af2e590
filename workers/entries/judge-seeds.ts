import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/search/search.ts";
import { overSeeds } from "../../lib/theorems/over-seeds.ts";
import type { Both, SeedCounts, Theorem } from "../../lib/theorems/theorem.ts";

/** Which claim is to be judged, where, and at how many seeds; theorems hold functions, so that they travel by their id. */
export interface SeedsToJudge {
  /** `<paper>/<statement>`: where the file lies. */
  readonly id: string;
  readonly parameters: object;
  readonly seeds: number;
}

/** Judges a claim in probability; see `overSeeds`. */
export async function* judgeSeeds(
  { id, parameters, seeds }: SeedsToJudge,
  signal?: Cancellation,
): AsyncGenerator<SeedCounts, Both> {
  const [paper, statement] = id.split("/");
  const theorem = (await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>;
  return yield* overSeeds(theorem, parameters, seeds, signal);
}

expose(judgeSeeds);
