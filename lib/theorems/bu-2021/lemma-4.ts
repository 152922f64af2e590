/**
 * Lemma 4 of Bu et al. 2021 (Lemma 3.1 of Du et al. 2018): if m = Ω(n²λ₀⁻² log(n²/δ)), then with probability at least 1 − δ the kernel at the start is near its
 * limit: ‖H(0) − H^∞‖₂ ≤ λ₀/4. Its other inequality, λ_min(H(0)) ≥ ¾λ₀, follows (Weyl).
 * The width is taken with a number in place of Ω, the one that is proved in `wang-2021/lemma-17` for the larger Frobenius norm (ours).
 */
import { arcCosineKernel } from "../../problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../problems/gram.ts";
import { reluGram, signPatterns } from "../../problems/relu-gram.ts";
import { spherePoints } from "../../problems/sphere-points.ts";
import type { Random } from "../../random.ts";
import { symmetricEigenvalues } from "../../spectra/symmetric-eigenvalues.ts";
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

/** Unit data, λ₀ > 0, 0 < δ < 1, and the width. O(n²d + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { least } = kernelEnds(p);
  const asked = sufficientWidth(p, least, p.failure);
  const printed = (p.count / least) ** 2 * Math.log(p.count ** 2 / p.failure);
  return [
    ...drawable(p, String.raw`\lambda_0`),
    decided(
      "wide enough",
      String.raw`m \ge \tfrac{16}{\lambda_0^2}\Bigl(\sqrt V+\|G\|_F\sqrt{\tfrac12\ln\tfrac1\delta}\Bigr)^2`,
      p.width / asked - 1,
      `$m$ = ${inWords(p.width)}, must be at least ${inWords(asked)}; as printed, $\\Omega(${inWords(printed)})$`,
      false,
    ),
  ];
}

/** λ₀/4, a series of length 1; NaN for data that are not of norm 1. O(n²d + n³). */
export function claim(p: Parameters): Series {
  return Float64Array.of(kernelEnds(p).least / 4);
}

/** ‖H(0) − H^∞‖₂ for the network of the seed, a series of length 1; NaN for data that are not of norm 1. O(mn² + n³). */
export function measure(p: Parameters): Series {
  if (!hasUnitData(p)) return Float64Array.of(NaN);
  const gram = gramMatrix(p.points, p.count, p.dimension);
  const expected = arcCosineKernel(gram, p.count);
  const drawn = reluGram(gram, signPatterns(preActivations(p), p.width, p.count));
  const difference = drawn.map((entry, k) => entry - expected[k]!);
  return Float64Array.of(Math.max(...symmetricEigenvalues(difference, p.count).map(Math.abs)));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** Points on the circle at these angles, as parts of π. */
function onCircle(angles: number[], width: number, failure: number): Parameters {
  const points = Float64Array.from(
    angles.flatMap((part) => [Math.cos(part * Math.PI), Math.sin(part * Math.PI)]),
  );
  return { points, count: angles.length, dimension: 2, width, failure, seed: 1 };
}

const cases: readonly Case<Parameters>[] = [
  { name: "one datum, just wide enough", parameters: onCircle([0], 191, 0.05), expected: "holds" },
  { name: "two data at a right angle", parameters: onCircle([0, 0.5], 400, 0.05), expected: "holds" },
  { name: "three data, 60° apart", parameters: onCircle([0, 1 / 3, 2 / 3], 4000, 0.1), expected: "holds" },
  { name: "three neurons: too narrow", parameters: onCircle([0, 0.5], 3, 0.05), expected: "outside" },
  { name: "the same datum twice", parameters: onCircle([0, 0], 1000, 0.05), expected: "outside" },
  {
    name: "data of norm ½",
    parameters: { ...onCircle([0, 0.5], 1000, 0.05), points: Float64Array.of(0.5, 0, 0, 0.5) },
    expected: "outside",
  },
];

// Tolerance: the roundings of an eigenvalue.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: onCircle([0], 100, 0.1),
    step: 0,
    claim: 1 / 8,
    tolerance: 1e-15,
    source: "by hand: H^∞ = ½",
  },
  {
    parameters: onCircle([0, 1 / 3], 100, 0.1),
    step: 0,
    claim: 1 / 12,
    tolerance: 1e-14,
    source: "by hand: λ₀ = ½ − 1/6",
  },
];

/** One or two data on a sphere, a width of one to three times what is asked for, at most 2000; one in ten narrower. */
function sample(random: Random): Parameters {
  const [count, dimension] = [1 + Math.floor(2 * random()), 2 + Math.floor(7 * random())];
  const points = spherePoints(random, count, dimension);
  const data = { points, count, dimension, width: 1, failure: 10 ** (-3 * random()), seed: 1 };
  const times = random() < 0.1 ? random() : 3 ** random();
  const asked = sufficientWidth(data, kernelEnds(data).least, data.failure);
  return { ...data, width: Math.max(1, Math.ceil(Math.min(2000, times * asked))) };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/lemma-4",
  paper: "bu-2021",
  number: "Lemma 4",
  title: "The kernel at the start",
  kind: "upper",
  tex: String.raw`\|H(0)-H^\infty\|_2 \le \frac{\lambda_0}{4} \qquad\text{with probability at least } 1-\delta`,
  plain:
    "At the random start of a network that is wide enough, the kernel is near that of an infinitely wide one, with high probability.",
  looseness: 2.2,
  cases,
  values,
  sample,
};
