import { expect, it } from "vitest";
import { linearTicks, logTicks } from "../../figures/ticks.ts";

it("linear ticks are round and within the range", () => {
  expect(linearTicks(0, 200, 4)).toEqual([0, 50, 100, 150, 200]);
  expect(linearTicks(0, 25.3, 5)).toEqual([0, 5, 10, 15, 20, 25]);
  expect(linearTicks(0, 0.7, 4)).toEqual([0, 0.2, 0.4, 0.6]);
});

it("logarithmic ticks are powers of ten through 1", () => {
  expect(logTicks(1e-8, 1e2, 6).map(Math.log10)).toEqual([-8, -6, -4, -2, 0, 2]);
  expect(logTicks(0.5, 20, 6)).toEqual([1, 10]);
});
