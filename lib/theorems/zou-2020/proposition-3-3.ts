/**
 * Proposition 3.3 of Zou, Long and Gu 2020, with the constants that its proof yields: for Gaussian A (entries N(0, α²)) and B (N(0, β²)) and
 * m ≥ 100(√max{d, k} + √(2 ln(12/δ)))², with probability 1 − δ
 *   0.9α√m ≤ σ(A) ≤ 1.1α√m,   0.9β√m ≤ σ(B) ≤ 1.1β√m,   𝓛₀ ≤ 6.05α²β²km ln(3n/δ)‖X‖²_F + ‖Y‖²_F.
 * Proof. A normal matrix of m × d has all singular values within √d + t of √m but for a probability 2exp(−t²/2) (Vershynin 2010, Corollary 5.35). With
 * t = √(2 ln(12/δ)) that is δ/6, and √d + t ≤ √m/10 by the condition; the same for B. And ‖BAx‖²/(β²‖Ax‖²) is χ² with k degrees: above k + 2√(ks) + 2s with
 * probability e^{−s} at most. With s = ln(3n/δ) ≥ 1 that is at most 5ks, and ‖Ax‖² ≤ 1.21α²m‖x‖². The sum over the n examples costs δ/3; finally
 * 𝓛₀ ≤ ‖BAX‖² + ‖Y‖². ∎
 * The proof in print sets t = 2√ln(12/δ), for which the stated m gives only 0.88 in place of 0.9, and ends with ln(2n/δ) where its choice δ/(3n) gives ln(3n/δ).
 *
 * The claim is a list of upper bounds: σ_max(A), 1/σ_min(A), σ_max(B), 1/σ_min(B), 𝓛₀. A and B are drawn as the triangular factor of [A, Bᵀ], which has the
 * same σ and 𝓛₀, at a cost that does not depend on m.
 */
import { norm } from "../../norm.ts";
import type { LinearData } from "../../problems/deep-linear-data.ts";
import { linearResNet } from "../../problems/linear-resnet.ts";
import { sampleCollapsedGaussian } from "../../problems/linear-resnet-transformations.ts";
import { seededRandom, type Random } from "../../random.ts";
import { singularValues } from "../../spectra/singular-values.ts";
import { decided } from "../hypothesis.ts";
import { gaussianWidth, type GaussianSetting } from "../linear-resnet-gaussian.ts";
import { diagonalExamples, sampleLinearData } from "../linear-resnet-instance.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, InProbability, Series, Statement } from "../theorem.ts";

/** `alpha` and `beta` are the standard deviations of the entries of A and B. */
export interface Parameters extends GaussianSetting {
  readonly alpha: number;
  readonly beta: number;
}

/** m ≥ 100(√max{d, k} + √(2 ln(12/δ)))², 0 < δ < 1, α, β > 0. O(1). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const least = Math.min(p.alpha, p.beta);
  return [
    ...gaussianWidth(p),
    decided(
      "positive variances",
      String.raw`\alpha, \beta > 0`,
      least,
      `$\\alpha$ = ${p.alpha}, $\\beta$ = ${p.beta}`,
    ),
  ];
}

/** 1.1α√m, 1/(0.9α√m), 1.1β√m, 1/(0.9β√m), 6.05α²β²km ln(3n/δ)‖X‖²_F + ‖Y‖²_F. O(n(d + k)). */
export function claim(p: Parameters): Series {
  const { width, alpha, beta, examples, failure, inputs, targets } = p;
  const root = Math.sqrt(width);
  const k = targets.length / examples;
  const product =
    6.05 * (alpha * beta) ** 2 * k * width * Math.log((3 * examples) / failure) * norm(inputs) ** 2;
  return Float64Array.of(
    1.1 * alpha * root,
    1 / (0.9 * alpha * root),
    1.1 * beta * root,
    1 / (0.9 * beta * root),
    product + norm(targets) ** 2,
  );
}

