import { describe, expect, it } from "vitest";
import { lossCurve } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import {
  deepLinear,
  deepLinearChain,
  orthogonalWeights,
  type DeepLinearShape,
} from "../../lib/problems/deep-linear-network.ts";
import { reduceDeepLinear, sampleDeepLinear } from "../../lib/problems/deep-linear-reduction.ts";
import { seededRandom } from "../../lib/random.ts";
import { nearDiagonal, noisyRegression } from "../support/regression.ts";

const shapes: readonly (readonly [string, DeepLinearShape, number, number])[] = [
  ["100 layers, as in I.2", { depth: 100, width: 50, inputs: 20, outputs: 20 }, 5, 15],
  ["three outputs", { depth: 20, width: 30, inputs: 12, outputs: 3 }, 5, 8],
  ["no room to reduce", { depth: 10, width: 9, inputs: 8, outputs: 7 }, 5, 9],
  ["two layers", { depth: 2, width: 40, inputs: 6, outputs: 4 }, 2, 6],
  ["more examples than inputs", { depth: 5, width: 25, inputs: 3, outputs: 4 }, 9, 7],
];

describe.each(shapes)("%s", (_, shape, examples, k) => {
  const random = seededRandom(11);
  const { inputs, outputs, depth } = shape;
  const data = noisyRegression(random, nearDiagonal(random, outputs, inputs, 1, 0.1), examples, inputs, 0);
  const weights = orthogonalWeights(shape, random);
  const full = deepLinear({ chain: deepLinearChain(shape), data });
  const reduced = reduceDeepLinear(shape, data, weights);

  it(`has the width ${k} = min(m, n + min(d_y, 2n))`, () => {
    const n = Math.min(examples, inputs);
    expect(k).toBe(Math.min(shape.width, n + Math.min(outputs, 2 * n)));
    expect(reduced.chain.sizes[1]).toBe(k);
    expect(sampleDeepLinear(shape, data, random).chain.sizes).toEqual(reduced.chain.sizes);
  });

  it.each(Object.entries({ gradientDescent, heavyBall, nesterov }))("trains like it by %s", (_, method) => {
    const settings = { stepSize: 0.3 / depth, momentum: 0.5, steps: 16 };
    const wide = lossCurve(method, full, { ...settings, start: weights });
    const narrow = lossCurve(method, deepLinear(reduced), { ...settings, start: reduced.weights });
    for (const [t, loss] of wide.entries()) {
      // What the issue asks for; and below 10⁻⁴ of the start, where U − Y cancels, a few dozen roundings of ‖U‖.
      if (loss > 1e-4 * wide[0]!) expect(Math.abs(narrow[t]! / loss - 1)).toBeLessThan(1e-12);
      expect(Math.abs(Math.sqrt(narrow[t]!) - Math.sqrt(loss))).toBeLessThan(2e-14 * Math.sqrt(wide[0]!));
    }
  });
});

describe("the state sampled at any width", () => {
  const shape = { depth: 3, width: 12, inputs: 4, outputs: 3 };
  const random = seededRandom(5);
  const data = noisyRegression(random, nearDiagonal(random, 3, 4, 1, 0.3), 2, 4, 0);
  const settings = { stepSize: 0.02, momentum: 0.3, steps: 8 };
  const lossesOf = (draw: () => ReturnType<typeof sampleDeepLinear>): number[] =>
    Array.from({ length: 600 }, () => {
      const start = draw();
      return lossCurve(heavyBall, deepLinear(start), { ...settings, start: start.weights })[8]!;
    });

  it("has the distribution of the reduced one: Kolmogorov and Smirnov's distance of the losses after 8 steps", () => {
    const full = lossesOf(() => reduceDeepLinear(shape, data, orthogonalWeights(shape, random)));
    const sampled = lossesOf(() => sampleDeepLinear(shape, data, random));
    const all = [...full, ...sampled].sort((a, b) => a - b);
    const share = (losses: number[], x: number): number => losses.filter((loss) => loss <= x).length / 600;
    const distance = Math.max(...all.map((x) => Math.abs(share(full, x) - share(sampled, x))));
    expect(distance).toBeLessThan(1.63 * Math.sqrt(2 / 600)); // exceeded by chance in 1 % of seeds
  });

  it("has corners whose mean square is n d_y/m", () => {
    for (const width of [12, 400, 1e9]) {
      let total = 0;
      for (let i = 0; i < 4000; i++) {
        const { chain, weights } = sampleDeepLinear({ ...shape, width }, data, random);
        const [k, q] = [chain.sizes[2]!, chain.sizes[3]!];
        const last = weights.subarray(weights.length - q * k);
        for (let p = 0; p < q; p++) for (let c = 0; c < 2; c++) total += last[p * k + c]! ** 2 / 4000;
      }
      // W_L carries √m, so 6 on average; the mean of 4000 χ²-like sums is off by √(2·6/4000) = 0.055.
      expect(Math.abs(total - 6)).toBeLessThan(0.2);
    }
  });
});

it("refuses weights and data of another shape", () => {
  const shape = { depth: 3, width: 4, inputs: 2, outputs: 2 };
  const data = { examples: 1, inputs: new Float64Array(2), targets: new Float64Array(2) };
  expect(() => reduceDeepLinear(shape, data, new Float64Array(3))).toThrow(
    new RangeError("length of weights must be 32: 3"),
  );
  expect(() => sampleDeepLinear({ ...shape, inputs: 3 }, data, seededRandom(1))).toThrow(
    new RangeError("length of inputs must be 3: 2"),
  );
  expect(() => sampleDeepLinear({ ...shape, depth: 1 }, data, seededRandom(1))).toThrow(
    new RangeError("depth must be a whole number of at least 2: 1"),
  );
});
