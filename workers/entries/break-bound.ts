import { expose } from "../../page/expose.ts";
import { linkQuery } from "../../lib/search/link-query.ts";
import { search, type Cancellation, type Progress } from "../../lib/search/search.ts";
import type { Theorem } from "../../lib/theorems/theorem.ts";

/** Which claim is to be broken; theorems hold functions, so that they travel by their id. */
export interface Challenge {
  /** `<paper>/<statement>`: where the file lies. */
  readonly id: string;
  /** The statement as printed, in place of the claim. */
  readonly printed: boolean;
  readonly seed: number;
  readonly restarts: number;
  readonly evaluations: number;
}

/** How far the search is, in what can be told to the page. */
export interface Challenged extends Omit<Progress<unknown>, "best"> {
  /** The least slack so far, and whether it breaks the claim; null before any instance satisfies the hypotheses. */
  readonly best: { readonly slack: number | null; readonly broken: boolean } | null;
  /** A link to what was found, where a link can hold it; at the end only. */
  readonly link: Readonly<Record<string, string>> | null;
}

/** Looks for an instance that breaks a claim; see `search`. */
export async function* breakBound(
  { id, printed, ...options }: Challenge,
  signal?: Cancellation,
): AsyncGenerator<Challenged, Challenged> {
  const [paper, statement] = id.split("/");
  const theorem = (await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>;
  const run = search(theorem, { ...options, printed }, signal);
  for (;;) {
    const { done, value } = await run.next();
    const best = value.best && { slack: value.best.slack, broken: value.best.verdict === "violated" };
    const { evaluations, admissible, violations } = value;
    const told = { evaluations, admissible, violations, best };
    if (done) return { ...told, link: value.best && linkQuery(theorem, value.best.parameters, printed) };
    yield { ...told, link: null };
  }
}

expose(breakBound);
