import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { lossCurve } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { run } from "../../lib/methods/method.ts";
import { compressData, type LinearData } from "../../lib/problems/deep-linear-data.ts";
import {
  drawBatch,
  linearResNet,
  linearResNetByBatches,
  standardLinearNetwork,
  standardWeights,
} from "../../lib/problems/linear-resnet.ts";
import {
  collapse,
  gaussianTransformations,
  identityTransformations,
  modifiedIdentity,
} from "../../lib/problems/linear-resnet-transformations.ts";
import { seededRandom } from "../../lib/random.ts";
import { nearDiagonal, noisyRegression } from "../support/regression.ts";

/** X = diag(1, 2), Y = [[−1, ½], [0, −2]], with the examples in rows. */
const tiny = { examples: 2, inputs: Float64Array.of(1, 0, 0, 2), targets: Float64Array.of(-1, 0, 0.5, -2) };

describe("the values of the sheet, computed by NumPy", () => {
  const steps = [0, 1, 2, 5, 20, 200];
  const two = { inputs: 2, outputs: 2, width: 2 };
  it.each([
    [
      "modified identity, α = 1, L = 2",
      modifiedIdentity({ ...two, width: 4 }, 1),
      2,
      [2.625, 1.9602, 1.4775409918841544, 0.666612168050094, 0.0875245024222007, 1.328346977e-10],
    ],
    [
      "identity, L = 2",
      identityTransformations(two),
      2,
      [10.125, 7.756008, 6.448361011161719, 4.619873529322229, 2.6663563098377145, 0.0056354063239745],
    ],
    [
      "modified identity, α = 2, L = 3",
      modifiedIdentity({ ...two, width: 4 }, 2),
      3,
      [2.625, 0.2922, 0.16551684565226885, 0.0286233723767716, 1.80004986981e-6, 0],
    ],
  ])("%s", (_, transformations, depth, expected) => {
    const problem = linearResNet(transformations, depth, tiny);
    const start = new Float64Array(problem.dimension);
    const losses = lossCurve(gradientDescent, problem, { stepSize: 0.02, momentum: 0, start, steps: 200 });
    for (const [i, t] of steps.entries()) expect(Math.abs(losses[t]! - expected[i]!)).toBeLessThan(1e-12); // absolute, as the issue asks
  });
});

/** 𝓛 along gradient descent or SGD by ml-matrix, from the formulas of the paper, in full width on all data. */
function naiveLosses(
  { width, into, outOf }: ReturnType<typeof collapse>,
  data: LinearData,
  settings: { depth: number; stepSize: number; steps: number; batches?: readonly (readonly number[])[] },
): number[] {
  const [d, k] = [into.length / width, outOf.length / width];
  const a = Matrix.from1DArray(width, d, into);
  const b = Matrix.from1DArray(k, width, outOf);
  const x = Matrix.from1DArray(data.examples, d, data.inputs).transpose();
  const y = Matrix.from1DArray(data.examples, k, data.targets).transpose();
  const one = Matrix.eye(width);
  const layers = Array.from({ length: settings.depth }, () => Matrix.zeros(width, width));
  const through = (from: Matrix): Matrix => layers.reduce((f, w) => Matrix.add(one, w).mmul(f), a.mmul(from));
  const losses: number[] = [];
  for (let t = 0; t <= settings.steps; t++) {
    losses.push(Matrix.sub(b.mmul(through(x)), y).norm("frobenius") ** 2 / 2);
    const batch = settings.batches?.[t] ?? Array.from({ length: data.examples }, (_, i) => i);
    const rows = Array.from({ length: d }, (_, i) => i);
    const outs = Array.from({ length: k }, (_, i) => i);
    const [xs, ys] = [x.selection(rows, [...batch]), y.selection(outs, [...batch])];
    const residual = Matrix.sub(b.mmul(through(xs)), ys).mul(data.examples / batch.length);
    const gradients = layers.map((_, l) => {
      const above = layers.slice(l + 1).reduce((m, w) => Matrix.add(one, w).mmul(m), one);
      const below = layers.slice(0, l).reduce((m, w) => Matrix.add(one, w).mmul(m), a.mmul(xs));
      return b.mmul(above).transpose().mmul(residual).mmul(below.transpose());
    });
    layers.forEach((w, l) => w.sub(gradients[l]!.mul(settings.stepSize)));
  }
  return losses;
}

