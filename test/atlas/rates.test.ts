import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { neededSteps } from "../../lib/atlas/needed-steps.ts";
import { promiseCrossover, rates } from "../../lib/atlas/rates.ts";

const byKey = (key: string) => rates.find((rate) => rate.key === key)!;

it.each([
  // By hand with five-digit logarithms, κ = 100 and ε = 1e−6; none is within 0.01 of a whole number.
  ["wang-19", 349, "ln(√2 · 40 · 10⁶)/−ln .95 = 348.02"],
  ["wang-12", 337, "h = .02844375, C₀′ = 22.561: 336.86"],
  ["wang-14", 733, "ln(√2 · 80 · 10⁶)/−ln .975 = 732.45"],
  ["wang-27", 733, "the same"],
  ["wang-2", 97, "ln √2 − 97 · .200671 + arsinh(97 · 1.020202) = −13.831, at 96 −13.640; ln 10⁻⁶ = −13.816"],
  ["wang-4", 11_039, "2 ln 10⁶/−ln .9975 = 11038.6"],
  ["wang-2020-2", 286, "ln(√2 · 1.62504 · 10⁶)/−ln .95 = 285.57"],
  ["bu-1", 1382, "100 ln 10⁶ = 1381.55"],
  ["bu-2", 330, "20 ln(√200 · 10⁶) = 329.29"],
  ["liu-1", 570, "20 ln(√300 · 10⁶)/(2 − √2) = 569.06"],
  ["gradient-descent", 1375, "ln 10⁶/−ln .99 = 1374.63"],
  ["nesterov", 307, "2 ln(√101 · 10⁶)/−ln .9 = 306.05"],
  ["chebyshev", 73, "arcosh(10⁶)/ln(11/9) = 72.3"],
  ["conjugate-gradient", 84, "arcosh(10⁷)/ln(11/9) = 83.8"],
  ["zou-3-1", 20403, "2 · 13.815511 · (738.9056 − ½) = 20 402.9"],
])("%s promises %d steps", (key, expected) => {
  expect(byKey(key).promised!(100, 1e-6)).toBe(expected);
});

it("the exactly optimal method does its first step like gradient descent at its best, (κ − 1)/(κ + 1)", () => {
  const { promised } = byKey("item");
  expect(promised!(3, 0.5001)).toBe(1);
  expect(promised!(3, 0.4999)).toBe(2);
  // Its bound √κ(1 − 1/√κ)ᵗ: at κ = 100 and 1e−6, ln(10⁷)/−ln .9 = 152.98.
  expect(promised!(100, 1e-6)).toBeLessThanOrEqual(153);
  expect(promised!(100, 1e-6)).toBeGreaterThan(73);
});

it("Nesterov’s flow: halving ε costs a factor that the power tells, four times κ twice the steps", () => {
  for (const [key, power] of [
    ["bu-3", 4],
    ["bu-3-sharp", 6],
  ] as const) {
    const steps = (kappa: number, eps: number) => byKey(key).promised!(kappa, eps);
    // Whole numbers of some 10⁴ and more: 1e−3.
    expect(steps(1e6, 1e-6) / steps(1e6, 2e-6) / 2 ** (2 / power)).toBeCloseTo(1, 3);
    expect(steps(4e6, 1e-6) / steps(1e6, 1e-6)).toBeCloseTo(2, 3);
  }
});

describe.each(rates.filter(({ promised, needed }) => promised && needed).map(({ key }) => key))(
  "%s",
  (key) => {
    it.each([
      [1, 1e-3],
      [4, 0.1],
      [30, 1e-6],
      [2000, 1e-2],
    ])("κ = %d, ε = %d: the promise is kept on the worst quadratic", (kappa, eps) => {
      const { promised, needed } = byKey(key);
      // Where all modes are at 0 after a step or two, a promise of 0 steps more is not to be had by counting whole steps.
      expect(needed!(kappa, eps)!).toBeLessThanOrEqual(Math.max(2, promised!(kappa, eps)));
    });
  },
);

it("every rate is new, and is of a theorem file or of a source; one without a promise says why", () => {
  expect(new Set(rates.map(({ key }) => key)).size).toBe(rates.length);
  for (const { key, paper, id, source, promised, silence } of rates) {
    if (paper) expect(readdirSync(`lib/theorems/${paper}`), key).toContain(`${id!.split("/")[1]}.ts`);
    else expect(source, key).toMatch(/\S/);
    expect(promised === null, key).toBe(silence !== null);
  }
});

it.each([
  // Recomputed for the project's teaching notes, to three digits.
  [0.1, 18.7],
  [0.01, 8.89],
  [1e-6, 5.21],
])("for ε = %d, (19) promises fewer steps than gradient descent above κ = %d", (eps, expected) => {
  expect(promiseCrossover(eps) / expected).toBeCloseTo(1, 2);
});

it("the promises cross at 4 as ε goes to 0, where the factors do", () => {
  // 1 − 1/(2√κ) = 1 − 1/κ at κ = 4; what the constant costs goes like 1/ln(1/ε).
  expect(promiseCrossover(1e-300)).toBeGreaterThan(4);
  expect(promiseCrossover(1e-300)).toBeLessThan(4.05);
});

it("needed steps come one by one, in the order asked for; what is not there yet is NaN", () => {
  const question = { keys: ["chebyshev", "bu-1"], conditionNumbers: [1, 100], tolerance: 1e-6 };
  const run = neededSteps(question);
  expect(Array.from((run.next().value as Record<string, Float64Array>).chebyshev!)).toEqual([1, NaN]);
  let step = run.next();
  while (!step.done) step = run.next();
  expect(Array.from(step.value.chebyshev!)).toEqual([1, 73]);
  expect(Array.from(step.value["bu-1"]!)).toEqual([NaN, NaN]);
  expect(() => neededSteps({ ...question, keys: ["none"] }).next()).toThrow(
    "key must be that of a rate: none",
  );
});

it("arguments out of range are errors", () => {
  expect(() => byKey("wang-19").promised!(0.5, 0.1)).toThrow(
    "conditionNumber must be finite and at least 1: 0.5",
  );
  expect(() => promiseCrossover(1)).toThrow("tolerance must be in (0, 1): 1");
});
