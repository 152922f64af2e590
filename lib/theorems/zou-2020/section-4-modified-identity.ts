/**
 * Section 4 of Zou, Long and Gu 2020, modified identity transformations: A writes the inputs to d of m ≥ d + k hidden variables, B reads, times α, k others. Then BA = 0,
 * σ(A) = 1, σ(B) = α, 𝓛₀ = ½‖Y‖²_F, and the condition (4.1) of Theorem 3.1 becomes α ≥ C‖X‖₂(½‖Y‖²_F − 𝓛*)^{1/2}/σ_r²(X), whose right side does not depend on α.
 * Here with C = 4√(2e³).
 *
 * The claim is 𝓛₀, and the left side of (4.1) over the right one, ασ_r²/(C‖X‖₂√(½‖Y‖² − 𝓛*)): the condition holds when that is at least 1. What is measured
 * comes from the matrices A and B themselves.
 */
import { norm } from "../../norm.ts";
import { compressData, type LinearData } from "../../problems/deep-linear-data.ts";
import { modifiedIdentity } from "../../problems/linear-resnet-transformations.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  CONDITION,
  conditionSide,
  dataRange,
  resNetSizes,
  sampleLinearData,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `width` is m, `alpha` the scale of B. */
export interface Parameters extends LinearData {
  readonly width: number;
  readonly alpha: number;
}

/** m ≥ d + k, α > 0, X ≠ 0, and targets that are not 0 on the span of the inputs. O(nd(d + k)). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const least = (p.inputs.length + p.targets.length) / p.examples;
  const excess = excessOf(p);
  return [
    decided(
      "room for both",
      String.raw`m \ge d+k`,
      p.width - least,
      `$m$ = ${p.width}, must be at least ${least}`,
      false,
    ),
    decided("a scale", String.raw`\alpha > 0`, p.alpha, `$\\alpha$ = ${inWords(p.alpha)}`),
    decided("inputs", String.raw`X \ne 0`, norm(p.inputs), `$\\|X\\|_F$ = ${inWords(norm(p.inputs))}`),
    decided(
      "something to learn",
      String.raw`\tfrac12\|Y\|_F^2 > \mathcal L_*`,
      excess,
      `$\\frac12\\|Y\\|_F^2-\\mathcal L_*$ = ${inWords(excess)}`,
    ),
  ];
}

/** ½‖Y‖²_F and ασ_r²/(C‖X‖₂√(½‖Y‖²_F − 𝓛*)). O(nd(d + k)). */
export function claim(p: Parameters): Series {
  const { largest, smallest } = dataRange(p);
  const ratio = (p.alpha * smallest ** 2) / (CONDITION * largest * Math.sqrt(excessOf(p)));
  return Float64Array.of(norm(p.targets) ** 2 / 2, ratio);
}

/** 𝓛₀ and the left side of (4.1) over the right one, of A and B; NaN without room. O(m(d + k)² + nd(d + k)). */
export function measure(p: Parameters): Series {
  const [inputs, outputs] = [p.inputs.length / p.examples, p.targets.length / p.examples];
  if (!(p.width >= inputs + outputs)) return Float64Array.of(NaN, NaN);
  const maps = modifiedIdentity({ inputs, outputs, width: p.width }, p.alpha);
  const sizes = resNetSizes({ ...p, ...maps, depth: 1 });
  const asked = (CONDITION * sizes.largestX * Math.sqrt(sizes.excess)) / sizes.smallestX ** 2;
  return Float64Array.of(sizes.excess + sizes.floor, conditionSide(sizes) / asked);
}

/** ½‖Y‖²_F − 𝓛*. */
function excessOf(p: Parameters): number {
  return norm(compressData(p).targets) ** 2 / 2;
}

const two: Parameters = {
  examples: 2,
  inputs: Float64Array.of(2, 0, 0, 1),
  targets: Float64Array.of(1, 0, 0, 3),
  width: 4,
  alpha: 10,
};
const noisy: Parameters = {
  examples: 2,
  inputs: Float64Array.of(1, 1),
  targets: Float64Array.of(-1, -1.2),
  width: 7,
  alpha: 30,
};

const cases: readonly Case<Parameters>[] = [
  { name: "two inputs and outputs, α = 10: the condition fails", parameters: two, expected: "holds" },
  { name: "one input, noise, width 7, α = 30: it holds", parameters: noisy, expected: "holds" },
  { name: "no room", parameters: { ...two, width: 3 }, expected: "outside" },
  { name: "no scale", parameters: { ...two, alpha: 0 }, expected: "outside" },
];

const byHand = (
  parameters: Parameters,
  step: number,
  claim: number,
  source: string,
): IndependentValue<Parameters> => ({
  parameters,
  step,
  claim,
  tolerance: 1e-13, // a few roundings
  source: `by hand: ${source}`,
});

const values: readonly IndependentValue<Parameters>[] = [
  byHand(two, 0, 5, "½(1 + 9)"),
  byHand(two, 1, 10 / (8 * Math.sqrt(10 * Math.E ** 3)), "10/(C · 2 · √5)"),
  byHand(noisy, 0, 1.22, "½(1 + 1.44)"),
  byHand(noisy, 1, 30 / (4.4 * Math.sqrt(Math.E ** 3)), "σ² = 2, 𝓛* = 0.01: 30 · 2/(C√2 · 1.1)"),
];

/** Any data, α from 10⁻² to 10³, widths up to ten more than needed. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, 0.5);
  const least = (data.inputs.length + data.targets.length) / data.examples;
  const [more, scale] = fillNormal(random, new Float64Array(2));
  return {
    ...data,
    width: least + Math.min(10, Math.floor(Math.abs(4 * more!))),
    alpha: 10 ** (0.5 + scale!),
  };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/section-4-modified-identity",
  paper: "zou-2020",
  number: "Section 4, modified identity",
  title: "A large enough scale meets the condition at width d + k",
  kind: "equality",
  tex: String.raw`\mathcal L_0=\tfrac12\|Y\|_F^2,\qquad \frac{\mu_A^2\mu_B^2/(\lambda_A\lambda_B)}{C\,\|X\|_2(\mathcal L_0-\mathcal L_*)^{1/2}/\sigma_r^2} = \frac{\alpha\,\sigma_r^2(X)}{C\,\|X\|_2\left(\frac12\|Y\|_F^2-\mathcal L_*\right)^{1/2}}`,
  plain:
    "When the outputs are read where no inputs are written, the loss at the start does not depend on the scale of the reading, and a large scale meets the condition of the theorem.",
  looseness: 1,
  cases,
  values,
  sample,
};
