/**
 * Lemma 22 of Wang et al. 2021 (Claim 3.10 of Song and Yang 2019): the error at the random start is not large: with probability at least 1 − δ,
 * ‖y − u₀‖² = O(n log(m/δ) log²(n/δ)). The constant is left open, so that the claim here has a number instead (ours):
 *   ‖y − u₀‖² ≤ (n/2 + ‖y‖²)/δ.
 * Proof. The signs are independent of the weights and have mean 0, so E u₀ = 0 and E u₀[i]² = E max{wᵀxᵢ, 0}² = ½ for a unit datum. Hence E‖y − u₀‖² = n/2 + ‖y‖²,
 * and Markov's inequality. ∎ For small δ the paper's form is better; what it gives with the constant 1 is shown with the last hypothesis.
 */
import { gaussianDraw } from "../../problems/relu-draw.ts";
import { reluData } from "../../problems/relu-data.ts";
import { randomLabels, spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { hasUnitData, unitData, type NetworkAtStart } from "../network-at-start.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `failure` is δ, `labels` is y. */
export interface Parameters extends NetworkAtStart {
  readonly labels: Float64Array;
  readonly failure: number;
}

/** Unit data and 0 < δ < 1. O(nd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { count, width, failure } = p;
  const printed = count * Math.log(width / failure) * Math.log(count / failure) ** 2;
  return [
    unitData(p),
    decided(
      "a chance to fail",
      String.raw`0 < \delta < 1`,
      Math.min(failure, 1 - failure),
      `$\\delta$ = ${inWords(failure)}; as printed, $O(${inWords(printed)})$`,
    ),
  ];
}

/** (n/2 + ‖y‖²)/δ, a series of length 1. O(n). */
export function claim({ count, labels, failure }: Parameters): Series {
  return Float64Array.of((count / 2 + labels.reduce((sum, y) => sum + y * y, 0)) / failure);
}

/** ‖y − u₀‖² for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn). */
export function measure(p: Parameters): Series {
  if (!hasUnitData(p)) return Float64Array.of(NaN);
  const { points, labels, count: n, dimension, width, seed } = p;
  const signs = new Float64Array(width);
  const values = new Float64Array(width * n);
  gaussianDraw(reluData(points, labels, n, dimension), width, seed).open()(values, signs);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let r = 0; r < width; r++) sum += signs[r]! * Math.max(values[r * n + i]!, 0);
    squares += (sum / Math.sqrt(width) - labels[i]!) ** 2;
  }
  return Float64Array.of(squares);
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** One unit datum on a line with the label y. */
function single(label: number, width: number, failure: number): Parameters {
  return {
    points: Float64Array.of(1),
    labels: Float64Array.of(label),
    count: 1,
    dimension: 1,
    width,
    failure,
    seed: 1,
  };
}

const pair: Parameters = {
  points: Float64Array.of(1, 0, 0.6, 0.8),
  labels: Float64Array.of(1, -1),
  count: 2,
  dimension: 2,
  width: 500,
  failure: 0.1,
  seed: 1,
};

const cases: readonly Case<Parameters>[] = [
  { name: "one datum, δ = ½", parameters: single(1, 1000, 0.5), expected: "holds" },
  {
    name: "one datum with a large label: the start hardly matters",
    parameters: single(20, 100, 0.9),
    expected: "holds",
  },
  { name: "two data, δ = 1/10", parameters: pair, expected: "holds" },
  { name: "a certain failure", parameters: single(1, 100, 1), expected: "outside" },
  {
    name: "data of norm ½",
    parameters: { ...single(1, 100, 0.5), points: Float64Array.of(0.5) },
    expected: "outside",
  },
];

// Tolerance: a rounding.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: single(1, 10, 0.5), step: 0, claim: 3, tolerance: 4e-16, source: "by hand: (½ + 1)/½" },
  { parameters: single(20, 10, 0.5), step: 0, claim: 801, tolerance: 4e-16, source: "by hand: (½ + 400)/½" },
  { parameters: pair, step: 0, claim: 30, tolerance: 4e-16, source: "by hand: (1 + 2)/0.1" },
];

/** One to five data with labels ±1, 1 to 500 neurons, δ from 1/100 to 1. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(5 * random()), 1 + Math.floor(6 * random())];
  return {
    points: spherePoints(random, count, dimension),
    labels: randomLabels(random, count),
    count,
    dimension,
    width: Math.ceil(500 ** random()),
    failure: 10 ** (-2 * random()),
    seed: 1,
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-22",
  paper: "wang-2021",
  number: "Lemma 22",
  title: "The error at the start",
  kind: "upper",
  tex: String.raw`\|y-u_0\|^2 \le \frac{1}{\delta}\Bigl(\frac n2+\|y\|^2\Bigr) \qquad\text{with probability at least } 1-\delta`,
  plain:
    "The error of a network at its random start is at most of the order of the number of data; the number is ours.",
  looseness: 2.5,
  cases,
  values,
  sample,
};
