/**
 * Remark 3 of Liu et al. 2022: the best that Young's inequality gives with their Lyapunov function. Without the terms that the correction of the gradient adds, in units of √μ,
 *   max_{φ>0} min{2/(3 + 2φ), 4/(2 + 1/φ), 4/(1 + φ)} = 2 − √2 at φ = (√2 − 1)/2,
 * which is the exponent of heavy ball. With them (reconstructed, see `lemma-6-energy`) the second is 4(1 + α)/(2 + 1/φ), and the maximum is
 *   ρ*(α) = ½(4 + 3α − √(8 + 16α + 9α²)),  α = √(μs)/2 ∈ (0, ½].
 * Proof: the first falls and the second rises with φ; they meet where 4(1 + α)φ² + (4 + 6α)φ = 1, and the third is larger there. ∎
 */
import { nesterovExponent } from "../../flows/nesterov-exponent.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";
import { bestExponent } from "../young-exponent.ts";

/** α; 0 for heavy ball. */
export interface Parameters {
  readonly alpha: number;
}

/** 0 ≤ α ≤ ½. O(1). */
export function assumes({ alpha }: Parameters): readonly Hypothesis[] {
  const margin = Math.min(alpha, 0.5 - alpha);
  return [
    decided(
      "step size",
      String.raw`0 \le \alpha \le \tfrac12`,
      margin,
      `$\\alpha$ = ${inWords(alpha)}`,
      false,
    ),
  ];
}

/** ρ*(α), a series of length 1; NaN for α < 0. O(1). */
export function claim({ alpha }: Parameters): Series {
  return Float64Array.of(alpha >= 0 ? nesterovExponent(alpha) : NaN);
}

/** The maximum over φ, searched for; a series of length 1. */
export function measure({ alpha }: Parameters): Series {
  return Float64Array.of(bestExponent(alpha).exponent);
}

const cases: readonly Case<Parameters>[] = [
  { name: "heavy ball: α = 0", parameters: { alpha: 0 }, expected: "holds" },
  { name: "α = 0.05", parameters: { alpha: 0.05 }, expected: "holds" },
  { name: "the end of Figure 1, α = ½", parameters: { alpha: 0.5 }, expected: "holds" },
  { name: "α above ½", parameters: { alpha: 0.6 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: { alpha: 0 }, step: 0, claim: 2 - Math.SQRT2, tolerance: 2e-15, source: "Remark 3: 2 − √2" },
  {
    parameters: { alpha: 0.1 },
    step: 0,
    claim: 0.59356175837266193,
    tolerance: 2e-15,
    source: "40 digits (test/oracles/liu-2022.py)",
  },
  { parameters: { alpha: 0.25 }, step: 0, claim: 0.60281914015527185, tolerance: 2e-15, source: "the same" },
  { parameters: { alpha: 0.5 }, step: 0, claim: 0.61399906367061721, tolerance: 2e-15, source: "the same" },
];

function sample(random: Random): Parameters {
  return { alpha: random() < 0.1 ? 0.5 + random() : random() / 2 };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/remark-3",
  paper: "liu-2022",
  number: "Remark 3",
  title: "The best φ",
  kind: "equality",
  tex: String.raw`\max_{\phi>0}\min\Bigl\{\frac{2}{3+2\phi},\ \frac{4(1+\alpha)}{2+1/\phi},\ \frac{4}{1+\phi}\Bigr\} = \rho^*(\alpha),\qquad \rho^*(0)=2-\sqrt2`,
  plain:
    "The exponents of both theorems are what the best choice of one parameter in Young’s inequality yields.",
  looseness: 1,
  cases,
  values,
  sample,
};
