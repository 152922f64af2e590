/**
 * Theorem 3.8 of Zou, Long and Gu 2020: SGD on a deep linear ResNet from W = 0, when a linear map fits the data exactly (𝓛* = 0). With the constants of the appendix: if
 * μ_A²μ_B²/(λ_Aλ_B) ≥ 4√(2e³) n‖X‖√(2𝓛₀)/(Bσ_r²) and η ≤ ln 2·B²μ_A²μ_B²σ_r²/(96e³Ln²λ_A⁴λ_B⁴‖X‖⁴ ln(T/δ)), then with probability 1 − δ, for all t ≤ T,
 *   𝓛(W_t) ≤ 2𝓛₀(1 − ηLμ_A²μ_B²σ_r²/e)ᵗ.
 * (The appendix has 54e³ in one display and 96e³ in two; 96 is what b²/a gives for a = ηLμ_A²μ_B²σ_r²/(3e), b = 4eηLnλ_A²λ_B²‖X‖²√(2 ln(T/δ))/B.)
 *
 * A gap in the proof, and how to close it (ours). It applies Azuma's inequality to ln 𝓛_t plus its drift, a supermartingale whose increments it bounds from above
 * only, and that is not enough: a martingale that gains c with probability 1 − p and loses c(1 − p)/p with probability p is at ct with probability (1 − p)ᵗ. But here
 * they are bounded from below too: while the weights stay in the ball, ‖(U_t − U_{t−1})X‖ ≤ √e λ_Aλ_B‖X‖ηΣ‖G_l‖ ≤ x√(2𝓛_{t−1}) for
 * x = eηL(n/B)λ_A²λ_B²‖X‖² by Lemma A.1, so 𝓛_t ≥ (1 − x)²𝓛_{t−1}, and ln(𝓛_t/𝓛_{t−1}) ≥ 2 ln(1 − x) ≥ −4x, as x < 0.001 by the condition on η. That is the size of the
 * upper bound, and Azuma's inequality holds for the process stopped when a weight leaves the ball.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import { fillNormal, type Random } from "../../random.ts";
import { dataOf } from "../deep-linear-instance.ts";
import { batchSetting, byBatches, type BatchInstance } from "../linear-resnet-batches.ts";
import {
  CONDITION,
  excessAlong,
  excessRounding,
  gain,
  resNetSizes,
  sampleLinearData,
  sampleTransformations,
  transformationCondition,
  withModifiedIdentity,
  type ResNetSizes,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, InProbability, Series, Statement } from "../theorem.ts";

/** Y = ΦX for the `map` Φ, k × d, row-major, so that 𝓛* = 0; `steps` is T ≥ 1. */
export interface Parameters extends Omit<BatchInstance, "targets"> {
  readonly map: Float64Array;
  readonly steps: number;
}

/** The conditions on A and B and on η with the constants of the appendix, 1 ≤ B ≤ n, 0 < δ ≤ 1. O(m(d + k)² + nd(d + k)). */
export function assumes(parameters: Parameters): readonly Hypothesis[] {
  const p = withTargets(parameters);
  const sizes = resNetSizes(p);
  return [
    transformationCondition(
      String.raw`\frac{\mu_A^2\mu_B^2}{\lambda_A\lambda_B} \ge 4\sqrt{2e^3}\,\frac{n\|X\|_2\sqrt{2\mathcal L_0}}{B\,\sigma_r^2(X)}`,
      sizes,
      askedSide(p, sizes),
    ),
    ...batchSetting(
      p,
      1,
      String.raw`\eta \le \frac{\ln 2\;B^2\mu_A^2\mu_B^2\sigma_r^2}{96e^3Ln^2\lambda_A^4\lambda_B^4\|X\|_2^4\ln(T/\delta)}`,
    ),
  ];
}

/** 2𝓛₀(1 − ηLμ_A²μ_B²σ_r²/e)ᵗ for t = 0 … T; NaN where the factor is negative. O(T), and the sizes. */
export function claim(p: Parameters): Series {
  const sizes = resNetSizes(withTargets(p));
  const factor = 1 - (stepSize(p, sizes) * p.depth * gain(sizes)) / Math.E;
  if (!(factor >= 0 && factor <= 1)) return new Float64Array(p.steps + 1).fill(NaN);
  return geometricBound(factor, 2 * sizes.excess, p.steps);
}

/** 𝓛(W_t) for t = 0 … T by running SGD with batches drawn with the seed; Infinity once it has diverged. O(T(Lm² min{B, d} + Bd(d + k))). */
export function measure(parameters: Parameters): Series {
  const p = withTargets(parameters);
  return excessAlong(byBatches(p), stepSize(p, resNetSizes(p)), p.steps);
}

