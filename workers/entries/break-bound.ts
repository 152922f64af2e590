import { expose } from "../../page/expose.ts";
import { onPage, pageStates, type PageStates } from "../../lib/search/page-states.ts";
import { search, type Cancellation, type Progress } from "../../lib/search/search.ts";
import { simplify } from "../../lib/search/simplify.ts";
import type { Theorem } from "../../lib/theorems/theorem.ts";

/** Which claim is to be broken; theorems hold functions, so that they travel by their id. */
export interface Challenge {
  /** `<paper>/<statement>`: where the file lies. */
  readonly id: string;
  /** The statement as printed, in place of the claim. */
  readonly printed: boolean;
  /** Whose states are looked at, so that what is found can be loaded. */
  readonly page: keyof typeof pageStates;
  readonly seed: number;
  readonly restarts: number;
  readonly evaluations: number;
}

/** How far the search is, in what can be told to the page. */
export interface Challenged extends Omit<Progress<unknown>, "best"> {
  /** The least slack so far, and whether it breaks the claim; null before any instance satisfies the hypotheses. */
  readonly best: { readonly slack: number | null; readonly broken: boolean } | null;
  /** The state of the page that shows what was found, made as simple as can be; at the end only. */
  readonly link: Readonly<Record<string, string>> | null;
}

/** Looks, among the states of a page, for one that breaks a claim, and makes it simple; see `search`, `onPage` and `simplify`. */
export async function* breakBound(
  { id, printed, page, ...options }: Challenge,
  signal?: Cancellation,
): AsyncGenerator<Challenged, Challenged> {
  const [paper, statement] = id.split("/");
  const states = pageStates[page] as PageStates<object>;
  const module = (await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>;
  const theorem = onPage(module, states);
  const run = search(theorem, { ...options, printed }, signal);
  for (;;) {
    const { done, value } = await run.next();
    const { evaluations, admissible, violations } = value;
    const best = done && value.best ? simplify(theorem, value.best, printed) : value.best;
    const told = best && { slack: best.slack, broken: best.verdict === "violated" };
    const link = done && best ? states.query(best.parameters) : null;
    const challenged = { evaluations, admissible, violations, best: told, link };
    if (done) return challenged;
    yield challenged;
  }
}

expose(breakBound);
