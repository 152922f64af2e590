/**
 * Theorem 3.1 of Zou, Long and Gu 2020: gradient descent on a deep linear ResNet from W = 0 converges at a linear rate to the best linear map. With the constants
 * that the appendix yields: if μ_A²μ_B²/(λ_Aλ_B) ≥ 4√(2e³)‖X‖(𝓛₀ − 𝓛*)^{1/2}/σ_r² and η ≤ 1/(2Lλ_Aλ_B‖X‖(√(e𝓛₀) + ½eλ_Aλ_B‖X‖)), then for all t
 *   𝓛(W_t) − 𝓛* ≤ (1 − ηLμ_A²μ_B²σ_r²/e)ᵗ(𝓛₀ − 𝓛*).
 * The proof quotes Lemma A.2 with √(e𝓛), where the lemma has √(2e𝓛). That is harmless: in the lemma's proof the sum over pairs l > s of a_l a_s is at most
 * ½(Σa_l)², which gives even √(e𝓛/2) (see `lemma-a-2`).
 * The excess is computed on d columns that have the same excess and gradient for every W, so that nothing cancels near the minimum.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import type { Random } from "../../random.ts";
import {
  CONDITION,
  diagonalExamples,
  excessCurve,
  excessRounding,
  gain,
  largestStep,
  resNetSizes,
  sampleLinearData,
  sampleTransformations,
  stepCondition,
  transformationCondition,
  withModifiedIdentity,
  type LinearResNetInstance,
  type ResNetSizes,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `steps` is T. */
export interface Parameters extends LinearResNetInstance {
  readonly stepSize: number;
  readonly steps: number;
}

/** The conditions on A and B and on η, with the constants of the appendix. O(m(d + k)² + nd(d + k)). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const sizes = resNetSizes(p);
  return [
    transformationCondition(
      String.raw`\frac{\mu_A^2\mu_B^2}{\lambda_A\lambda_B} \ge 4\sqrt{2e^3}\,\frac{\|X\|_2\,(\mathcal L_0-\mathcal L_*)^{1/2}}{\sigma_r^2(X)}`,
      sizes,
      askedSide(sizes),
    ),
    stepCondition(
      String.raw`\eta \le \frac{1}{2L\lambda_A\lambda_B\|X\|_2\left(\sqrt{e\mathcal L_0}+\tfrac e2\lambda_A\lambda_B\|X\|_2\right)}`,
      p.stepSize,
      largestStep(p.depth, sizes),
    ),
  ];
}

/** (1 − ηLμ_A²μ_B²σ_r²/e)ᵗ(𝓛₀ − 𝓛*) for t = 0 … T; NaN where the factor is negative. O(T), and the sizes. */
export function claim(p: Parameters): Series {
  const sizes = resNetSizes(p);
  const factor = 1 - (p.stepSize * p.depth * gain(sizes)) / Math.E;
  if (!(factor >= 0 && factor <= 1)) return new Float64Array(p.steps + 1).fill(NaN);
  return geometricBound(factor, sizes.excess, p.steps);
}

/** 𝓛(W_t) − 𝓛* for t = 0 … T by running gradient descent; Infinity once it has diverged. O(L·m²·min{n, d}·T). */
export function measure(p: Parameters): Series {
  return excessCurve(p);
}

/** That of the residual, and twice it for its square; where it exceeds 1e−3 the check ends. */
export function rounding(p: Parameters): Series {
  return excessRounding(p, claim(p));
}

function askedSide({ largestX, smallestX, excess }: ResNetSizes): number {
  return (CONDITION * largestX * Math.sqrt(excess)) / smallestX ** 2;
}

/** With the largest step size that the theorem allows, times `share`. */
function instance(p: LinearResNetInstance, steps: number, share = 1): Parameters {
  return { ...p, stepSize: share * largestStep(p.depth, resNetSizes(p)), steps };
}

const whitened = diagonalExamples([1, 1], [-1, 0.5]);

const cases: readonly Case<Parameters>[] = [
  {
    name: "modified identity on whitened data, α = 21, ten layers",
    parameters: instance(withModifiedIdentity(whitened, 21, 10), 100),
    expected: "holds",
  },
  {
    name: "100 layers: the same rate",
    parameters: instance(withModifiedIdentity(whitened, 21, 100), 40),
    expected: "holds",
  },
  {
    name: "κ = 4, half of the step size",
    parameters: instance(withModifiedIdentity(diagonalExamples([2, 1], [1, 1]), 60, 4), 100, 0.5),
    expected: "holds",
  },
  {
    name: "α = 2: the condition fails, the bound holds all the same",
    parameters: instance(withModifiedIdentity(whitened, 2, 10), 100),
    expected: "outside",
  },
  {
    name: "a step 40 times as long",
    parameters: instance(withModifiedIdentity(whitened, 21, 10), 30, 40),
    expected: "outside",
  },
];

