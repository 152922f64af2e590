import { expect, it } from "vitest";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { failingStarts, stepsFrom } from "../../lib/methods/steps-from-starts.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const search = {
  method: gradientDescent,
  problem: quadratic(Float64Array.of(1)),
  setting: { stepSize: 0.5, momentum: 0 },
  tolerance: 1e-6,
  cap: 100,
};

/** Flat between 1 and 2 and beyond 3, where a step of 1 leads nowhere; elsewhere it leads home. */
const terraces = {
  ...search,
  setting: { stepSize: 1, momentum: 0 },
  problem: {
    ...search.problem,
    gradient(w: Float64Array, out: Float64Array) {
      out[0] = (w[0]! > 1 && w[0]! < 2) || w[0]! > 3 ? 0 : w[0]!;
      return out;
    },
  },
};

it("counts the steps of a bisection: 20 halvings to a millionth", () => {
  expect(stepsFrom(search, 3)).toBe(20); // 2²⁰ > 10⁶ > 2¹⁹
  expect(stepsFrom({ ...search, cap: 19 }, 3)).toBeNaN();
});

it("finds the starts that lead nowhere, also at the end, and none where all arrive", () => {
  expect(failingStarts(search, 0.01, 5, 0.1)).toEqual([]);
  const [first, second, ...others] = failingStarts(terraces, 0.01, 5, 0.07);
  expect(others).toEqual([]);
  expect(first![0]).toBeCloseTo(1, 8); // bisected to 1e−9
  expect(first![1]).toBeCloseTo(2, 8);
  expect(second![0]).toBeCloseTo(3, 8);
  expect(second![1]).toBe(5);
  expect(failingStarts(terraces, 1.5, 2.5, 0.07)[0]![0]).toBe(1.5);
});
