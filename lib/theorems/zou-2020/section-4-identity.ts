/**
 * Section 4 of Zou, Long and Gu 2020, identity transformations: A = [I; 0], B = √(m/k)[I 0]. The condition (4.1) of Theorem 3.1,
 * μ_A²μ_B²/(λ_Aλ_B) ≥ C‖X‖₂(𝓛₀ − 𝓛*)^{1/2}/σ_r², cannot be met by a choice of m when d = k and X and Y are orthogonal, or point away from each other (⟨X, Y⟩ ≤ 0), since both sides grow like √m.
 *
 * Repaired claim (ours): the left side over the right one is at most √2σ_r²(X)/(C‖X‖₂‖X‖_F), for every m. With C = 4√(2e³) = 25.35 that is at most 0.056.
 * Proof. 𝓛₀ = ½‖√(m/k)X − Y‖² ≥ ½(m‖X‖²_F/k + ‖Y‖²_F) and 𝓛* ≤ ½‖Y‖²_F, so 𝓛₀ − 𝓛* ≥ ½m‖X‖²_F/k; the left side is √(m/k). And σ_r ≤ ‖X‖₂ ≤ ‖X‖_F. ∎
 * As printed the conclusion reads "if ‖X‖_F ≥ √2/C", as if the ratio were at most √2/(C‖X‖_F): σ_r²/‖X‖₂ is lost, and with it the unit of X. (The bound on 𝓛₀ is that of
 * orthogonal X and Y, as the text says in a parenthesis; in general 𝓛₀ is up to ½(√(m/k)‖X‖_F + ‖Y‖_F)², and as small as 0.)
 */
import { norm } from "../../norm.ts";
import { linearResNet } from "../../problems/linear-resnet.ts";
import { identityTransformations } from "../../problems/linear-resnet-transformations.ts";
import { compressData, type LinearData } from "../../problems/deep-linear-data.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { CONDITION, conditionSide, dataRange, resNetSizes } from "../linear-resnet-instance.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** `width` is m. */
export interface Parameters extends LinearData {
  readonly width: number;
}

/** d = k ≤ m, X ≠ 0, and ⟨X, Y⟩ ≤ 0 (10⁻¹²‖X‖‖Y‖ of rounding). O(nd). */
export function assumes({ inputs, targets, examples, width }: Parameters): readonly Hypothesis[] {
  const [d, k] = [inputs.length / examples, targets.length / examples];
  const product = inputs.reduce((sum, x, i) => sum + x * (targets[i] ?? 0), 0);
  const room = 1e-12 * norm(inputs) * norm(targets) - product;
  return [
    decided("as many outputs as inputs", "d = k", -Math.abs(d - k), `$d$ = ${d}, $k$ = ${k}`, false),
    decided("wide enough", String.raw`m \ge d`, width - Math.max(d, k), `$m$ = ${width}`, false),
    decided("inputs", String.raw`X \ne 0`, norm(inputs), `$\\|X\\|_F$ = ${inWords(norm(inputs))}`),
    decided(
      "X and Y orthogonal, or at an obtuse angle",
      String.raw`\langle X, Y\rangle \le 0`,
      room,
      `$\\langle X,Y\\rangle$ = ${inWords(product)}`,
      false,
    ),
  ];
}

/** √2σ_r²/(C‖X‖₂‖X‖_F), a series of length 1. O(nd²). */
export function claim(p: Parameters): Series {
  const { largest, smallest } = dataRange(p);
  return Float64Array.of((Math.SQRT2 * smallest ** 2) / (CONDITION * largest * norm(p.inputs)));
}

/** The left side of (4.1) over the right one, from the matrices A and B, a series of length 1; NaN where d ≠ k. O(md² + nd²). */
export function measure(p: Parameters): Series {
  const [d, k] = [p.inputs.length / p.examples, p.targets.length / p.examples];
  if (d !== k || p.width < d) return Float64Array.of(NaN);
  const maps = identityTransformations({ inputs: d, outputs: k, width: p.width });
  const sizes = resNetSizes({ ...p, ...maps, depth: 1 });
  const excess = linearResNet(maps, 1, compressData(p)).loss(new Float64Array(p.width ** 2));
  const asked = (CONDITION * sizes.largestX * Math.sqrt(excess)) / sizes.smallestX ** 2;
  return Float64Array.of(conditionSide(sizes) / asked);
}

