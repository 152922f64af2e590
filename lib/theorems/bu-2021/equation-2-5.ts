/**
 * (2.4)–(2.6) of Bu et al. 2021, the prediction and error dynamics, for the one-layer ReLU network: along gradient flow, Δ = f − y moves as
 *   Δ̇ = −HΔ,  H = Σ_r (∂f/∂w_r)(∂f/∂w_r)ᵀ,  that is Hᵢⱼ = (1/m) xᵢᵀxⱼ #{r : w_rᵀxᵢ ≥ 0, w_rᵀxⱼ ≥ 0} by (2.8).
 * It needs w_rᵀxᵢ ≠ 0. Δ̇ is measured by differences of the predictions along the gradient of the loss, which are exact up to rounding, since the predictions are linear between
 * kinks. Where a neuron crosses one, Δ̇ jumps: (2.5) holds at almost all times, and H is constant between them.
 */
import { gramMatrix } from "../../problems/gram.ts";
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
import { claim as kernelOf } from "./equation-2-8.ts";

export type Parameters = LabelledNetwork;

/** w_rᵀxᵢ ≠ 0. O(mnd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return [farFromKinks(p)];
}

/** −HΔ, n values. O(mnd + mn²/32). */
export function claim(p: Parameters): Series {
  const errors = reluNetwork(p).errors(p.weights, new Float64Array(p.count));
  const kernel = kernelOf(p);
  return errors.map((_, i) => -errors.reduce((sum, error, j) => sum + kernel[i * p.count + j]! * error, 0));
}

/** Δ̇ by a central difference along −∂L/∂w, too short to reach a kink. O(mnd). */
export function measure(p: Parameters): Series {
  const network = reluNetwork(p);
  const slope = network.gradient(p.weights, new Float64Array(p.weights.length));
  const step = shortStep(p, slope);
  const at = (direction: number) =>
    network.errors(
      p.weights.map((w, k) => w - direction * step * slope[k]!),
      new Float64Array(p.count),
    );
  const [ahead, behind] = [at(1), at(-1)];
  return ahead.map((error, i) => (error - behind[i]!) / (2 * step));
}

/** No w_rᵀxᵢ changes its sign within it: each moves by at most ‖slope‖ ‖xᵢ‖. */
function shortStep(p: Parameters, slope: Float64Array): number {
  const longest = Math.sqrt(Math.max(...gramMatrix(p.points, p.count, p.dimension)));
  const speed = Math.hypot(...slope) * longest;
  return Math.min(1, nearestKink(p) / 2 / Math.max(speed, 1e-300));
}

/** The difference carries the rounding of the predictions over the step. O(mnd). */
export function rounding(p: Parameters): Series {
  const network = reluNetwork(p);
  const slope = network.gradient(p.weights, new Float64Array(p.weights.length));
  const size = (1e-14 * (1 + Math.hypot(...p.weights))) / shortStep(p, slope);
  return new Float64Array(p.count).fill(size);
}

/** Entries may be 0; their terms are of the size of the errors. O(mnd). */
export function scale(p: Parameters): Series {
  return new Float64Array(p.count).fill(Math.sqrt(1 + reluNetwork(p).loss(p.weights)));
}

const cases: readonly Case<Parameters>[] = [
  { name: "three neurons, two unit points", parameters: tinyLabelled, expected: "holds" },
  {
    name: "a point that no neuron sees",
    parameters: {
      ...tinyLabelled,
      points: Float64Array.of(1, 0, -0.6, -0.8),
      weights: Float64Array.of(1, 1, 2, 1, 1, 3),
    },
    expected: "holds",
  },
  {
    name: "one neuron that is on a kink",
    parameters: { ...tinyLabelled, weights: Float64Array.of(0, 1), signs: Float64Array.of(1) },
    expected: "outside",
  },
];

const apart: Parameters = {
  points: Float64Array.of(1, 0, 0.6, 0.8),
  labels: Float64Array.of(1, 2),
  count: 2,
  dimension: 2,
  weights: Float64Array.of(3, -4),
  signs: Float64Array.of(1),
};

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: apart,
    step: 0,
    claim: -2,
    tolerance: 1e-15,
    source: "by hand: f₁ = 3, H₁₁ = 1; the neuron does not see the second point",
  },
  { parameters: apart, step: 1, claim: 0, tolerance: 0, source: "by hand: no neuron sees the second point" },
  {
    parameters: { ...apart, weights: Float64Array.of(1, 2) },
    step: 0,
    claim: -0.12,
    tolerance: 1e-14,
    source: "by hand: f = (1, 2.2), Δ = (0, 0.2), −0.6 · 0.2",
  },
  {
    parameters: { ...apart, weights: Float64Array.of(1, 2) },
    step: 1,
    claim: -0.2,
    tolerance: 1e-14,
    source: "by hand: −1 · 0.2",
  },
];

/** See `sampleLabelled`. */
const sample = (random: Random): Parameters => sampleLabelled(random);

export const statement: Statement<Parameters> = {
  id: "bu-2021/equation-2-5",
  paper: "bu-2021",
  number: "(2.5)",
  title: "The error dynamics",
  kind: "equality",
  tex: String.raw`\dot\Delta(t) = -H(t)\,\Delta(t),\qquad H = \sum_r \frac{\partial f}{\partial w_r}\Bigl(\frac{\partial f}{\partial w_r}\Bigr)^{\!\top}`,
  plain:
    "Under gradient flow the errors of a network move by its kernel, as those of a quadratic do by its Hessian.",
  looseness: 1,
  cases,
  values,
  sample,
};
