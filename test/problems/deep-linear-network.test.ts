import { describe, expect, it } from "vitest";
import { lossCurve } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import {
  deepLinear,
  deepLinearChain,
  gaussianWeights,
  layerScales,
  orthogonalWeights,
} from "../../lib/problems/deep-linear-network.ts";
import { seededRandom } from "../../lib/random.ts";
import { nearDiagonal, noisyRegression } from "../support/regression.ts";

/** L = 3, m = d = d_y = n = 2, W_l = √2 I, X = diag(2, 1), Y = diag(1, 3). */
const tiny = {
  chain: deepLinearChain({ depth: 3, width: 2, inputs: 2, outputs: 2 }),
  data: { examples: 2, inputs: Float64Array.of(2, 0, 0, 1), targets: Float64Array.of(1, 0, 0, 3) },
};
const tinyWeights = Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1).map((x) => Math.SQRT2 * x);

it.each([
  [
    gradientDescent,
    [2.5, 1.64008330252272, 1.05392603090107, 0.590819572987927, 0.275756939272699, 0.105916647326291],
  ],
  [
    heavyBall,
    [2.5, 1.64008330252272, 0.684580999271321, 0.0558370373952869, 0.211750163827763, 0.413528555898503],
  ],
  [
    nesterov,
    [2.5, 1.64008330252272, 0.710256087200225, 0.0966188816711306, 0.00739498474899643, 0.023222891450345],
  ],
] as const)("three layers by $name, values with 50 digits", (method, expected) => {
  const momentum = (1 - 0.5 * Math.sqrt(1 / 8)) ** 2;
  const settings = { stepSize: 1 / 12, momentum, start: tinyWeights, steps: 5 };
  const losses = lossCurve(method, deepLinear(tiny), settings);
  for (const [t, loss] of expected.entries()) expect(Math.abs(losses[t]! - loss)).toBeLessThan(1e-12); // absolute, as the issue asks
});

describe("a network of 1000 layers", () => {
  const shape = { depth: 1000, width: 6, inputs: 5, outputs: 4 };
  const random = seededRandom(3);
  const data = noisyRegression(random, nearDiagonal(random, 4, 5, 1, 0.1), 3, 5, 0);

  it("neither over- nor underflows, and trains", () => {
    const start = orthogonalWeights(shape, random);
    const settings = { stepSize: 0.1 / 1000, momentum: 0.2, start, steps: 30 };
    const losses = lossCurve(heavyBall, deepLinear({ chain: deepLinearChain(shape), data }), settings);
    expect(losses.length).toBe(31);
    expect(losses[30]!).toBeLessThan(losses[0]! / 10);
  });
});

it("draws orthogonal weights that keep lengths: ‖W₁x‖ = √m‖x‖ in every layer, and rows of the last likewise", () => {
  const shape = { depth: 4, width: 7, inputs: 3, outputs: 2 };
  const weights = orthogonalWeights(shape, seededRandom(8));
  const sizes = deepLinearChain(shape).sizes;
  let at = 0;
  for (let l = 1; l <= 4; l++) {
    const [rows, columns] = [sizes[l]!, sizes[l - 1]!];
    const entry = (i: number, k: number): number => weights[at + i * columns + k]!;
    const across = l === 4; // of the last layer the rows are orthogonal
    const count = across ? rows : columns;
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++) {
        let product = 0;
        for (let i = 0; i < (across ? columns : rows); i++)
          product += across ? entry(a, i) * entry(b, i) : entry(i, a) * entry(i, b);
        expect(Math.abs(product - (a === b ? 7 : 0))).toBeLessThan(1e-14 * 7); // a few roundings
      }
    at += rows * columns;
  }
});

it("draws normal weights with mean 0 and variance 1, and scales them by layer", () => {
  const shape = { depth: 3, width: 60, inputs: 30, outputs: 10 };
  const weights = gaussianWeights(shape, seededRandom(4));
  expect(weights.length).toBe(60 * 30 + 60 * 60 + 10 * 60);
  const mean = weights.reduce((sum, x) => sum + x, 0) / weights.length;
  const square = weights.reduce((sum, x) => sum + x * x, 0) / weights.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(weights.length)); // four standard errors
  expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / weights.length));
  // Together 1/√(m^{L−1}d_y).
  expect(layerScales(shape).reduce((a, b) => a * b, 1)).toBeCloseTo(1 / Math.sqrt(60 ** 2 * 10), 16);
});

it.each([
  [{ depth: 1, width: 2, inputs: 2, outputs: 2 }, "depth must be a whole number of at least 2: 1"],
  [{ depth: 2, width: 2.5, inputs: 2, outputs: 2 }, "width must be a whole number of at least 1: 2.5"],
  [{ depth: 2, width: 2, inputs: 2, outputs: 3 }, "width must be at least 3: 2"],
])("refuses %j", (shape, message) => {
  expect(() => orthogonalWeights(shape, seededRandom(1))).toThrow(new RangeError(message));
});
