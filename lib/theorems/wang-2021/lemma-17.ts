/**
 * Lemma 17 of Wang et al. 2021 (from Du et al. 2019 and Song and Yang 2019): at the start of a wide ReLU network with weights w ~ N(0, I) the Gram matrix H₀ is near
 * its expectation H̄: with probability at least 1 − δ, ‖H₀ − H̄‖_F ≤ λ_min(H̄)/4. Its other two inequalities, on λ_min(H₀) and λ_max(H₀), follow from this one, since
 * no eigenvalue moves by more than the norm (Weyl).
 *
 * The paper asks for m = Ω(λ⁻²n² log(n/δ)). With a number in place of Ω (ours): G = XXᵀ, pᵢⱼ = (π − arccos Gᵢⱼ)/(2π), V = Σᵢⱼ Gᵢⱼ²pᵢⱼ(1 − pᵢⱼ), and
 *   m ≥ (16/λ_min(H̄)²)·(√V + ‖G‖_F√(½ ln(1/δ)))².
 * Proof. mH₀ᵢⱼ = Gᵢⱼ·#{r : both active} with a binomial count of chance pᵢⱼ, so that E‖H₀ − H̄‖_F² = V/m and E‖H₀ − H̄‖_F ≤ √(V/m). Another weight for one neuron moves
 * H₀ by G ∘ (aaᵀ − bbᵀ)/m with a, b in {0, 1}ⁿ, at most ‖G‖_F/m. So ‖H₀ − H̄‖_F exceeds its mean by s with a chance of at most exp(−2s²m/‖G‖_F²) (McDiarmid 1989), which is δ
 * for s = ‖G‖_F√(ln(1/δ)/(2m)). The mean and s together are at most λ_min(H̄)/4 for these m. ∎
 * As V ≤ n²/4 and ‖G‖_F ≤ n this is O(λ⁻²n² log(1/δ)): what the paper asks for, without the n in the logarithm.
 */