/** That of the residual, and twice it for its square; where it exceeds 1e−3 the check ends. */
export function rounding(p: Parameters): Series {
  return excessRounding(withTargets(p), claim(p));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function withTargets(p: Parameters): BatchInstance & Pick<Parameters, "steps"> {
  return { ...p, targets: dataOf(p).targets };
}

/** 4√(2e³)n‖X‖√(2𝓛₀)/(Bσ_r²). */
function askedSide(
  { examples, batchSize }: Pick<Parameters, "examples" | "batchSize">,
  { largestX, smallestX, excess }: ResNetSizes,
): number {
  return (CONDITION * examples * largestX * Math.sqrt(2 * excess)) / (batchSize * smallestX ** 2);
}

function stepSize(p: Omit<Parameters, "map">, sizes: ResNetSizes): number {
  const reach = (sizes.largestA * sizes.largestB * sizes.largestX) ** 4;
  const largest =
    (Math.LN2 * (p.batchSize / p.examples) ** 2 * gain(sizes)) / (96 * Math.E ** 3 * p.depth * reach);
  return ((p.stepPercent / 100) * largest) / Math.log(p.steps / p.failure);
}

interface Fitted {
  readonly examples: number;
  readonly inputs: Float64Array;
  readonly map: Float64Array;
}

/** The modified identity with the given α and the largest step size. */
function instance(data: Fitted, alpha: number, depth: number, batchSize: number, steps: number): Parameters {
  const { width, into, outOf } = withModifiedIdentity(dataOf(data), alpha, depth);
  return { ...data, width, into, outOf, depth, batchSize, failure: 0.01, seed: 1, stepPercent: 100, steps };
}

const three = { examples: 3, inputs: Float64Array.of(1, 0, 0, 1, 1, 1), map: Float64Array.of(1, 3, 2, -1) };
const whitened = { examples: 2, inputs: Float64Array.of(1, 0, 0, 1), map: Float64Array.of(-1, 0, 0, 0.5) };

const cases: readonly Case<Parameters>[] = [
  {
    name: "two of three examples, ten layers",
    parameters: instance(three, 1200, 10, 2, 60),
    expected: "holds",
  },
  {
    name: "whitened, one of two examples, 400 steps",
    parameters: instance(whitened, 160, 3, 1, 400),
    expected: "holds",
  },
  {
    name: "α = 40: the condition fails for batches of one",
    parameters: instance(three, 40, 10, 1, 60),
    expected: "outside",
  },
  {
    name: "a step 10⁷ times as long: no bound",
    parameters: { ...instance(three, 1200, 10, 3, 20), stepPercent: 1e9 },
    expected: "outside",
  },
];

const oracle = "test/oracles/zou-2020.py";
const two = instance(
  { examples: 2, inputs: Float64Array.of(2, 0, 0, 1), map: Float64Array.of(0.5, 0, 0, 3) },
  3,
  2,
  1,
  50,
);
const skew: Parameters = {
  examples: 2,
  inputs: Float64Array.of(3, 0, 0, 4),
  map: Float64Array.of(1 / 3, 0, 0, 0.5),
  width: 4,
  into: Float64Array.of(2, 0, 0, 3, 0, 0, 0, 0),
  outOf: Float64Array.of(0, 0, 5, 0, 0, 0, 0, 7),
  depth: 6,
  batchSize: 2,
  failure: 0.1,
  seed: 1,
  stepPercent: 50,
  steps: 1000,
};

// Tolerance: a few roundings, and t·1.1e−16 for the power.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: two, step: 0, claim: 10, tolerance: 1e-14, source: "by hand: twice ½(1 + 9)" },
  {
    parameters: { ...two, map: Float64Array.of(1, 2, 3, 4) },
    step: 0,
    claim: 60,
    tolerance: 1e-14,
    source: "by hand: Y = (2, 6; 2, 4), twice ½(4 + 36 + 4 + 16)",
  },
  { parameters: { ...two, stepPercent: 0 }, step: 7, claim: 10, tolerance: 1e-14, source: "by hand: η = 0" },
  {
    parameters: { ...two, stepPercent: -9 },
    step: 7,
    claim: NaN,
    tolerance: 0,
    source: "η must not be negative",
  },
  { parameters: two, step: 50, claim: 9.999878698198406, tolerance: 1e-13, source: oracle },
  {
    parameters: { ...two, stepPercent: 1e7 },
    step: 2,
    claim: 9.520675630427192,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: { ...skew, stepPercent: 5e7 },
    step: 3,
    claim: 3.444680199700913,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: cases.at(-1)!.parameters,
    step: 1,
    claim: NaN,
    tolerance: 0,
    source: "by hand: the factor is negative",
  },
];

/** Attainable targets, batches of any size, steps up to the largest or (one in ten) beyond. */
function sample(random: Random): Parameters {
  const { examples, inputs, targets: drawn } = sampleLinearData(random, 0);
  const d = inputs.length / examples;
  const map = fillNormal(random, new Float64Array((drawn.length / examples) * d));
  const depth = 1 + Math.floor(4 * random());
  const batchSize = 1 + Math.floor(examples * random());
  const p = sampleTransformations(random, dataOf({ examples, inputs, map }), depth, (q) =>
    askedSide({ ...q, batchSize }, resNetSizes(q)),
  );
  const { width, into, outOf } = p;
  const stepPercent = Math.ceil((random() < 0.1 ? 200 : 100) * random());
  const steps = 5 + Math.floor(15 * random());
  const chance = { failure: 0.1 * random() + 1e-4, seed: Math.floor(1e9 * random()) };
  return { examples, inputs, map, width, into, outOf, depth, batchSize, ...chance, stepPercent, steps };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/theorem-3-8",
  paper: "zou-2020",
  number: "Theorem 3.8",
  title: "SGD on a deep linear ResNet that can fit its data",
  kind: "upper",
  tex: String.raw`\mathcal L_*=0 \quad\Longrightarrow\quad \mathcal L(W_t) \le 2\mathcal L_0\left(1-\frac{\eta L\,\mu_A^2\mu_B^2\,\sigma_r^2(X)}{e}\right)^t \quad\text{for all } t\le T`,
  plain:
    "When a linear map fits the data and the maps into and out of the net are large enough, SGD with a small step size comes down at a linear rate, with high probability.",
  looseness: 2.000001,
  cases,
  values,
  sample,
};
