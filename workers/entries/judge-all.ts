import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/search/search.ts";
import { overSeeds } from "../../lib/theorems/over-seeds.ts";
import type { Both, SeedCounts, Theorem } from "../../lib/theorems/theorem.ts";

/** Which claim is to be judged, and where; theorems hold functions, so that they travel by their id. */
export interface ClaimToJudge {
  /** `<paper>/<statement>`: where the file lies. */
  readonly id: string;
  readonly parameters: object;
}

/** How far the claims are: the judgements of the first of them, in their order, and the counts of the one after. */
export interface JudgedClaims {
  readonly judged: readonly Both[];
  readonly counts: SeedCounts | null;
}

/** Judges claims in probability, each at `seeds` seeds; see `overSeeds`. Ends early when `signal` is aborted. */
export async function* judgeAll(
  { claims, seeds }: { readonly claims: readonly ClaimToJudge[]; readonly seeds: number },
  signal?: Cancellation,
): AsyncGenerator<JudgedClaims, JudgedClaims> {
  const judged: Both[] = [];
  for (const { id, parameters } of claims) {
    const [paper, statement] = id.split("/");
    const theorem = (await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>;
    const run = overSeeds(theorem, parameters, seeds, signal);
    let step = run.next();
    for (; !step.done; step = run.next()) yield { judged: [...judged], counts: step.value };
    if (signal?.aborted) break;
    judged.push(step.value);
  }
  return { judged, counts: null };
}

expose(judgeAll);
