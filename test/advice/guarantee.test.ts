import { expect, it } from "vitest";
import { guaranteedError, guaranteedSteps, tightest, type Guarantee } from "../../lib/advice/guarantee.ts";

const bound = (logRate: number, constant = 1, slope = 0): Guarantee => ({
  source: "test",
  id: null,
  logRate,
  constant,
  slope,
});

it("C(1 + st)ρᵗ", () => {
  // (3/4)²·8·(1 + 2·½) by hand; a few roundings of exp and log.
  expect(guaranteedError(bound(Math.log(0.75), 8, 0.5), 2)).toBeCloseTo(9, 12);
  expect(guaranteedError(bound(-Infinity, 3), 0)).toBe(3);
  expect(guaranteedError(bound(-Infinity, 3), 1)).toBe(0);
});

it.each([
  ["½ᵗ ≤ 10⁻³", bound(Math.log(0.5)), 1e-3, 10],
  ["8·½ᵗ ≤ 1", bound(Math.log(0.5), 8 * (1 - 1e-12)), 1, 3],
  ["already there", bound(Math.log(0.5), 0.5), 0.6, 0],
  ["one step is enough", bound(-Infinity), 1e-9, 1],
  ["never", bound(0), 1e-9, Infinity],
  // (1 + t)½ᵗ: 1, 1, ¾, ½, 5/16, 3/16, 7/64.
  ["(1 + t)½ᵗ ≤ 0.3", bound(Math.log(0.5), 1, 1), 0.3, 5],
])("%s", (_, guarantee, tolerance, steps) => {
  expect(guaranteedSteps(guarantee, tolerance)).toBe(steps);
});

it("a bound that rises before it falls counts from where it stays below", () => {
  // 0.5(1 + t/5)·0.9ᵗ starts at 0.5, is largest near t = 4.5, 0.594, and comes back: it is below 0.55 before and after.
  const guarantee = bound(Math.log(0.9), 0.5, 0.2);
  const steps = guaranteedSteps(guarantee, 0.55);
  expect(guaranteedError(guarantee, 0)).toBeLessThan(0.55);
  expect(guaranteedError(guarantee, steps - 1)).toBeGreaterThan(0.55);
  for (let t = steps; t < steps + 100; t++)
    expect(guaranteedError(guarantee, t)).toBeLessThanOrEqual(0.55 * (1 + 1e-12)); // rounding of the logarithms
});

it("the tightest is the one that promises the fewest steps, which may not be the one with the best rate", () => {
  const [slow, fast] = [bound(Math.log(0.9)), bound(Math.log(0.8), 1000)];
  expect(tightest([slow, fast], 0.1)).toBe(slow);
  expect(tightest([slow, fast], 1e-9)).toBe(fast);
});

it("a tolerance must be positive", () => {
  expect(() => guaranteedSteps(bound(-1), 0)).toThrow("tolerance must be positive: 0");
});
