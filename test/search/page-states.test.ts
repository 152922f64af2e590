/// <reference types="vite/client" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  modeStates,
  onPage,
  pageStates,
  quadraticStates,
  type PageStates,
} from "../../lib/search/page-states.ts";
import { search } from "../../lib/search/search.ts";
import { simplify } from "../../lib/search/simplify.ts";
import { seededRandom } from "../../lib/random.ts";
import { quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { stateOf } from "../../lib/theorems/quadratic-state.ts";
import { judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as lemma17 from "../../lib/theorems/wang-2021/lemma-17.ts";

const files = import.meta.glob<Theorem<object>>("../../lib/theorems/*/*.ts", { eager: true });

type Page = keyof typeof pageStates;

/** Each claim that has a search in the notebooks, and the states it is searched over. */
const searched: [Page, string][] = [
  ["quadratic", "wang-2021/theorem-12"],
  ["quadratic", "wang-2021/theorem-12-rate"],
  ["quadratic", "wang-2021/momentum-condition"],
  ["quadratic", "wang-2021/lemma-16"],
  ["mode", "wang-2020/lemma-3"],
  ["mode", "wang-2021/theorem-9"],
  ["mode", "wang-2021/theorem-9-sharp"],
  ["mode", "wang-2021/equation-59"],
  ["mode", "wang-2021/equation-63"],
  ["mode", "wang-2021/theorem-11"],
  ["mode-from-rest", "wang-2020/theorem-2"],
];

/** The state of a page at a link, read as the notebook reads it. */
function stateAt(page: Page, query: Readonly<Record<string, string>>) {
  if (page === "quadratic") return quadraticState(Object.entries(query));
  const start = page === "mode" ? ("worst" as const) : ("rest" as const);
  return stateOf(Float64Array.of(1), { eta: Number(query.z), beta: Number(query.beta), start, seed: 1 });
}

describe("what is found on a page", () => {
  it.each(searched)("has a link on %s: %s", async (page, id) => {
    const theorem = files[`../../lib/theorems/${id}.ts`]!;
    const states = pageStates[page] as PageStates<object>;
    const here = onPage(theorem, states);
    for (const printed of theorem.printed ? [false, true] : [false]) {
      const run = search(here, { seed: 1, restarts: 3, evaluations: 300, printed });
      let step = await run.next();
      while (!step.done) step = await run.next();
      const { best, admissible } = step.value;
      expect(admissible).toBeGreaterThan(50);
      const simple = simplify(here, best!, printed);
      const there = judgeBoth(theorem, theorem.at!(stateAt(page, states.query(simple.parameters))));
      const { verdict, slack } = printed ? there.printed! : there.judgement;
      expect({ verdict, slack }).toEqual({ verdict: simple.verdict, slack: simple.slack });
      expect(verdict).toBe(best!.verdict);
      // The perturbations that the page adds, C₁ and C₂, give the printed bound of Theorem 11 room: it fails without any.
      expect(verdict).toBe(printed && !id.endsWith("theorem-11") ? "violated" : "holds");
    }
  });

  it("is searched over in the notebooks as here", () => {
    const [quadratic, mode] = ["01-quadratic", "02-norm-is-not-radius"].map((name) =>
      readFileSync(new URL(`../../notebooks/${name}.html`, import.meta.url), "utf8"),
    );
    const buttons = (html: string) => html.match(/\{?attempts[,}:]|^ +attempts,$/gm)?.length;
    expect(buttons(quadratic!)).toBe(searched.filter(([page]) => page === "quadratic").length);
    expect(buttons(mode!)).toBe(searched.filter(([page]) => page !== "quadratic").length);
  });
});

describe("pageStates", () => {
  it("samples states that the controls can hold", () => {
    const random = seededRandom(4);
    for (let i = 0; i < 500; i++) {
      expect(() => quadraticStates.stateOf(quadraticStates.sample(random))).not.toThrow();
      const mode = modeStates("worst");
      expect(() => mode.stateOf(mode.sample(random))).not.toThrow();
    }
  });

  it("refuses others", () => {
    const mode = modeStates("worst");
    expect(() => mode.stateOf({ z: 5, momentum: 0.5 })).toThrow(RangeError("z must be in [0.01, 4]: 5"));
    expect(() => mode.stateOf({ z: 1, momentum: 1.5 })).toThrow(
      RangeError("momentum must be in [0, 1]: 1.5"),
    );
    const point = { eigenvalues: Float64Array.of(1), eta: 5, momentum: 0.5, start: "rest" as const };
    expect(() => quadraticStates.stateOf(point)).toThrow("eta must be a number in [0.01, 4]: 5");
    expect(() => onPage(lemma17, quadraticStates)).toThrow(
      RangeError("theorem must have parameters at a state: wang-2021/lemma-17"),
    );
  });
});