const oracle = "test/oracles/zou-2020.py";

/** With a step size that is given, so that the oracle has it too. */
function given(p: LinearResNetInstance, stepSize: number, steps: number): Parameters {
  return { ...p, stepSize, steps };
}

const two = withModifiedIdentity(diagonalExamples([2, 1], [1, 3]), 3, 2);
const skew: LinearResNetInstance = {
  ...diagonalExamples([3, 4], [1, 2]),
  width: 4,
  into: Float64Array.of(2, 0, 0, 3, 0, 0, 0, 0),
  outOf: Float64Array.of(0, 0, 5, 0, 0, 0, 0, 7),
  depth: 6,
};

/** Narrower than its inputs, and than its outputs: μ_A = 0, μ_B = 0. */
const one = { width: 1, depth: 2, stepSize: 0.1, steps: 9 };
const manyInputs: Parameters = {
  ...one,
  examples: 2,
  inputs: Float64Array.of(1, 0, 0, 1),
  targets: Float64Array.of(0, 0),
  into: Float64Array.of(1, 1),
  outOf: Float64Array.of(1),
};
const manyOutputs: Parameters = {
  ...one,
  examples: 1,
  inputs: Float64Array.of(1),
  targets: Float64Array.of(0, 0),
  into: Float64Array.of(1),
  outOf: Float64Array.of(1, 1),
};
/** X of rank one and norm 2·10⁸. */
const rankOne: Parameters = {
  ...withModifiedIdentity(
    { examples: 2, inputs: new Float64Array(4).fill(1e8), targets: Float64Array.of(1, 1) },
    1e-8,
    1,
  ),
  stepSize: 0.1,
  steps: 9,
};

// Tolerance: a few roundings, and t·1.1e−16 for the power.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: given(two, 0.01, 50),
    step: 0,
    claim: 5,
    tolerance: 1e-14,
    source: "by hand: BA = 0, so ½‖Y‖² = (1 + 9)/2",
  },
  { parameters: given(two, 0.01, 50), step: 3, claim: 4.0710466655764926, tolerance: 1e-13, source: oracle },
  { parameters: given(skew, 1e-5, 50), step: 1, claim: 2.4503362754418553, tolerance: 1e-13, source: oracle },
  {
    parameters: given(skew, 1e-5, 50),
    step: 50,
    claim: 0.9166932835469198,
    tolerance: 1e-13,
    source: oracle,
  },
  { parameters: given(two, 0, 50), step: 9, claim: 5, tolerance: 1e-14, source: "by hand: η = 0" },
  { parameters: given(two, -0.01, 50), step: 3, claim: NaN, tolerance: 0, source: "η must not be negative" },
  {
    parameters: manyInputs,
    step: 5,
    claim: 1,
    tolerance: 1e-14,
    source: "by hand: μ_A = 0, no gain; ½(1 + 1)",
  },
  {
    parameters: manyOutputs,
    step: 5,
    claim: 1,
    tolerance: 1e-14,
    source: "by hand: μ_B = 0, no gain; ½(1 + 1)",
  },
  {
    parameters: rankOne,
    step: 1,
    claim: 0.8528482235314231,
    tolerance: 1e-13,
    source: "by hand: σ_r = 2 · 10⁸, ασ_r = 2, 1 − 0.4/e, 𝓛₀ = 1",
  },
  {
    parameters: given(two, 1, 3),
    step: 1,
    claim: NaN,
    tolerance: 0,
    source: "by hand: 1 − 18/e is negative",
  },
];

/** Modified identities, exact or perturbed, that meet the condition in most cases, with steps up to the largest or (one in ten) beyond. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, random() < 0.5 ? 0 : 0.3);
  const depth = 1 + Math.floor(4 * random());
  const p = sampleTransformations(random, data, depth, (q) => askedSide(resNetSizes(q)));
  const share = random() < 0.1 ? 1 + random() : 1 - 0.9 * random() ** 2;
  return instance(p, 5 + Math.floor(15 * random()), share);
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/theorem-3-1",
  paper: "zou-2020",
  number: "Theorem 3.1",
  title: "Gradient descent on a deep linear ResNet",
  kind: "upper",
  tex: String.raw`\mathcal L(W_t)-\mathcal L_* \le \left(1-\frac{\eta L\,\mu_A^2\mu_B^2\,\sigma_r^2(X)}{e}\right)^t \left(\mathcal L_0-\mathcal L_*\right)`,
  plain:
    "When the maps into and out of a linear ResNet are large enough, gradient descent from zero comes down to the best linear map at a linear rate.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
