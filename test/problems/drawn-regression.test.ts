import { expect, it } from "vitest";
import { norm } from "../../lib/norm.ts";
import { drawnRegression } from "../../lib/problems/drawn-regression.ts";
import { seededRandom } from "../../lib/random.ts";
import { singularValues } from "../../lib/spectra/singular-values.ts";

const sizes = { examples: 5, inputs: 20, outputs: 7 };

it.each([1, 10, 1e4])("draws inputs with the condition number %d in geometric progression", (kappa) => {
  const { inputs, map } = drawnRegression(seededRandom(3), sizes, kappa);
  const sigma = singularValues(inputs, 5, 20);
  // A few roundings of the largest, which the smallest feels √κ = 100 times as much.
  for (let i = 0; i < 4; i++) expect((sigma[i]! / sigma[i + 1]!) ** 2 / kappa ** 0.25).toBeCloseTo(1, 11);
  expect(norm(inputs) ** 2 / 100).toBeCloseTo(1, 13); // some 100 roundings
  expect(map.length).toBe(140);
});

it("draws normal inputs without one, and maps with entries of variance 1/d", () => {
  const wide = { examples: 100, inputs: 100, outputs: 100 };
  const { inputs, map } = drawnRegression(seededRandom(4), wide);
  // A mean of 10⁴ squares of normal numbers has the standard deviation √2/100; within four of them.
  expect(Math.abs(norm(inputs) ** 2 / 1e4 - 1)).toBeLessThan(0.057);
  expect(Math.abs(norm(map) ** 2 / 100 - 1)).toBeLessThan(0.057);
});

it("refuses what cannot be", () => {
  const random = seededRandom(1);
  expect(() => drawnRegression(random, { ...sizes, examples: 21 })).toThrow(
    "examples must be at most 20: 21",
  );
  expect(() => drawnRegression(random, sizes, 0.5)).toThrow("conditionNumber must be finite and at least 1");
});