/** The same five of A and B as drawn with the seed. O((d + k)³ + n(d + k)²). */
export function measure(p: Parameters): Series {
  const [inputs, outputs] = [p.inputs.length / p.examples, p.targets.length / p.examples];
  const drawn = sampleCollapsedGaussian({ inputs, outputs, width: p.width }, p, seededRandom(p.seed));
  const a = singularValues(drawn.into, drawn.width, inputs);
  const b = singularValues(drawn.outOf, outputs, drawn.width);
  const loss = linearResNet(drawn, 1, p).loss(new Float64Array(drawn.width ** 2));
  return Float64Array.of(a[0]!, 1 / a.at(-1)!, b[0]!, 1 / b.at(-1)!, loss);
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function instance(data: LinearData, width: number, failure: number, seed: number): Parameters {
  return { ...data, width, failure, seed, alpha: 1, beta: 1 };
}

const ten = diagonalExamples(new Array<number>(10).fill(1), new Array<number>(10).fill(-1));

const cases: readonly Case<Parameters>[] = [
  {
    name: "d = k = 10, δ = 0.1: m = 3915 is just enough",
    parameters: instance(ten, 3915, 0.1, 1),
    expected: "holds",
  },
  {
    name: "α = 3, β = 0.1, δ = 10⁻⁶, width 10⁹",
    parameters: { ...instance(diagonalExamples([2, 1], [1, 5]), 1e9, 1e-6, 2), alpha: 3, beta: 0.1 },
    expected: "holds",
  },
  { name: "m = 3914 is not", parameters: instance(ten, 3914, 0.1, 1), expected: "outside" },
  {
    name: "m = 100: a quarter of the singular values is out",
    parameters: instance(ten, 100, 0.1, 1),
    expected: "outside",
  },
];

const oracle = "test/oracles/zou-2020.py";
const skew: Parameters = {
  ...instance(diagonalExamples([3, 1], [1, 2]), 2500, 0.01, 1),
  alpha: 2,
  beta: 0.5,
};

// Tolerance: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: skew, step: 0, claim: 110, tolerance: 1e-14, source: "by hand: 1.1 · 2 · 50" },
  { parameters: skew, step: 1, claim: 1 / 90, tolerance: 1e-14, source: "by hand: 1/(0.9 · 2 · 50)" },
  { parameters: skew, step: 2, claim: 27.5, tolerance: 1e-14, source: "by hand: 1.1 · ½ · 50" },
  { parameters: skew, step: 3, claim: 2 / 45, tolerance: 1e-14, source: "by hand: 1/(0.9 · ½ · 50)" },
  { parameters: skew, step: 4, claim: 1935076.2207028843, tolerance: 1e-13, source: oracle },
  {
    parameters: { ...skew, alpha: 1, failure: 0.1 },
    step: 4,
    claim: 309639.80751804636,
    tolerance: 1e-13,
    source: oracle,
  },
];

/** Widths from what is asked to 10⁶ times that, one in ten below; δ ≤ 10⁻³, so that chance has no say. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, 0.5);
  const failure = 10 ** (-3 - 5 * random());
  const [d, k] = [data.inputs.length / data.examples, data.targets.length / data.examples];
  const asked = 100 * (Math.sqrt(Math.max(d, k)) + Math.sqrt(2 * Math.log(12 / failure))) ** 2;
  const width = Math.ceil(random() < 0.1 ? asked * random() : asked / logUniform(random, 6));
  const scales = { alpha: 1 / logUniform(random, 2), beta: logUniform(random, 2) };
  return { ...data, width, failure, seed: Math.floor(1e9 * random()), ...scales };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/proposition-3-3",
  paper: "zou-2020",
  number: "Proposition 3.3",
  title: "What Gaussian maps into and out of the net give",
  kind: "upper",
  tex: String.raw`0.9\,\alpha\sqrt m \le \sigma(A) \le 1.1\,\alpha\sqrt m,\quad 0.9\,\beta\sqrt m \le \sigma(B) \le 1.1\,\beta\sqrt m,\\ \mathcal L_0 \le 6.05\,\alpha^2\beta^2 km\ln\tfrac{3n}\delta\,\|X\|_F^2+\|Y\|_F^2`,
  plain:
    "In a wide net Gaussian maps are nearly isometries up to a factor, and the loss at the start is at most of the order of the width.",
  looseness: 1.06,
  cases,
  values,
  sample,
};
