import { expect, it } from "vitest";
import { quantile, row } from "../../bench/support/statistics.mjs";

it("quantiles lie between neighbours, whatever the order", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([10, 0], 0.95)).toBe(9.5);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

it("a goal is judged at the quantile that it names, and says by what factor", () => {
  const samples = [10, 10, 10, 40];
  expect(row("x", "ms", samples, { goal: { most: 20 } })).toMatchObject({ met: true, factor: 2 });
  expect(row("x", "ms", samples, { goal: { most: 20, of: 0.95 } }).met).toBe(false);
  expect(row("x", "×", samples, { goal: { least: 20 } })).toMatchObject({ met: false, factor: 0.5 });
  expect(row("x", "ms", samples)).toMatchObject({ median: 10, samples: 4, met: null });
});

it("a number that could not be measured meets no goal", () => {
  expect(row("x", "ms", [], { goal: { most: 20 } }).met).toBe(false);
});
