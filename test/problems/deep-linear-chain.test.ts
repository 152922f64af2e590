import { describe, expect, it } from "vitest";
import { chainProblem, layerOffsets, type Chain } from "../../lib/problems/deep-linear-chain.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const random = seededRandom(17);
const normals = (length: number): Float64Array => fillNormal(random, new Float64Array(length));

const chains: readonly (readonly [string, Chain, number, number])[] = [
  ["plain", { sizes: [3, 5, 4, 2], scales: [0.5, 1, 0.7], residual: false }, 3, 2],
  ["residual", { sizes: [4, 4, 4], scales: [1, 1], residual: true, readout: normals(3 * 4) }, 4, 3],
  ["one layer", { sizes: [2, 3], scales: [1], residual: false }, 2, 3],
  ["one residual layer", { sizes: [3, 3], scales: [2], residual: true, readout: normals(3) }, 3, 1],
];

describe.each(chains)("%s", (_, chain, d, k) => {
  const n = 6;
  const problem = chainProblem(chain, { examples: n, inputs: normals(n * d), targets: normals(n * k) });
  const w = normals(problem.dimension);
  const v = normals(problem.dimension);
  const moved = (by: number): Float64Array => w.map((x, i) => x + by * v[i]!);

  it("has the gradient that differences of its loss have", () => {
    const gradient = problem.gradient(w, new Float64Array(w.length));
    const slope = gradient.reduce((sum, g, i) => sum + g * v[i]!, 0);
    const h = 1e-4;
    const difference = (step: number): number =>
      (problem.loss(moved(step)) - problem.loss(moved(-step))) / (2 * step);
    // Fourth order, by Richardson: the rest is h⁴ of a polynomial, and 1e−12 of rounding.
    expect(Math.abs((4 * difference(h) - difference(2 * h)) / 3 / slope - 1)).toBeLessThan(1e-8);
  });

  it("has the derivative of its outputs, of which the gradient is the transpose", () => {
    const derivative = problem.derivative(w, v, new Float64Array(n * k));
    const [plus, minus] = [1e-5, -1e-5].map((h) => problem.outputs(moved(h), new Float64Array(n * k)));
    for (const [i, x] of derivative.entries())
      expect(Math.abs((plus![i]! - minus![i]!) / 2e-5 - x)).toBeLessThan(1e-6 * (1 + Math.abs(x))); // h² of the third derivative
  });

  it("allocates its room once: a second call gives the same", () => {
    const first = problem.gradient(w, new Float64Array(w.length));
    problem.loss(v);
    expect(problem.gradient(w, new Float64Array(w.length))).toEqual(first);
  });
});

it("lays the weights out one layer after the other", () => {
  expect(layerOffsets([3, 5, 4, 2])).toEqual([0, 15, 35, 43]);
});

it("refuses data that do not fit", () => {
  const chain = { sizes: [2, 3], scales: [1], residual: false };
  const data = { examples: 1, inputs: normals(2), targets: normals(3) };
  expect(() => chainProblem(chain, { ...data, inputs: normals(3) })).toThrow("length of inputs must be 2: 3");
  expect(() => chainProblem(chain, { ...data, targets: normals(2) })).toThrow(
    "length of targets must be 3: 2",
  );
  expect(() => chainProblem({ ...chain, readout: normals(2) }, data)).toThrow(
    "length of readout must be 9: 2",
  );
});
