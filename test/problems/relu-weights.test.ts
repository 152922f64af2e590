import { expect, it } from "vitest";
import { drawnWeights } from "../../lib/problems/relu-weights.ts";

it("draws m rows and m signs, the same for the same seed", () => {
  const { weights, signs } = drawnWeights(500, 4, 7);
  expect(weights.length).toBe(2000);
  expect(signs.every((sign) => Math.abs(sign) === 1)).toBe(true);
  // The mean of 2000 normals and of 500 signs, within four standard errors.
  expect(Math.abs(weights.reduce((a, b) => a + b) / 2000)).toBeLessThan(4 / Math.sqrt(2000));
  expect(Math.abs(signs.reduce((a, b) => a + b) / 500)).toBeLessThan(4 / Math.sqrt(500));
  expect(drawnWeights(500, 4, 7)).toEqual({ weights, signs });
});
