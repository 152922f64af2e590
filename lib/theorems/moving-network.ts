import { gramMatrix } from "../problems/gram.ts";
import { reluGram, signPatterns } from "../problems/relu-gram.ts";
import { spherePoints } from "../problems/sphere-points.ts";
import { fillNormal, type Random } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Case, Hypothesis, Series } from "./theorem.ts";

/**
 * A one-layer ReLU network fᵢ = (1/√m)Σ_r a_r max{w_rᵀxᵢ, 0} that moves: n = `count` rows of `dimension` values, m rows of `weights` w_r and `velocities` ẇ_r, `signs` a_r = ±1, n `labels`.
 * α = `friction`² and s = `stepSize` are those of (13) and (15) of Liu et al. 2022.
 */
export interface MovingNetwork {
  readonly points: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly weights: Float64Array;
  readonly velocities: Float64Array;
  readonly signs: Float64Array;
  readonly labels: Float64Array;
  readonly friction: number;
  readonly stepSize: number;
}

/** No neuron on a kink, w_rᵀxᵢ ≠ 0; √α ≥ 0; s ≥ 0. O(mnd). */
export function offKinks(p: MovingNetwork): readonly Hypothesis[] {
  const nearest = productsOf(p, p.weights).reduce((least, z) => Math.min(least, Math.abs(z)), Infinity);
  return [
    decided(
      "no neuron on a kink",
      String.raw`w_r^\top x_i \ne 0`,
      nearest,
      `the least $|w_r^\\top x_i|$ is ${inWords(nearest)}`,
    ),
    decided(
      "friction",
      String.raw`\sqrt\alpha \ge 0`,
      p.friction,
      `$\\sqrt\\alpha$ = ${inWords(p.friction)}`,
      false,
    ),
    decided("step size", String.raw`s \ge 0`, p.stepSize, `$s$ = ${inWords(p.stepSize)}`, false),
  ];
}

/** Δ = f − y and ḟ by (16), (20), and the kernel H, n × n. O(mnd + mn²/32). */
export function residualMotion(p: MovingNetwork): {
  readonly residual: Float64Array;
  readonly velocity: Float64Array;
  readonly kernel: Float64Array;
} {
  const { points, count, dimension, signs } = p;
  const patterns = signPatterns(productsOf(p, p.weights), signs.length, count);
  return {
    residual: predictions(p, p.weights).map((f, i) => f - p.labels[i]!),
    velocity: alongWeights(p, p.velocities),
    kernel: reluGram(gramMatrix(points, count, dimension), patterns),
  };
}

/**
 * f̈ by (21): the derivative of f along the acceleration ẅ_r = −2√αẇ_r − √s·q·(∂²ℓ/∂W² ẇ)_r − (1 + √(αs))∂ℓ/∂w_r of (13), q = 0, or (15), q = 1. The gradient is measured by differences of f,
 * the second derivative by differences of gradients, both exact up to rounding between kinks. O(mn(m + n)d).
 */
export function measuredAcceleration(p: MovingNetwork, correction: 0 | 1): Series {
  const { friction, stepSize, velocities } = p;
  const gradient = gradientAt(p, p.weights);
  const turn = correction === 0 ? null : gradientChange(p);
  const gain = 1 + friction * Math.sqrt(stepSize);
  const acceleration = velocities.map(
    (v, k) => -2 * friction * v - Math.sqrt(stepSize) * (turn?.[k] ?? 0) - gain * gradient[k]!,
  );
  return alongWeights(p, acceleration);
}

/** ∂ℓ/∂W by (16): (a_r/√m)Σᵢ 1_{ri}Δᵢxᵢ, the patterns those of the weights. */
function gradientAt(p: MovingNetwork, weights: Float64Array): Float64Array {
  const { points, count, dimension, signs, labels } = p;
  const products = productsOf(p, p.weights);
  const residual = predictions(p, weights).map((f, i) => f - labels[i]!);
  const scale = 1 / Math.sqrt(signs.length);
  return weights.map((_, k) => {
    const [r, l] = [Math.floor(k / dimension), k % dimension];
    let sum = 0;
    for (let i = 0; i < count; i++)
      if (products[r * count + i]! >= 0) sum += residual[i]! * points[i * dimension + l]!;
    return signs[r]! * scale * sum;
  });
}

/** ∂²ℓ/∂W² ẇ, by central differences too short to reach a kink. */
function gradientChange(p: MovingNetwork): Float64Array {
  const h = reachOf(p, p.velocities);
  const [ahead, behind] = [h, -h].map((t) =>
    gradientAt(
      p,
      p.weights.map((w, k) => w + t * p.velocities[k]!),
    ),
  );
  return ahead!.map((g, k) => (g - behind![k]!) / (2 * h));
}

