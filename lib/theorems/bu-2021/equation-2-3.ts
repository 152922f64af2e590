/**
 * (2.3) of Bu et al. 2021, the weight dynamics, for the one-layer ReLU network fᵢ = (1/√m) Σ_r a_r max{w_rᵀxᵢ, 0}: along gradient flow (2.2),
 *   dw_r/dt = −∂L/∂w_r = −Σᵢ (fᵢ − yᵢ) ∂fᵢ/∂w_r,  ∂fᵢ/∂w_r = (1/√m) a_r 1{w_rᵀxᵢ ≥ 0} xᵢ.
 * It needs the derivatives to exist: w_rᵀxᵢ ≠ 0. The slope of L is measured by differences, which are exact up to rounding, since L is quadratic between kinks.
 */
import { reluNetwork } from "../../problems/relu-network.ts";
import type { Random } from "../../random.ts";
import {
  farFromKinks,
  nearestKink,
  sampleLabelled,
  tinyLabelled,
  type LabelledNetwork,
} from "../relu-at-weights.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = LabelledNetwork;

/** w_rᵀxᵢ ≠ 0. O(mnd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return [farFromKinks(p)];
}

/** −Σᵢ (fᵢ − yᵢ) ∂fᵢ/∂w_r for all r, m × d values, row-major. O(mnd). */
export function claim(p: Parameters): Series {
  return reluNetwork(p)
    .gradient(p.weights, new Float64Array(p.weights.length))
    .map((slope) => -slope);
}

/** −∂L/∂w_r by central differences, each too short to reach a kink. O(m²nd²). */
export function measure(p: Parameters): Series {
  const network = reluNetwork(p);
  const step = Math.min(nearestKink(p) / 2, 1);
  const moved = Float64Array.from(p.weights);
  return p.weights.map((w, i) => {
    moved[i] = w + step;
    const above = network.loss(moved);
    moved[i] = w - step;
    const below = network.loss(moved);
    moved[i] = w;
    return (below - above) / (2 * step);
  });
}

/** The differences carry the rounding of the loss over the distance to the nearest kink. O(mnd). */
export function rounding(p: Parameters): Series {
  const loss = reluNetwork(p).loss(p.weights);
  const size = (1e-14 * (1 + loss)) / Math.min(nearestKink(p), 1);
  return new Float64Array(p.weights.length).fill(size);
}

/** Entries may be 0; their terms are of the size of the errors. O(mnd). */
export function scale(p: Parameters): Series {
  return new Float64Array(p.weights.length).fill(Math.sqrt(1 + reluNetwork(p).loss(p.weights)));
}

const cases: readonly Case<Parameters>[] = [
  { name: "three neurons, two unit points", parameters: tinyLabelled, expected: "holds" },
  {
    name: "the labels are met: nothing moves",
    parameters: { ...tinyLabelled, labels: Float64Array.of(1.6 / Math.sqrt(3), -0.04 / Math.sqrt(3)) },
    expected: "holds",
  },
  {
    name: "one neuron that is on a kink",
    parameters: { ...tinyLabelled, weights: Float64Array.of(0, 1), signs: Float64Array.of(1) },
    expected: "outside",
  },
];

const one: Parameters = {
  points: Float64Array.of(1, 0),
  labels: Float64Array.of(1),
  count: 1,
  dimension: 2,
  weights: Float64Array.of(3, 7, 4, -1),
  signs: Float64Array.of(-1, 1),
};

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: one,
    step: 0,
    claim: (1 / Math.SQRT2 - 1) / Math.SQRT2,
    tolerance: 1e-14,
    source: "by hand: f = (4 − 3)/√2, −(f − 1)·(−1/√2)",
  },
  { parameters: one, step: 1, claim: 0, tolerance: 0, source: "by hand: the point has no second coordinate" },
  {
    parameters: { ...one, weights: Float64Array.of(3, 7, -4, -1) },
    step: 2,
    claim: 0,
    tolerance: 0,
    source: "by hand: the second neuron does not see the point",
  },
  {
    parameters: { ...one, weights: Float64Array.of(3, 7, -4, -1) },
    step: 0,
    claim: (-3 / Math.SQRT2 - 1) / Math.SQRT2,
    tolerance: 1e-14,
    source: "by hand: f = −3/√2",
  },
];

/** See `sampleLabelled`. */
const sample = (random: Random): Parameters => sampleLabelled(random);

export const statement: Statement<Parameters> = {
  id: "bu-2021/equation-2-3",
  paper: "bu-2021",
  number: "(2.3)",
  title: "The weight dynamics",
  kind: "equality",
  tex: String.raw`\frac{dw_r}{dt} = -\frac{\partial L}{\partial w_r} = -\sum_i (f_i-y_i)\,\frac{\partial f_i}{\partial w_r}`,
  plain: "Under gradient flow a neuron's weights move along the data that it sees, each with its error.",
  looseness: 1,
  cases,
  values,
  sample,
};