describe("both reductions together train like the wide net on all data", () => {
  const random = seededRandom(21);
  const sizes = { inputs: 3, outputs: 2, width: 12 };
  const data = noisyRegression(random, nearDiagonal(random, 2, 3, -1, 0.3), 40, 3, 0.1);
  const few = compressData(data);
  const kinds = {
    "modified identity": modifiedIdentity(sizes, 2),
    Gaussian: gaussianTransformations(sizes, { alpha: 0.5, beta: 0.7 }, random),
    identity: identityTransformations({ inputs: 3, outputs: 2, width: 12 }),
  };
  const settings = { depth: 4, stepSize: 2e-4, steps: 25 };

  it.each(Object.entries(kinds))("by gradient descent: %s", (_, wide) => {
    const narrow = collapse(wide);
    expect(narrow.width).toBe(wide === kinds.identity ? 3 : 5);
    const problem = linearResNet(narrow, settings.depth, few);
    const start = new Float64Array(problem.dimension);
    const ours = lossCurve(gradientDescent, problem, { ...settings, momentum: 0, start });
    for (const [t, loss] of naiveLosses(wide, data, settings).entries())
      expect(Math.abs((ours[t]! + few.floor) / loss - 1)).toBeLessThan(1e-12); // as the issue asks
  });

  it.each([1, 2, 3, 7, 40])("by SGD with batches of %d", (size) => {
    const order = Int32Array.from({ length: 40 }, (_, i) => i);
    const draws = seededRandom(77);
    const batches = Array.from({ length: settings.steps + 1 }, () => {
      drawBatch(order, size, draws);
      return Array.from(order.subarray(0, size));
    });
    const problem = linearResNetByBatches(
      collapse(kinds.Gaussian),
      settings.depth,
      data,
      size,
      seededRandom(77),
    );
    const start = new Float64Array(problem.dimension);
    const ours = lossCurve(gradientDescent, problem, { ...settings, momentum: 0, start });
    const full = naiveLosses(kinds.Gaussian, data, { ...settings, batches });
    for (const [t, loss] of full.entries())
      expect(Math.abs((ours[t]! + few.floor) / loss - 1)).toBeLessThan(1e-12); // as the issue asks
  });
});

it("draws batches without replacement, each subset as often as another", () => {
  const [random, order, counts] = [seededRandom(13), Int32Array.of(0, 1, 2, 3, 4), new Map<string, number>()];
  for (let i = 0; i < 10_000; i++) {
    drawBatch(order, 2, random);
    expect(new Set(order).size).toBe(5);
    const pair = Array.from(order.subarray(0, 2)).sort().join("");
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * 30); // four standard errors
});

it("is an unbiased gradient: the mean over all batches of one is the gradient", () => {
  const random = seededRandom(3);
  const data = noisyRegression(random, nearDiagonal(random, 2, 2, 1, 0.5), 3, 2, 0.2);
  const wide = modifiedIdentity({ inputs: 2, outputs: 2, width: 4 }, 1.5);
  const w = standardWeights(4, 2, random);
  const exact = linearResNet(wide, 2, data).gradient(w, new Float64Array(32));
  const mean = new Float64Array(32);
  const chosen = [0.1, 0.5, 0.9];
  for (const u of chosen) {
    const one = linearResNetByBatches(wide, 2, data, 1, () => u).gradient(w, new Float64Array(32));
    for (let i = 0; i < 32; i++) mean[i]! += one[i]! / 3;
  }
  for (let i = 0; i < 32; i++) expect(mean[i]!).toBeCloseTo(exact[i]!, 12); // numbers up to 30
});

it("without the identity it is B W_L⋯W₁A: one layer, by hand", () => {
  const transformations = { width: 2, into: Float64Array.of(1, 2), outOf: Float64Array.of(3, -1) };
  const data = { examples: 1, inputs: Float64Array.of(2), targets: Float64Array.of(1) };
  const problem = standardLinearNetwork(transformations, 1, data);
  // A x = (2, 4), W A x = (2, 12), B· = −6, ½(−7)²; the gradient is (−7)·Bᵀ(2, 4).
  const w = Float64Array.of(1, 0, 0, 3);
  expect(problem.loss(w)).toBe(24.5);
  expect(problem.gradient(w, new Float64Array(4))).toEqual(Float64Array.of(-42, -84, 14, 28));
});

it("draws standard weights of variance 1/m", () => {
  const w = standardWeights(30, 4, seededRandom(1));
  const square = w.reduce((sum, x) => sum + x * x, 0) / w.length;
  expect(Math.abs(30 * square - 1)).toBeLessThan(4 * Math.sqrt(2 / w.length)); // four standard errors
});

it("keeps 𝓛* below: the loss of the run on compressed data is the excess", () => {
  const random = seededRandom(4);
  const data = noisyRegression(random, nearDiagonal(random, 2, 2, 1, 0.1), 30, 2, 0.5);
  const problem = linearResNet(
    modifiedIdentity({ inputs: 2, outputs: 2, width: 4 }, 2),
    3,
    compressData(data),
  );
  let last = Infinity;
  run(
    gradientDescent,
    problem,
    { stepSize: 1e-3, momentum: 0, start: new Float64Array(48), steps: 400 },
    (_, w) => {
      last = problem.loss(w);
    },
  );
  expect(last).toBeLessThan(1e-20); // as a difference of losses near 4 it would end at 1e−15
});

it.each([
  [0, 1, "depth must be a whole number of at least 1: 0"],
  [2, 0, "batchSize must be a whole number from 1 to 2: 0"],
  [2, 3, "batchSize must be a whole number from 1 to 2: 3"],
])("refuses depth %d with batches of %d", (depth, size, message) => {
  const wide = modifiedIdentity({ inputs: 2, outputs: 2, width: 4 }, 1);
  expect(() => linearResNetByBatches(wide, depth, tiny, size, seededRandom(1))).toThrow(
    new RangeError(message),
  );
  expect(() => linearResNet(wide, 1, { ...tiny, inputs: new Float64Array(6) })).toThrow(
    new RangeError("length of inputs must be 4: 6"),
  );
});