/** The derivative of f along a motion of the weights, by central differences too short to reach a kink. */
function alongWeights(p: MovingNetwork, direction: Float64Array): Float64Array {
  const h = reachOf(p, direction);
  const [ahead, behind] = [h, -h].map((t) =>
    predictions(
      p,
      p.weights.map((w, k) => w + t * direction[k]!),
    ),
  );
  return ahead!.map((f, i) => (f - behind![i]!) / (2 * h));
}

/** Half the way to the nearest kink, at most 1. */
function reachOf(p: MovingNetwork, direction: Float64Array): number {
  const [products, change] = [productsOf(p, p.weights), productsOf(p, direction)];
  return (
    products.reduce((least, z, k) => Math.min(least, Math.abs(z) / (Math.abs(change[k]!) + 1e-300)), 2) / 2
  );
}

function predictions(p: MovingNetwork, weights: Float64Array): Float64Array {
  const out = new Float64Array(p.count);
  const scale = 1 / Math.sqrt(p.signs.length);
  productsOf(p, weights).forEach((z, k) => {
    out[k % p.count]! += scale * p.signs[Math.floor(k / p.count)]! * Math.max(z, 0);
  });
  return out;
}

/** w_rᵀxᵢ, m × n. */
function productsOf({ points, count, dimension, signs }: MovingNetwork, weights: Float64Array): Float64Array {
  const products = new Float64Array(signs.length * count);
  for (let k = 0; k < products.length; k++) {
    const [r, i] = [Math.floor(k / count), k % count];
    for (let l = 0; l < dimension; l++)
      products[k]! += weights[r * dimension + l]! * points[i * dimension + l]!;
  }
  return products;
}

/** The differences carry the rounding of f over the way to the nearest kink. O(mnd). */
export function motionRounding(p: MovingNetwork): Series {
  const nearest = productsOf(p, p.weights).reduce((least, z) => Math.min(least, Math.abs(z)), 1);
  return new Float64Array(p.count).fill(1e-13 / nearest ** 2);
}

/** The size of the terms. O(mnd + mn²). */
export function motionScale(p: MovingNetwork): Series {
  const { residual, velocity, kernel } = residualMotion(p);
  const root = Math.sqrt(Math.max(p.stepSize, 0));
  const size = (vector: Float64Array) => vector.reduce((sum, x) => sum + Math.abs(x), 0);
  const total =
    2 * p.friction * size(velocity) +
    (1 + root) * (1 + p.friction * root) * size(kernel) * (1 + size(residual) + size(velocity));
  return new Float64Array(p.count).fill(Math.max(total, 1));
}

/** Four neurons, one for each way to see two data at a right angle; Δ = (1, 1), ḟ = (½, 1), H = ½I. */
export const fourNeurons: MovingNetwork = {
  points: Float64Array.of(1, 0, 0, 1),
  count: 2,
  dimension: 2,
  weights: Float64Array.of(1, 1, 1, -1, -1, 1, -1, -1),
  velocities: Float64Array.of(1, 2, 0, 1, 1, 0, 3, 1),
  signs: Float64Array.of(1, 1, -1, 1),
  labels: Float64Array.of(0, -1),
  friction: 0.5,
  stepSize: 0.25,
};

/** Networks off their kinks, and on them. */
export const movingCases: readonly Case<MovingNetwork>[] = [
  { name: "four neurons, two data", parameters: fourNeurons, expected: "holds" },
  { name: "no step: the low resolution", parameters: { ...fourNeurons, stepSize: 0 }, expected: "holds" },
  {
    name: "data that are not at a right angle",
    parameters: { ...fourNeurons, points: Float64Array.of(1, 0, 0.6, 0.8) },
    expected: "holds",
  },
  {
    name: "a neuron on a kink",
    parameters: { ...fourNeurons, weights: Float64Array.of(0, 1, 1, -1, -1, 1, -1, -1) },
    expected: "outside",
  },
  { name: "negative friction", parameters: { ...fourNeurons, friction: -1 }, expected: "outside" },
];

/** One to four data, two to twelve neurons, anywhere and moving anyhow. */
export function sampleMoving(random: Random): MovingNetwork {
  const [count, dimension] = [1 + Math.floor(4 * random()), 1 + Math.floor(4 * random())];
  const width = 2 + Math.floor(11 * random());
  const normal = (length: number) => fillNormal(random, new Float64Array(length));
  return {
    points: spherePoints(random, count, dimension),
    count,
    dimension,
    weights: normal(width * dimension),
    velocities: normal(width * dimension),
    signs: Float64Array.from({ length: width }, () => (random() < 0.5 ? 1 : -1)),
    labels: normal(count),
    friction: random(),
    stepSize: random(),
  };
}
