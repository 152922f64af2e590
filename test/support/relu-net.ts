import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { reluGradientDescent } from "../../lib/methods/relu/gradient-descent.ts";
import { reluHeavyBall } from "../../lib/methods/relu/heavy-ball.ts";
import { reluNesterovGradientCorrection } from "../../lib/methods/relu/nesterov-gradient-correction.ts";
import { reluNesterov } from "../../lib/methods/relu/nesterov.ts";
import type { ReluMethod } from "../../lib/methods/relu/relu-method.ts";
import { reluData, type ReluData } from "../../lib/problems/relu-data.ts";
import { givenDraw, type ReluDraw } from "../../lib/problems/relu-draw.ts";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import type { Variant, WeightSpaceNet } from "../oracles/weight-space-relu.ts";

/** The methods by the name that the oracle has for them. */
export const reluMethods: Readonly<Record<Variant, ReluMethod>> = {
  "gradient descent": reluGradientDescent,
  "heavy ball": reluHeavyBall,
  Nesterov: reluNesterov,
  "Nesterov, gradient correction": reluNesterovGradientCorrection,
};

/** A network in weight space, and the same for our trainers. */
export interface TwinNet {
  readonly net: WeightSpaceNet;
  readonly data: ReluData;
  readonly draw: ReluDraw;
  /** λ_max(H̄). */
  readonly largest: number;
}

export function twinNet(net: WeightSpaceNet): TwinNet {
  const { points, labels, weights, signs } = net;
  const count = points.length;
  const data = reluData(
    Float64Array.from(points.flat()),
    Float64Array.from(labels),
    count,
    points[0]!.length,
  );
  const products = weights.flatMap((w) =>
    points.map((x) => x.reduce((sum, value, k) => sum + value * w[k]!, 0)),
  );
  const draw = givenDraw(Float64Array.from(products), Float64Array.from(signs), count);
  const kernel = Matrix.from1DArray(count, count, data.kernel);
  const { realEigenvalues } = new EigenvalueDecomposition(kernel, { assumeSymmetric: true });
  return { net, data, draw, largest: Math.max(...realEigenvalues) };
}

/** n points on the sphere of ℝᵈ with random labels ±1, and m normal neurons. */
export function randomNet(seed: number, count: number, dimension: number, width: number): TwinNet {
  const random = seededRandom(seed);
  const rows = (flat: Float64Array) =>
    Array.from({ length: flat.length / dimension }, (_, i) => [
      ...flat.subarray(i * dimension, (i + 1) * dimension),
    ]);
  const coin = () => (random() < 0.5 ? 1 : -1);
  return twinNet({
    points: rows(spherePoints(random, count, dimension)),
    labels: Array.from({ length: count }, coin),
    weights: rows(fillNormal(random, new Float64Array(width * dimension))),
    signs: Array.from({ length: width }, coin),
  });
}

/** Three neurons, two points; losses by an independent program are in `lazy-run.test.ts`. */
export const tinyNet = twinNet({
  points: [
    [1, 0],
    [0.6, 0.8],
  ],
  labels: [1, -1],
  weights: [
    [0.5, -0.25],
    [-0.3, 0.8],
    [1.1, 0.2],
  ],
  signs: [1, -1, 1],
});

/** Six neurons, three points of the circle. */
export const circleNet = twinNet({
  points: [0.1, 1, 2.4].map((angle) => [Math.cos(angle), Math.sin(angle)]),
  labels: [1, -1, 0.5],
  weights: [1, 0.5, 1.5, 0.7, 1.2, 0.9].map((length, k) => [
    length * Math.cos(1.1 * k + 0.3),
    length * Math.sin(1.1 * k + 0.3),
  ]),
  signs: [1, -1, 1, -1, 1, 1],
});
