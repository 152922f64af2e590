/**
 * (2.8) of Bu et al. 2021: the kernel H = Σ_r ∂_r f ∂_r fᵀ of the one-layer ReLU network fᵢ = (1/√m) Σ_r a_r max{w_rᵀxᵢ, 0} is
 *   Hᵢⱼ = (1/m) xᵢᵀxⱼ #{r : w_rᵀxᵢ ≥ 0, w_rᵀxⱼ ≥ 0}.
 * It needs the derivatives to exist: w_rᵀxᵢ ≠ 0 for all r and i. They are measured by differences of the network's predictions, which are exact up
 * to rounding, since between kinks the network is linear.
 */
import { gramMatrix } from "../../problems/gram.ts";
import { reluGram, signPatterns } from "../../problems/relu-gram.ts";
import { spherePoints } from "../../problems/sphere-points.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `points`: n = `count` rows of `dimension` values; `weights`: m rows of the same; `signs`: a_r = ±1, m of them. All row-major. */
export interface Parameters {
  readonly points: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly weights: Float64Array;
  readonly signs: Float64Array;
}

/** w_rᵀxᵢ ≠ 0. O(mnd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const nearest = preActivationsOf(p).reduce((least, z) => Math.min(least, Math.abs(z)), Infinity);
  const detail = `the least $|w_r^\\top x_i|$ is ${inWords(nearest)}`;
  return [decided("no neuron on a kink", String.raw`w_r^\top x_i \ne 0`, nearest, detail)];
}

/** H, n × n values, row-major. O(mnd + mn²/32). */
export function claim(p: Parameters): Series {
  const { points, count, dimension, signs } = p;
  const patterns = signPatterns(preActivationsOf(p), signs.length, count);
  return reluGram(gramMatrix(points, count, dimension), patterns);
}

/** Σ_r ∂_r f ∂_r fᵀ with the derivatives by central differences, each neuron's too short to reach a kink. O(mn²d). */
export function measure(p: Parameters): Series {
  const { points, count, dimension, signs } = p;
  const kernel = new Float64Array(count * count);
  const preActivations = preActivationsOf(p);
  const slopes = new Float64Array(count);
  for (let r = 0; r < signs.length; r++) {
    const z = preActivations.subarray(r * count, (r + 1) * count);
    const step = z.reduce((least, x) => Math.min(least, Math.abs(x)), 1) / 2;
    for (let k = 0; k < dimension; k++) {
      for (let i = 0; i < count; i++) {
        const [shift, at] = [step * points[i * dimension + k]!, z[i]!];
        slopes[i] = (signs[r]! * (Math.max(at + shift, 0) - Math.max(at - shift, 0))) / (2 * step);
      }
      for (let i = 0; i < count; i++)
        for (let j = 0; j < count; j++) kernel[i * count + j]! += (slopes[i]! * slopes[j]!) / signs.length;
    }
  }
  return kernel;
}

/** The differences carry the rounding of z, some |z|·2⁻⁵³ over the distance to the nearest kink. O(mnd). */
export function rounding(p: Parameters): Series {
  const sizes = preActivationsOf(p).map(Math.abs);
  const [largest, least] = [Math.max(...sizes), Math.min(...sizes)];
  return new Float64Array(p.count * p.count).fill((1e-14 * largest) / Math.min(least, 1));
}

/** Entries may be 0; their terms are of the size ‖xᵢ‖‖xⱼ‖. O(n²). */
export function scale({ points, count, dimension }: Parameters): Series {
  const gram = gramMatrix(points, count, dimension);
  return gram.map((_, k) =>
    Math.sqrt(gram[Math.floor(k / count) * (count + 1)]! * gram[(k % count) * (count + 1)]!),
  );
}

/** w_rᵀxᵢ, m × n. */
function preActivationsOf({ points, count, dimension, weights, signs }: Parameters): Float64Array {
  const products = new Float64Array(signs.length * count);
  for (let r = 0; r < signs.length; r++)
    for (let i = 0; i < count; i++)
      for (let k = 0; k < dimension; k++)
        products[r * count + i]! += weights[r * dimension + k]! * points[i * dimension + k]!;
  return products;
}

const tiny: Parameters = {
  points: Float64Array.of(1, 0, 0.6, 0.8),
  count: 2,
  dimension: 2,
  weights: Float64Array.of(0.5, -0.25, -0.3, 0.8, 1.1, 0.2),
  signs: Float64Array.of(1, -1, 1),
};

const orthogonal: Parameters = { ...tiny, points: Float64Array.of(2, 0, 0, 1) };

const cases: readonly Case<Parameters>[] = [
  { name: "three neurons, two unit points", parameters: tiny, expected: "holds" },
  { name: "points that are no unit points", parameters: orthogonal, expected: "holds" },
  {
    name: "one neuron that is on a kink",
    parameters: { ...tiny, weights: Float64Array.of(0, 1), signs: Float64Array.of(1) },
    expected: "outside",
  },
];

// Tolerances: each entry is a count, a product and a quotient.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: tiny,
    step: 0,
    claim: 2 / 3,
    tolerance: 4e-16,
    source: "by hand: neurons 1 and 3 see the first point",
  },
  {
    parameters: tiny,
    step: 1,
    claim: 0.4,
    tolerance: 4e-16,
    source: "by hand: neurons 1 and 3 see both, 0.6 · 2/3",
  },
  { parameters: tiny, step: 3, claim: 1, tolerance: 4e-16, source: "by hand: all see the second point" },
  {
    parameters: orthogonal,
    step: 0,
    claim: 8 / 3,
    tolerance: 4e-16,
    source: "by hand: 2² · 2/3",
  },
  {
    parameters: orthogonal,
    step: 3,
    claim: 2 / 3,
    tolerance: 4e-16,
    source: "by hand: neurons 2 and 3 see the second point",
  },
  { parameters: orthogonal, step: 1, claim: 0, tolerance: 0, source: "by hand: the points are orthogonal" },
];

/** One to five points of dimension 1 to 6, not all of norm 1, and one to forty neurons. */
function sample(random: Random): Parameters {
  const [count, dimension, width] = [5, 6, 40].map((most) => 1 + Math.floor(most * random())) as [
    number,
    number,
    number,
  ];
  const points = spherePoints(random, count, dimension);
  if (random() < 0.3) for (let i = 0; i < points.length; i++) points[i]! *= 0.25 * (1 + (i % 4));
  return {
    points,
    count,
    dimension,
    weights: fillNormal(random, new Float64Array(width * dimension)),
    signs: Float64Array.from({ length: width }, () => (random() < 0.5 ? 1 : -1)),
  };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/equation-2-8",
  paper: "bu-2021",
  number: "(2.8)",
  title: "The kernel of a finite network counts neurons",
  kind: "equality",
  tex: String.raw`H_{ij} = \sum_r \Bigl\langle\frac{\partial f_i}{\partial w_r},\frac{\partial f_j}{\partial w_r}\Bigr\rangle = \frac1m\,x_i^\top x_j\;\#\{r : w_r^\top x_i\ge0,\ w_r^\top x_j\ge0\}`,
  plain:
    "The kernel of a finite network is the Gram matrix of the data, weighted by the share of neurons that see both points.",
  looseness: 1,
  cases,
  values,
  sample,
};
