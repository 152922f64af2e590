/**
 * Lemma 21 of Wang et al. 2021 (Claim 3.12 of Song and Yang 2019): few neurons lie so near the border of a datum that a small change can turn them. For R in (0, 1) and weights
 * w ~ N(0, I), with probability at least 1 − n e^{−mR}: |S_i^⊥| ≤ 4mR for every i, where S_i^⊥ = {r : |w_rᵀxᵢ| ≤ R‖xᵢ‖} are the neurons whose sign on xᵢ differs somewhere in
 * the ball of radius R around w_r.
 *
 * It holds with room: wᵀxᵢ/‖xᵢ‖ is standard normal, so that each neuron is in S_i^⊥ with the chance erf(R/√2) ≤ √(2/π)R, and the count is binomial. By Chernoff's bound it
 * reaches 4mR with a chance of at most exp(−mR(4 ln(4√(π/2)) − 4 + √(2/π))) ≤ e^{−3.2mR}.
 */
import type { Random } from "../../random.ts";
import { spherePoints } from "../../problems/sphere-points.ts";
import { decided, inWords } from "../hypothesis.ts";
import { hasUnitData, preActivations, unitData, type NetworkAtStart } from "../network-at-start.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `radius` is R. */
export interface Parameters extends NetworkAtStart {
  readonly radius: number;
}

/** Unit data, 0 < R < 1, and a chance to fail below 1: else nothing is said. O(nd). */
export function assumes(p: Parameters): readonly Hypothesis[] {
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
      String.raw`n\,e^{-mR} < 1`,
      1 - failureOf(p),
      `$n\\,e^{-mR}$ = ${inWords(failureOf(p))}`,
    ),
  ];
}

/** 4mR, a series of length 1. O(1). */
export function claim({ width, radius }: Parameters): Series {
  return Float64Array.of(4 * width * radius);
}

/** The largest of |S_1^⊥|, …, |S_n^⊥| for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn²). */
export function measure(p: Parameters): Series {
  if (!hasUnitData(p)) return Float64Array.of(NaN);
  const near = new Float64Array(p.count);
  preActivations(p).forEach((z, k) => {
    if (Math.abs(z) <= p.radius) near[k % p.count]!++;
  });
  return Float64Array.of(near.reduce((a, b) => Math.max(a, b), 0));
}

export const inProbability: InProbability<Parameters> = {
  failure: failureOf,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function failureOf({ count, width, radius }: Parameters): number {
  return count * Math.exp(-width * radius);
}

/** A single datum, or as many as there are dimensions, at right angles. */
function axes(count: number, width: number, radius: number): Parameters {
  const points = Float64Array.from({ length: count * count }, (_, k) => (k % (count + 1) === 0 ? 1 : 0));
  return { points, count, dimension: count, width, radius, seed: 1 };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "one datum, 500 neurons, R = 1/100: at most 20, but for 7 in 1000",
    parameters: axes(1, 500, 0.01),
    expected: "holds",
  },
  { name: "five data, 1000 neurons, R = 1/100", parameters: axes(5, 1000, 0.01), expected: "holds" },
  {
    name: "three data, 50 neurons, R = 1/5: where the chance is no longer linear in R",
    parameters: axes(3, 50, 0.2),
    expected: "holds",
  },
  {
    name: "mR = 1/10: the chance to fail is above 1, and nothing is said",
    parameters: axes(5, 10, 0.01),
    expected: "outside",
  },
  { name: "R = 1", parameters: axes(2, 100, 1), expected: "outside" },
  { name: "R = 0", parameters: axes(2, 100, 0), expected: "outside" },
  {
    name: "data of norm ½",
    parameters: { ...axes(2, 500, 0.01), points: Float64Array.of(0.5, 0, 0, 0.5) },
    expected: "outside",
  },
];

const values: readonly IndependentValue<Parameters>[] = [
  { parameters: axes(1, 500, 0.01), step: 0, claim: 20, tolerance: 1e-15, source: "by hand" },
  { parameters: axes(3, 50, 0.2), step: 0, claim: 40, tolerance: 1e-15, source: "by hand" },
];

/** One to four data in up to eight dimensions, 30 to 1000 neurons, R from 0.03 to 1; one in ten beyond. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(4 * random()), 2 + Math.floor(7 * random())];
  return {
    points: spherePoints(random, count, dimension),
    count,
    dimension,
    width: Math.round(10 ** (1.5 + 1.5 * random())),
    radius: random() < 0.1 ? 1 + random() : 10 ** (-1.5 * random()),
    seed: 1,
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-21",
  paper: "wang-2021",
  number: "Lemma 21",
  title: "Neurons near a border",
  kind: "upper",
  tex: String.raw`|S_i^\perp| \le 4mR \quad\text{for all } i \qquad\text{with probability at least } 1-n\,e^{-mR}`,
  plain:
    "For each datum, only a small share of the neurons of a random start lies within a small radius of changing its sign.",
  looseness: 2.7,
  cases,
  values,
  sample,
};
