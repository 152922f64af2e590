import { describe, expect, it } from "vitest";
import { search, type Found } from "../../lib/search/search.ts";
import { simplify } from "../../lib/search/simplify.ts";
import { judge, judgeBoth, type Theorem } from "../../lib/theorems/theorem.ts";
import * as lemma3 from "../../lib/theorems/wang-2020/lemma-3.ts";
import * as sharp from "../../lib/theorems/wang-2021/theorem-9-sharp.ts";
import * as theorem1 from "../../lib/theorems/wang-2021/theorem-1.ts";
import * as theorem11 from "../../lib/theorems/wang-2021/theorem-11.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";
import * as theorem9 from "../../lib/theorems/wang-2021/theorem-9.ts";

async function found<P extends object>(
  theorem: Theorem<P>,
  printed: boolean,
  seed: number,
): Promise<Found<P>> {
  const generator = search(theorem, { seed, restarts: 4, evaluations: 600, printed });
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return value.best!;
  }
}

/** All numbers of an instance that are not whole. */
function numbersOf(parameters: object): number[] {
  return Object.values(parameters)
    .flatMap((value) => (value instanceof Float64Array ? [...value] : [value as number]))
    .filter((x) => !Number.isInteger(x));
}

const digitsOf = (x: number) => x.toExponential().replace(/e.*|[-.]/g, "").length;

describe("simplify", () => {
  it.each([
    ["Lemma 3", lemma3],
    ["Theorem 9", theorem9],
    ["(17)", theorem12],
    ["Theorem 11", theorem11],
  ] as [string, Theorem<object>][])(
    "brings violations of %s as printed to at most two modes and three digits, which violate it still",
    async (_, theorem) => {
      for (const seed of [1, 2, 3]) {
        const { parameters, verdict, slack } = simplify(theorem, await found(theorem, true, seed), true);
        expect((parameters as { eigenvalues: Float64Array }).eigenvalues.length).toBeLessThanOrEqual(2);
        expect(Math.max(...numbersOf(parameters).map(digitsOf), 1)).toBeLessThanOrEqual(3);
        const { judgement, printed } = judgeBoth(theorem, parameters);
        expect(printed).toMatchObject({ verdict, slack });
        expect(verdict).toBe("violated");
        expect(judgement.verdict).not.toBe("violated");
        expect(slack).toBeLessThanOrEqual(0.99);
      }
    },
  );

  it("keeps the verdict and the slack, to 1 %, of what is no violation", async () => {
    const before = await found(sharp, false, 1);
    const { parameters, verdict, slack } = simplify(sharp, before);
    expect(verdict).toBe(before.verdict);
    expect(judge(sharp, parameters).slack).toBe(slack);
    expect(slack! / before.slack!).toBeLessThanOrEqual(1.01);
    expect(parameters.steps).toBeLessThanOrEqual(before.parameters.steps);
    const limit = await found(theorem1, false, 1);
    expect(simplify(theorem1, limit).slack! / limit.slack!).toBeGreaterThanOrEqual(1 / 1.01);
  });

  it("leaves alone what it is given, and what is simple already", async () => {
    const before = await found(theorem12, true, 1);
    const copy = structuredClone(before);
    simplify(theorem12, before, true);
    expect(before).toEqual(copy);
    const { parameters } = theorem12.printed.counterexample;
    const { verdict, slack, at, reason } = judgeBoth(theorem12, parameters).printed!;
    const simple = simplify(theorem12, { parameters, verdict, slack, at, reason }, true);
    expect(numbersOf(simple.parameters)).toEqual([2.5, 0.5]); // at η = 3 the mode no longer rings
  });

  it("passes on an error that is not a RangeError", () => {
    const broken: Theorem<theorem12.Parameters> = {
      ...theorem12,
      measure: () => {
        throw new TypeError("broken");
      },
    };
    const { parameters } = theorem12.printed.counterexample;
    const given = { parameters, verdict: "violated" as const, slack: 0.8, at: 2, reason: null };
    expect(() => simplify(broken, given, true)).toThrow(new TypeError("broken"));
  });
});