const large: Case<Parameters> = {
  name: "X = 100·I, Y small: the ratio is 0.04 and not 0.0004",
  parameters: {
    examples: 2,
    inputs: Float64Array.of(100, 0, 0, 100),
    targets: Float64Array.of(0, 1, -1, 0),
    width: 2,
  },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  large,
  {
    name: "the same in another unit, width 30",
    parameters: {
      examples: 2,
      inputs: Float64Array.of(1, 0, 0, 1),
      targets: Float64Array.of(0, 0.01, -0.01, 0),
      width: 30,
    },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "κ = 9, with noise",
    parameters: {
      examples: 3,
      inputs: Float64Array.of(3, 0, 0, 1, 0, 0),
      targets: Float64Array.of(0, 2, 1, 0, 5, 5),
      width: 8,
    },
    expected: "holds",
  },
  {
    name: "Y = X: the condition is met at once, 𝓛₀ = 0 for m = k",
    parameters: {
      examples: 2,
      inputs: Float64Array.of(2, 0, 0, 1),
      targets: Float64Array.of(2, 0, 0, 1),
      width: 2,
    },
    expected: "outside",
  },
];

const byHand = (parameters: Parameters, claim: number, source: string): IndependentValue<Parameters> => ({
  parameters,
  step: 0,
  claim,
  tolerance: 1e-14, // a few roundings
  source: `by hand: ${source}`,
});

const values: readonly IndependentValue<Parameters>[] = [
  byHand(large.parameters, 1 / (4 * Math.sqrt(2 * Math.E ** 3)), "√2 · 100²/(C · 100 · 100√2)"),
  byHand(
    cases[2]!.parameters,
    1 / (12 * Math.sqrt(10 * Math.E ** 3)),
    "σ = (3, 1), ‖X‖_F = √10: √2/(C · 3 · √10)",
  ),
];

/** Two inputs and outputs, targets turned by a right angle or pointing away, units from 10⁻³ to 10³, widths to 20. */
function sample(random: Random): Parameters {
  const [examples, width] = [2 + Math.floor(3 * random()), 2 + Math.floor(19 * random())];
  const unit = 1000 * logUniform(random, 6);
  const inputs = fillNormal(random, new Float64Array(2 * examples)).map((x) => unit * x);
  const [size, away] = [logUniform(random, 4), random() < 0.5 ? 0 : random()];
  // Each target is its input turned by a right angle, so that ⟨X, Y⟩ is a sum of zeros, or beyond.
  const turned = (i: number): number => (i % 2 === 0 ? -1 : 1) * inputs[i ^ 1]!;
  return { examples, inputs, targets: inputs.map((x, i) => size * (turned(i) - away * x)), width };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/section-4-identity",
  paper: "zou-2020",
  number: "Section 4, identity",
  title: "No width meets the condition with identity transformations",
  kind: "upper",
  tex: String.raw`\frac{\mu_A^2\mu_B^2/(\lambda_A\lambda_B)}{C\,\|X\|_2(\mathcal L_0-\mathcal L_*)^{1/2}/\sigma_r^2} \le \frac{\sqrt2\,\sigma_r^2(X)}{C\,\|X\|_2\|X\|_F} < 1 \quad\text{for every } m`,
  plain:
    "With identity transformations both sides of the condition grow like the square root of the width, and when inputs and targets do not point the same way the left one stays far below the right one.",
  looseness: 1.001,
  cases,
  values,
  sample,
};

/** Without σ_r²/‖X‖₂. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\frac{\mu_A^2\mu_B^2/(\lambda_A\lambda_B)}{C\,\|X\|_2(\mathcal L_0-\mathcal L_*)^{1/2}/\sigma_r^2} \le \frac{\sqrt2}{C\,\|X\|_F}`,
  assumes,
  claim: (p) => Float64Array.of(Math.SQRT2 / (CONDITION * norm(p.inputs))),
  counterexample: large,
  values: [byHand(large.parameters, 1 / (400 * Math.sqrt(2 * Math.E ** 3)), "√2/(C · 100√2)")],
  slip: String.raw`After $\sqrt{m/k}$ is cancelled, $1\ge C\,\frac{\|X\|_2}{\sigma_r^2}\cdot\frac{\|X\|_F}{\sqrt2}$ is left, and from there the text goes to $\|X\|_F\ge\sqrt2/C$ as the case in which it fails: the factor $\|X\|_2/\sigma_r^2$ is dropped. What is left compares a length with a number.`,
  survives: String.raw`The conclusion, and more: as $\sigma_r\le\|X\|_2\le\|X\|_F$, the condition fails for every such $X\ne0$ with $C = 25.35$, whatever its unit.`,
  scan: String.raw`The displays before and after are legible in our copy; nothing hints at a lost factor.`,
};
