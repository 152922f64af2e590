/**
 * Figure 1 of Liu et al. 2022, as Remark 3 reads it: ρ*(α) increases on (0, ½], from 2 − √2, the left half of (30). As a lower bound: at each of the given α, ascending, the exponent is at
 * least the one at the α before, and at the first at least 2 − √2. Proof: its derivative is ½(3 − (8 + 9α)/√(8 + 16α + 9α²)) > 0, since 9(8 + 16α + 9α²) − (8 + 9α)² = 8. ∎ What is measured is the
 * maximum of Remark 3, searched for.
 */
import { nesterovExponent } from "../../flows/nesterov-exponent.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";
import { bestExponent } from "../young-exponent.ts";

/** Ascending α. */
export interface Parameters {
  readonly alphas: Float64Array;
}

/** 0 < α ≤ ½, ascending. O(number). */
export function assumes({ alphas }: Parameters): readonly Hypothesis[] {
  const rise = alphas.reduce((least, alpha, i) => Math.min(least, alpha - (alphas[i - 1] ?? 0)), Infinity);
  const largest = Math.max(...alphas);
  return [
    decided(
      "positive, ascending",
      String.raw`0 < \alpha_1 < \alpha_2 < \dots`,
      rise,
      `apart by at least ${inWords(rise)}`,
    ),
    decided(
      "step size",
      String.raw`\alpha \le \tfrac12`,
      0.5 - largest,
      `$\\alpha$ = ${inWords(largest)}`,
      false,
    ),
  ];
}

/** 2 − √2, then ρ* at the α before; NaN after one that is negative. */
export function claim({ alphas }: Parameters): Series {
  const before = (i: number) => (i === 0 ? 0 : alphas[i - 1]!);
  return alphas.map((_, i) => (before(i) >= 0 ? nesterovExponent(before(i)) : NaN));
}

/** ρ*(α), as the maximum over φ. */
export function measure({ alphas }: Parameters): Series {
  return alphas.map((alpha) => bestExponent(alpha).exponent);
}

const axis: Parameters = { alphas: Float64Array.of(0.05, 0.1, 0.25, 0.4, 0.5) };

const cases: readonly Case<Parameters>[] = [
  { name: "along the axis of the figure", parameters: axis, expected: "holds" },
  { name: "close together", parameters: { alphas: Float64Array.of(0.2, 0.2001) }, expected: "holds" },
  { name: "descending", parameters: { alphas: Float64Array.of(0.4, 0.1) }, expected: "outside" },
  { name: "beyond ½", parameters: { alphas: Float64Array.of(0.4, 0.7) }, expected: "outside" },
  { name: "a negative one", parameters: { alphas: Float64Array.of(-0.1, 0.1) }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: axis,
    step: 0,
    claim: 0.58578643762690495,
    tolerance: 2e-15,
    source: "40 digits (test/oracles/liu-2022.py)",
  },
  { parameters: axis, step: 1, claim: 0.58986532597208545, tolerance: 2e-15, source: "the same, at 0.05" },
  { parameters: axis, step: 4, claim: 0.61002512578676009, tolerance: 2e-15, source: "the same, at 0.4" },
];

function sample(random: Random): Parameters {
  const longest = random() < 0.1 ? 1 : 0.5;
  return { alphas: Float64Array.from({ length: 6 }, () => longest * (1 - random())).sort() };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/figure-1",
  paper: "liu-2022",
  number: "Figure 1",
  title: "The exponent grows with the step",
  kind: "lower",
  tex: String.raw`2-\sqrt2 < \rho^*_{\mathrm{NAG}}(\alpha) < \rho^*_{\mathrm{NAG}}(\alpha'),\qquad 0<\alpha<\alpha'\le\tfrac12`,
  plain:
    "The exponent that is proved for Nesterov’s method grows with the step size, from that of heavy ball.",
  looseness: 1.001,
  cases,
  values,
  sample,
};
