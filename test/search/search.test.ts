/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { SEEDS, search, type Progress, type SearchOptions } from "../../lib/search/search.ts";
import { seededRandom } from "../../lib/random.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import { judge, type Theorem } from "../../lib/theorems/theorem.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import * as sharp from "../../lib/theorems/wang-2021/theorem-9-sharp.ts";
import * as theorem12 from "../../lib/theorems/wang-2021/theorem-12.ts";

/** Every file of lib/theorems/<paper>/, so that a new theorem is searched by existing. */
const files = import.meta.glob<Theorem<object>>("../../lib/theorems/*/*.ts", { eager: true });
const theorems = Object.values(files);
const budget = { seed: 2026, restarts: 5, evaluations: 1200 };

async function finish<P extends object>(
  theorem: Theorem<P>,
  options: SearchOptions,
): Promise<{ steps: Progress<P>[]; last: Progress<P> }> {
  const generator = search(theorem, options);
  const steps: Progress<P>[] = [];
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return { steps, last: value };
    steps.push(value);
  }
}

describe("search", () => {
  it.each(
    theorems.filter(({ printed }) => printed).map((theorem) => [theorem.statement.id, theorem] as const),
  )("finds on its own that %s is violated as printed", async (_, theorem) => {
    const { last } = await finish(theorem, { ...budget, printed: true });
    expect(last.best?.verdict).toBe("violated");
    expect(last.violations).toBeGreaterThan(0);
    const { printed } = judgeOverSeeds(theorem, last.best!.parameters, SEEDS);
    const { verdict, slack, at, hypotheses } = printed!;
    expect({ verdict, slack, at }).toEqual({
      verdict: "violated",
      slack: last.best!.slack,
      at: last.best!.at,
    });
    expect(hypotheses.every(({ status }) => status !== "fails")).toBe(true);
  });

  it.each(theorems.map((theorem) => [theorem.statement.id, theorem] as const))(
    "finds no violation of %s",
    async (_, theorem) => {
      // Each instance of a claim in probability is twenty.
      const evaluations = budget.evaluations / (theorem.inProbability ? 6 : 1);
      const { last } = await finish(theorem, { ...budget, evaluations });
      expect(last.violations).toBe(0);
      expect(last.admissible).toBeGreaterThan(last.evaluations / 4);
      expect(last.best!.parameters).toBeDefined();
      const { judgement } = judgeOverSeeds(theorem, last.best!.parameters, SEEDS);
      expect(judgement.slack).toBe(last.best!.slack);
    },
  );

  it("comes within 1 % of the sharp constant of Theorem 9 and does not cross it", async () => {
    const { last } = await finish(sharp, budget);
    expect(last.best!.slack).toBeLessThan(1.01);
    // Rounding only: the judge has a tolerance of 1e−12 at the first steps.
    expect(last.best!.slack).toBeGreaterThan(1 - 1e-9);
  });

  it("comes nearer than samples alone: to κ = 1 in Corollary 10, whose supremum is 4/C₀′(1)", async () => {
    const random = seededRandom(budget.seed);
    const samples = Array.from(
      { length: budget.evaluations },
      () => judge(corollary10, corollary10.statement.sample(random)).slack!,
    );
    const { last } = await finish(corollary10, budget);
    expect(last.best!.slack).toBeLessThan(Math.min(...samples));
    // 4/(2(1 + ¼)/√(15/16)), the value at κ = 1 worked out by hand; from above, as κ > 1.
    expect(last.best!.slack! / (1.6 * Math.sqrt(15 / 16)) - 1).toBeGreaterThan(-1e-12);
    expect(last.best!.slack! / (1.6 * Math.sqrt(15 / 16)) - 1).toBeLessThan(1e-3); // as near as a box of 1e−5 and the gain of 1e−4 ask
  });

  it("is repeatable, and another seed goes another way", async () => {
    const options = { ...budget, evaluations: 300, printed: true };
    const [first, second] = [await finish(theorem12, options), await finish(theorem12, options)];
    expect(second).toEqual(first);
    const other = await finish(theorem12, { ...options, seed: 1 });
    expect(other.last.best!.parameters).not.toEqual(first.last.best!.parameters);
  });

  it("tells its progress often, which never worsens, and keeps to its budget", async () => {
    const { steps, last } = await finish(theorem12, budget);
    expect(last.evaluations).toBeLessThanOrEqual(budget.evaluations);
    expect(last).toEqual(steps.at(-1));
    const few = await finish(theorem12, { ...budget, evaluations: 3 });
    expect(few.last.evaluations).toBe(3);
    const slacks = steps.flatMap(({ best }) => best?.slack ?? []);
    expect(slacks).toEqual(slacks.toSorted((a, b) => b - a));
    const counts = steps.map(({ evaluations }) => evaluations);
    const gaps = counts.slice(1).map((count, i) => count - counts[i]!);
    // A round looks along at most 17 lines, of some 15 evaluations each.
    expect(Math.max(...gaps)).toBeLessThan(300);
  });

  it("ends when it is cancelled, with what it has", async () => {
    const controller = new AbortController();
    const generator = search(theorem12, budget, controller.signal);
    const first = await generator.next();
    controller.abort();
    expect(await generator.next()).toEqual({ done: true, value: first.value });
    const { done, value } = await search(theorem12, budget, controller.signal).next();
    expect([done, value]).toEqual([true, { evaluations: 0, admissible: 0, violations: 0, best: null }]);
  });

  it("finds nothing where nothing is admissible", async () => {
    const impossible: Theorem<corollary10.Parameters> = {
      ...corollary10,
      assumes: (p) => corollary10.assumes(p).map((h) => ({ ...h, status: "fails", margin: -1 })),
    };
    const { last } = await finish(impossible, { ...budget, evaluations: 100 });
    expect(last).toEqual({ evaluations: 100, admissible: 0, violations: 0, best: null });
  });

  it("passes on an error that is not a RangeError", async () => {
    const broken: Theorem<corollary10.Parameters> = {
      ...corollary10,
      measure: () => {
        throw new TypeError("broken");
      },
    };
    await expect(finish(broken, budget)).rejects.toThrow(new TypeError("broken"));
  });

  it.each([
    [{ ...budget, restarts: 0 }, "restarts must be a whole number of at least 1: 0"],
    [{ ...budget, evaluations: 1.5 }, "evaluations must be a whole number of at least 1: 1.5"],
    [
      { ...budget, printed: true },
      "printed must be false for a statement without an erratum: wang-2021/corollary-10",
    ],
  ])("refuses %j", async (options, message) => {
    await expect(finish(corollary10, options)).rejects.toThrow(new RangeError(message));
  });
});
