import { describe, expect, it } from "vitest";
import { linkQuery } from "../../lib/search/link-query.ts";
import { search, type Found } from "../../lib/search/search.ts";
import { quadraticState } from "../../lib/theorems/quadratic-link.ts";
import { judge, judgePrinted, type Theorem } from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import * as lemma16 from "../../lib/theorems/wang-2021/lemma-16.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";

async function found<P extends object>(theorem: Theorem<P>, printed: boolean): Promise<Found<P>> {
  const generator = search(theorem, { seed: 1, restarts: 4, evaluations: 600, printed });
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return value.best!;
  }
}

describe("linkQuery", () => {
  it.each([
    ["Theorem 12", theorem12],
    ["Lemma 16", lemma16],
  ] as const)("is a link at which %s as printed is violated too", async (_, theorem) => {
    const general = theorem as unknown as Theorem<object>;
    const { parameters } = await found(general, true);
    const query = linkQuery(general, parameters, true);
    expect(query).not.toBeNull();
    const there = general.at!(quadraticState(new URLSearchParams(query!)));
    expect(judgePrinted(general, there)!.verdict).toBe("violated");
    expect(judge(general, there).verdict).not.toBe("violated");
  });

  it("holds the tightest spectrum of a statement that asks for no setting", async () => {
    const { parameters, slack } = await found(corollary10, false);
    const query = linkQuery(corollary10, parameters)!;
    expect(Object.keys(query).sort()).toEqual(["eigenvalues", "spectrum", "start"]);
    const there = corollary10.at(quadraticState(Object.entries(query)));
    expect(judge(corollary10, there).slack).toBe(slack);
  });

  it("writes the eigenvalues ascending, η in units of 1/α and β as it is", () => {
    const { parameters } = theorem12.printed.counterexample;
    const query = linkQuery(theorem12, { ...parameters, stepSize: 0.5, momentum: 0.25 }, true);
    expect(query).toMatchObject({ spectrum: "yours", eigenvalues: "2.5", eta: "1.25", beta: "0.25" });
  });

  it("is null where a link cannot say it", () => {
    const { parameters } = theorem12.printed.counterexample;
    // ηα = 5 is beyond the control, and so is a spectrum with a 0.
    expect(linkQuery(theorem12, { ...parameters, stepSize: 2 })).toBeNull();
    expect(linkQuery(corollary10, { smallest: 0, largest: 1 })).toBeNull();
    expect(linkQuery(corollary10, { smallest: NaN, largest: 1 })).toBeNull();
    const elsewhere: Theorem<corollary10.Parameters> = { ...corollary10, at: undefined };
    expect(linkQuery(elsewhere, { smallest: 1, largest: 2 })).toBeNull();
  });
});
