import { expect, it } from "vitest";
import { deepLinearChain, orthogonalWeights } from "../../lib/problems/deep-linear-network.ts";
import { drawnRegression } from "../../lib/problems/drawn-regression.ts";
import { seededRandom } from "../../lib/random.ts";
import { dataOf } from "../../lib/theorems/deep-linear-instance.ts";
import { drawnCondition, startCondition } from "../../lib/theorems/start-condition.ts";

const sizes = { examples: 3, inputs: 6, outputs: 4 };
const data = dataOf(drawnRegression(seededRandom(5), sizes, 7));

it.each([2, 10, 60])("κ(H₀) of orthogonal weights is that of the data at %d layers (Lemma 23)", (depth) => {
  const shape = { depth, width: 12, inputs: 6, outputs: 4 };
  const full = startCondition({
    chain: deepLinearChain(shape),
    data,
    weights: orthogonalWeights(shape, seededRandom(1)),
  });
  expect(full / 7).toBeCloseTo(1, 11); // the roundings of some hundred products
  const narrow = drawnCondition("orthogonal", { ...shape, width: 1e9 }, data, 2);
  expect(narrow / 7).toBeCloseTo(1, 11);
});

it("is larger with Gaussian weights, and comes back to that of the data as they grow wide", () => {
  const condition = (width: number): number =>
    drawnCondition("gaussian", { depth: 3, width, inputs: 6, outputs: 4 }, data, 3);
  expect(condition(8)).toBeGreaterThan(14);
  // Relative fluctuations of Gaussian products are of the size of √(n + k)/√m, here 0.08 in each of three layers.
  expect(Math.abs(condition(1000) / 7 - 1)).toBeLessThan(0.5);
  expect(Math.abs(condition(1000) / 7 - 1)).toBeLessThan(Math.abs(condition(8) / 7 - 1) / 4);
});

it("has no value where rounding hides the smallest eigenvalue", () => {
  expect(drawnCondition("gaussian", { depth: 100, width: 6, inputs: 6, outputs: 4 }, data, 1)).toBeNaN();
});
