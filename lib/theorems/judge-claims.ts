import { overSeeds } from "./over-seeds.ts";
import { judgeBoth, type Both, type Judged, type SeedCounts } from "./theorem.ts";

/** A claim at an instance. */
export interface Claim {
  readonly theorem: Judged<object>;
  readonly parameters: object;
  /** At how many seeds it is judged; null for a claim that is not in probability. */
  readonly seeds: number | null;
}

/** How far several claims are: the judgements of the first of them, in their order, and the counts of the one after, where it is in probability. */
export interface JudgedClaims {
  readonly judged: readonly Both[];
  readonly counts: SeedCounts | null;
}

/**
 * Judges claims one after the other; see `judgeBoth` and `overSeeds`. Yields how far it is before each claim and after each seed, returns the last; ends early
 * when `signal` is aborted, without the claim that it was on. Cost: that of the judgements.
 */
export async function* judgeClaims(
  claims: Iterable<Claim> | AsyncIterable<Claim>,
  signal?: { readonly aborted: boolean },
): AsyncGenerator<JudgedClaims, JudgedClaims, void> {
  const judged: Both[] = [];
  for await (const { theorem, parameters, seeds } of claims) {
    yield { judged: [...judged], counts: null };
    if (seeds === null) {
      judged.push(judgeBoth(theorem, parameters));
      continue;
    }
    const run = overSeeds(theorem, parameters, seeds, signal);
    let step = run.next();
    for (; !step.done; step = run.next()) yield { judged: [...judged], counts: step.value };
    if (signal?.aborted) break;
    judged.push(step.value);
  }
  return { judged, counts: null };
}
