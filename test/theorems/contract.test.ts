/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../lib/random.ts";
import { references } from "../../lib/theorems/references.ts";
import { judge, judgePrinted, type Theorem } from "../../lib/theorems/theorem.ts";

/** Every file of lib/theorems/<paper>/, so that a new theorem is tested by existing. */
const files = import.meta.glob<Theorem<unknown>>("../../lib/theorems/*/*.ts", { eager: true });
const SEED = 2026;
const SAMPLES = 300;

it("there are theorems, and every paper of the references has one", () => {
  const folders = new Set(Object.keys(files).map((path) => path.split("/").at(-2)));
  expect([...folders].sort()).toEqual(Object.keys(references).sort());
});

for (const [path, theorem] of Object.entries(files)) {
  const [paper, file] = path.replace(/\.ts$/, "").split("/").slice(-2);
  const { statement, printed, claim, assumes, measure } = theorem;

  describe(`${paper}/${file}`, () => {
    it("exports what a theorem is, under the name of its file", () => {
      expect(Object.keys(theorem).sort()).toEqual([
        "assumes",
        ...(theorem.at ? ["at"] : []),
        "claim",
        "measure",
        ...(printed ? ["printed"] : []),
        ...(theorem.rounding ? ["rounding"] : []),
        ...(theorem.scale ? ["scale"] : []),
        "statement",
      ]);
      expect(statement.id).toBe(`${paper}/${file}`);
      expect(statement.paper).toBe(paper);
      for (const text of [statement.number, statement.title, statement.tex]) expect(text).toMatch(/\S/);
      expect(statement.plain).toMatch(/^[A-Z].*\.$/);
    });

    it("has distinct names for its cases", () => {
      expect(new Set(statement.cases.map(({ name }) => name)).size).toBe(statement.cases.length);
    });

    it("claims at least two independent values", () => {
      expect(statement.values.length).toBeGreaterThanOrEqual(2);
      for (const value of statement.values) {
        const own = claim(value.parameters)[value.step]!;
        expect(value.tolerance).toBeLessThanOrEqual(1e-9);
        const error = value.claim === 0 ? Math.abs(own) : Math.abs(own / value.claim - 1);
        expect(error, value.source).toBeLessThanOrEqual(value.tolerance);
      }
    });

    it.each(statement.cases)("case: $name", (at) => {
      const judgement = judge(theorem, at.parameters);
      expect(judgement.verdict, judgement.reason ?? "").toBe(at.expected);
      expect(judgement.measured.length).toBe(judgement.claim.length);
      if (at.expectedPrinted) expect(judgePrinted(theorem, at.parameters)?.verdict).toBe(at.expectedPrinted);
    });

    it("has a case that holds and one where a hypothesis fails, with margins that say so", () => {
      const verdicts = statement.cases.map((at) => at.expected);
      expect(verdicts).toContain("outside");
      expect(verdicts.some((verdict) => verdict === "holds" || verdict === "unspecified")).toBe(true);
      for (const at of statement.cases)
        for (const { name, tex, status, margin, detail } of assumes(at.parameters)) {
          expect([name, tex, detail].every((text) => text.length > 0)).toBe(true);
          if (status === "holds") expect(margin).toBeGreaterThanOrEqual(0);
          if (status === "fails") expect(margin > 0).toBe(false);
        }
    });

    it("comes near its bound in a case", () => {
      const inside = statement.cases.filter((at) => at.expected !== "outside");
      const slacks = inside.map((at) => judge(theorem, at.parameters).slack ?? Infinity);
      if (statement.kind === "tight") expect(Math.min(...slacks)).toBeLessThan(1 + 1e-6);
      if (["upper", "lower", "tight"].includes(statement.kind)) {
        expect(Math.min(...slacks)).toBeLessThanOrEqual(statement.looseness);
        expect(Math.min(...slacks)).toBeGreaterThan(1 - 1e-9); // rounding only
      }
    });

    it(`is violated by none of ${SAMPLES} random instances, and some are admissible`, () => {
      const random = seededRandom(SEED);
      let admissible = 0;
      for (let i = 1; i <= SAMPLES; i++) {
        const parameters = statement.sample(random);
        const { verdict, reason, at } = judge(theorem, parameters);
        if (verdict !== "outside") admissible++;
        expect(verdict, `sample ${i} of seed ${SEED}, step ${at}: ${reason}`).not.toBe("violated");
      }
      expect(admissible).toBeGreaterThan(SAMPLES / 2);
    });

    it("gives equal series for equal parameters and leaves them alone", () => {
      const { parameters } = statement.cases[0]!;
      const before = structuredClone(parameters);
      const [first, second] = [judge(theorem, parameters), judge(theorem, parameters)];
      expect(second).toEqual(first);
      expect(measure(parameters)).toEqual(first.measured);
      expect(parameters).toEqual(before);
    });

    if (printed)
      it("as printed is violated by its counterexample, and the repair is not", () => {
        const { parameters } = printed.counterexample;
        expect(judgePrinted(theorem, parameters)?.verdict).toBe("violated");
        expect(judge(theorem, parameters).verdict).not.toBe("violated");
        expect(printed.assumes(parameters).every(({ status }) => status === "holds")).toBe(true);
        for (const text of [printed.tex, printed.slip, printed.survives, printed.scan])
          expect(text).toMatch(/\S/);
      });
    else
      it("has no printed variant to judge", () =>
        expect(judgePrinted(theorem, statement.cases[0]!.parameters)).toBeNull());
  });
}
