import type { ReluNetworkData } from "../problems/relu-network.ts";
import { spherePoints } from "../problems/sphere-points.ts";
import { fillNormal, type Random } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Hypothesis } from "./theorem.ts";

/** A small ReLU network at given weights, m rows of d values, with its data and labels. */
export interface LabelledNetwork extends ReluNetworkData {
  readonly weights: Float64Array;
}

/** The least |w_rᵀxᵢ|. O(mnd). */
export function nearestKink({ points, count, dimension, weights, signs }: LabelledNetwork): number {
  let least = Infinity;
  for (let r = 0; r < signs.length; r++)
    for (let i = 0; i < count; i++) {
      let z = 0;
      for (let k = 0; k < dimension; k++) z += weights[r * dimension + k]! * points[i * dimension + k]!;
      least = Math.min(least, Math.abs(z));
    }
  return least;
}

/** w_rᵀxᵢ ≠ 0: the derivatives exist. O(mnd). */
export function farFromKinks(network: LabelledNetwork): Hypothesis {
  const nearest = nearestKink(network);
  const detail = `the least $|w_r^\\top x_i|$ is ${inWords(nearest)}`;
  return decided("no neuron on a kink", String.raw`w_r^\top x_i \ne 0`, nearest, detail);
}

/** Three neurons and two unit points. */
export const tinyLabelled: LabelledNetwork = {
  points: Float64Array.of(1, 0, 0.6, 0.8),
  labels: Float64Array.of(1, -1),
  count: 2,
  dimension: 2,
  weights: Float64Array.of(0.5, -0.25, -0.3, 0.8, 1.1, 0.2),
  signs: Float64Array.of(1, -1, 1),
};

/** One to four unit points of dimension 1 to 4 with normal labels, and one to twelve normal neurons. */
export function sampleLabelled(random: Random): LabelledNetwork {
  const [count, dimension, width] = [4, 4, 12].map((most) => 1 + Math.floor(most * random())) as [
    number,
    number,
    number,
  ];
  return {
    points: spherePoints(random, count, dimension),
    labels: fillNormal(random, new Float64Array(count)),
    count,
    dimension,
    weights: fillNormal(random, new Float64Array(width * dimension)),
    signs: new Float64Array(width).map(() => (random() < 0.5 ? 1 : -1)),
  };
}
