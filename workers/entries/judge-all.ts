import { expose } from "../../page/expose.ts";
import type { Cancellation } from "../../lib/search/search.ts";
import { judgeClaims, type Claim, type JudgedClaims } from "../../lib/theorems/judge-claims.ts";
import type { Theorem } from "../../lib/theorems/theorem.ts";

/** Which claim is to be judged, and where; theorems hold functions, so that they travel by their id. */
export interface ClaimToJudge {
  /** `<paper>/<statement>`: where the file lies. */
  readonly id: string;
  readonly parameters: object;
}

/** Judges claims in probability, each at `seeds` seeds; see `judgeClaims`. */
export async function* judgeAll(
  { claims, seeds }: { readonly claims: readonly ClaimToJudge[]; readonly seeds: number },
  signal?: Cancellation,
): AsyncGenerator<JudgedClaims, JudgedClaims> {
  return yield* judgeClaims(loaded(claims, seeds), signal);
}

async function* loaded(claims: readonly ClaimToJudge[], seeds: number): AsyncGenerator<Claim> {
  for (const { id, parameters } of claims) {
    const [paper, statement] = id.split("/");
    const theorem = (await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>;
    yield { theorem, parameters, seeds };
  }
}

expose(judgeAll);
