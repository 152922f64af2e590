/**
 * Lemma 18 of Wang et al. 2021 (Lemma 3.2 of Song and Yang 2019): the Gram matrix hardly changes while the neurons stay near their start. With weights w ~ N(0, I) and unit
 * data, with probability at least 1 − n²e^{−mR/10}: ‖H(W) − H(W₀)‖_F ≤ 2nR for every W with ‖w_r − w_r(0)‖ ≤ R. The paper takes R = λ/(1024nC₀); here it is any R in (0, 1).
 *
 * What is measured is more than the largest change over that ball: an entry is taken to move by all the neurons that could change it, whether they can do so at once
 * or not. Each is one with a chance of at most 2·erf(R/√2) ≤ 1.6R.
 */
import { spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { worstKernelMove } from "../kernel-concentration.ts";
import { unitData, type NetworkAtStart } from "../network-at-start.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `radius` is R. */
export interface Parameters extends NetworkAtStart {
  readonly radius: number;
}

/** Unit data, 0 < R < 1, and a chance to fail below 1: else nothing is said. O(nd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const failure = failureOf(p);
  return [
    unitData(p),
    decided(
      "a radius below 1",
      String.raw`0 < R < 1`,
      Math.min(p.radius, 1 - p.radius),
      `$R$ = ${inWords(p.radius)}`,
    ),
    decided(
      "says something",
      String.raw`n^2 e^{-mR/10} < 1`,
      1 - failure,
      `$n^2 e^{-mR/10}$ = ${inWords(failure)}`,
    ),
  ];
}

/** 2nR, a series of length 1. O(1). */
export function claim({ count, radius }: Parameters): Series {
  return Float64Array.of(2 * count * radius);
}

/** What no W in the ball can exceed, for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn²). */
export function measure(p: Parameters): Series {
  return Float64Array.of(worstKernelMove(p, p.radius));
}

export const inProbability: InProbability<Parameters> = {
  failure: failureOf,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function failureOf({ count, width, radius }: Parameters): number {
  return count ** 2 * Math.exp((-width * radius) / 10);
}

/** As many data as there are dimensions, at right angles. */
function axes(count: number, width: number, radius: number): Parameters {
  const points = Float64Array.from({ length: count * count }, (_, k) => (k % (count + 1) === 0 ? 1 : 0));
  return { points, count, dimension: count, width, radius, seed: 1 };
}

const cases: readonly Case<Parameters>[] = [
  { name: "one datum, 1000 neurons, R = 1/20", parameters: axes(1, 1000, 0.05), expected: "holds" },
  { name: "five data, 1000 neurons, R = 1/10", parameters: axes(5, 1000, 0.1), expected: "holds" },
  {
    name: "the same datum three times, 1000 neurons",
    parameters: { ...axes(3, 1000, 0.1), points: Float64Array.of(1, 0, 0, 1, 0, 0, 1, 0, 0) },
    expected: "holds",
  },
  { name: "too narrow to say anything", parameters: axes(2, 20, 0.1), expected: "outside" },
  { name: "a ball of radius 1", parameters: axes(1, 1000, 1), expected: "outside" },
  {
    name: "data of norm 2",
    parameters: { ...axes(1, 1000, 0.05), points: Float64Array.of(2) },
    expected: "outside",
  },
];

const values: readonly IndependentValue<Parameters>[] = [
  { parameters: axes(1, 10, 0.25), step: 0, claim: 0.5, tolerance: 0, source: "by hand: 2 · 1 · ¼" },
  { parameters: axes(3, 10, 0.5), step: 0, claim: 3, tolerance: 0, source: "by hand: 2 · 3 · ½" },
];

/** One to four data, R from 1/100 to 1, wide enough to say something but for one in ten; at most 3000 neurons. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(4 * random()), 1 + Math.floor(6 * random())];
  const radius = 0.01 * 100 ** random() * 0.99;
  const least = (10 / radius) * Math.log(count ** 2 + 1);
  const width = Math.ceil(random() < 0.1 ? least / 4 : Math.min(3000, least * (1 + random())));
  return { points: spherePoints(random, count, dimension), count, dimension, width, radius, seed: 1 };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-18",
  paper: "wang-2021",
  number: "Lemma 18",
  title: "The Gram matrix near the start",
  kind: "upper",
  tex: String.raw`\|H(W)-H(W_0)\|_F \le 2nR \quad\text{if all } \|w_r-w_r(0)\| \le R,\qquad \text{with probability at least } 1-n^2e^{-mR/10}`,
  plain:
    "While no neuron strays farther than a small radius, the Gram matrix moves by little, with high probability.",
  looseness: 2.7,
  cases,
  values,
  sample,
};