import { norm } from "../../norm.ts";
import { arcCosineKernel } from "../../problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../problems/gram.ts";
import { reluGram, signPatterns } from "../../problems/relu-gram.ts";
import { spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { sufficientWidth } from "../kernel-concentration.ts";
import {
  drawable,
  hasUnitData,
  kernelEnds,
  preActivations,
  type NetworkAtStart,
} from "../network-at-start.ts";
import type { Case, Hypothesis, InProbability, IndependentValue, Series, Statement } from "../theorem.ts";

/** `failure` is δ. */
export interface Parameters extends NetworkAtStart {
  readonly failure: number;
}

/** Unit data, 0 < λ_min(H̄), 0 < δ < 1, and the width of the head of this file. O(n²d + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const least = kernelEnds(p).least;
  const [asked, printed] = [sufficientWidth(p, least, p.failure), printedWidth(p, least)];
  return [
    ...drawable(p),
    decided(
      "wide enough",
      String.raw`m \ge \tfrac{16}{\lambda_{\min}(\bar H)^2}\Bigl(\sqrt V+\|G\|_F\sqrt{\tfrac12\ln\tfrac1\delta}\Bigr)^2`,
      p.width / asked - 1,
      `$m$ = ${p.width}, must be at least ${inWords(asked)}; as printed, $\\Omega(${inWords(printed)})$`,
      false,
    ),
  ];
}

/** λ_min(H̄)/4, a series of length 1; NaN for data that are not of norm 1. O(n²d + n³). */
export function claim(p: Parameters): Series {
  return Float64Array.of(kernelEnds(p).least / 4);
}

/** ‖H₀ − H̄‖_F for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn²). */
export function measure(p: Parameters): Series {
  if (!hasUnitData(p)) return Float64Array.of(NaN);
  const gram = gramMatrix(p.points, p.count, p.dimension);
  const expected = arcCosineKernel(gram, p.count);
  const drawn = reluGram(gram, signPatterns(preActivations(p), p.width, p.count));
  return Float64Array.of(norm(drawn.map((entry, k) => entry - expected[k]!)));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** λ⁻²n² ln(n/δ) with λ = ¾λ_min(H̄): what stands behind the Ω of the paper. */
function printedWidth({ count, failure }: Parameters, least: number): number {
  return (count / (0.75 * least)) ** 2 * Math.log(count / failure);
}

/** Points on the circle at these angles, as parts of π. */
function onCircle(angles: number[], width: number, failure: number): Parameters {
  const points = Float64Array.from(
    angles.flatMap((part) => [Math.cos(part * Math.PI), Math.sin(part * Math.PI)]),
  );
  return { points, count: angles.length, dimension: 2, width, failure, seed: 1 };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "one datum, just wide enough for δ = 1/20",
    parameters: onCircle([0], 191, 0.05),
    expected: "holds",
  },
  {
    name: "one datum, just wide enough for δ = 1/1000",
    parameters: onCircle([0], 356, 0.001),
    expected: "holds",
  },
  { name: "two data at a right angle", parameters: onCircle([0, 0.5], 400, 0.05), expected: "holds" },
  { name: "three data, 60° apart", parameters: onCircle([0, 1 / 3, 2 / 3], 4000, 0.1), expected: "holds" },
  { name: "three neurons: too narrow", parameters: onCircle([0, 0.5], 3, 0.05), expected: "outside" },
  {
    name: "the same datum twice: H̄ is singular",
    parameters: onCircle([0, 0], 1000, 0.05),
    expected: "outside",
  },
  {
    name: "data of norm ½",
    parameters: { ...onCircle([0, 0.5], 1000, 0.05), points: Float64Array.of(0.5, 0, 0, 0.5) },
    expected: "outside",
  },
];

// Tolerance: the roundings of an eigenvalue.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: onCircle([0], 100, 0.1), step: 0, claim: 1 / 8, tolerance: 1e-15, source: "by hand: H̄ = ½" },
  {
    parameters: onCircle([0, 0.5], 100, 0.1),
    step: 0,
    claim: 1 / 8,
    tolerance: 1e-14,
    source: "by hand: H̄ = diag(½, ½)",
  },
  {
    parameters: onCircle([0, 1 / 3], 100, 0.1),
    step: 0,
    claim: 1 / 12,
    tolerance: 1e-14,
    source: "by hand: H̄ = [[1/2, 1/6], [1/6, 1/2]]",
  },
  {
    parameters: onCircle([0, 1 / 3, 2 / 3], 100, 0.1),
    step: 0,
    claim: (11 - Math.sqrt(33)) / 96,
    tolerance: 1e-14,
    source: "by hand: on (a, b, a) it is [[5/12, √2/6], [√2/6, 1/2]], of eigenvalues (11 ± √33)/24",
  },
];

/** One or two data on a sphere of up to eight dimensions, a width of one to three times what is asked for, at most 2000; one in ten narrower. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(2 * random()), 2 + Math.floor(7 * random())];
  const points = spherePoints(random, count, dimension);
  const data = { points, count, dimension, width: 1, failure: 10 ** (-3 * random()), seed: 1 };
  const times = random() < 0.1 ? random() : 3 ** random();
  return {
    ...data,
    width: Math.max(
      1,
      Math.ceil(Math.min(2000, times * sufficientWidth(data, kernelEnds(data).least, data.failure))),
    ),
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-17",
  paper: "wang-2021",
  number: "Lemma 17",
  title: "A wide network's Gram matrix at the start",
  kind: "upper",
  tex: String.raw`\|H_0-\bar H\|_F \le \frac{\lambda_{\min}(\bar H)}{4} \qquad\text{with probability at least } 1-\delta`,
  plain:
    "At the random start of a network that is wide enough, the Gram matrix is nearly its expectation, with high probability.",
  looseness: 2.2,
  cases,
  values,
  sample,
};
