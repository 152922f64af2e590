/**
 * Corollary 10 of Wang et al. 2021: at η = 1/α, β = (1 − 1/(2√κ))² the constant of Theorem 9 is at most 4√κ.
 * Checked here for the repaired constant C₀′ = 2(1 + β)/√min h, which is √2 times the printed one (see Theorem 12).
 *
 * Proof for C₀′ (ours). Write s = 1/√κ in (0, 1] and y = √β = 1 − s/2 in [½, 1). With ημ = s², ηα = 1:
 * 1. h(β, ηα) − h(β, ημ) = (1 − s²)(1 + 2β − s²) ≥ 0, so the minimum is h(β, ημ) = 3s²(1 − s/2 − 3s²/16).
 * 2. C₀′ ≤ 4/s means (2(1 + y²))² ≤ 16·3(1 − s/2 − 3s²/16), that is g(y) = −9 + 30y − 9y² − (1 + y²)² ≥ 0.
 * 3. g″ = −22 − 12y² < 0, so g is concave, and g(½) = 35/16 > 0, g(1) = 8 > 0: g > 0 between. ∎
 *
 * What the repair costs is the step C₀ ≤ max{4, 2√κ} on the way, which C₀′ breaks (κ = 4: 4.303).
 */
import { safeConstant } from "../../methods/heavy-ball-constant.ts";
import { theorem12 } from "../../methods/settings.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** μ and α, the ends of the spectrum. */
export interface Parameters {
  readonly smallest: number;
  readonly largest: number;
}

/** 0 < μ and μ ≤ α. O(1). */
export function assumes({ smallest, largest }: Parameters): readonly Hypothesis[] {
  const ordered = `$\\mu$ = ${inWords(smallest)}, $\\alpha$ = ${inWords(largest)}`;
  return [
    decided("positive definite", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`),
    decided("ends in order", String.raw`\mu \le \alpha`, largest - smallest, ordered, false),
  ];
}

/** 4√κ, a series of length 1; NaN where κ does not exist. O(1). */
export function claim({ smallest, largest }: Parameters): Series {
  return Float64Array.of(smallest > 0 ? 4 * Math.sqrt(largest / smallest) : NaN);
}

/** C₀′ at η = 1/α, β = (1 − 1/(2√κ))², a series of length 1; NaN where the setting does not exist. O(1). */
export function measure({ smallest, largest }: Parameters): Series {
  if (!(smallest > 0 && smallest <= largest)) return Float64Array.of(NaN);
  const { stepSize, momentum } = theorem12(smallest, largest);
  return Float64Array.of(safeConstant(momentum, stepSize, smallest, largest));
}

/** The ends of the state's spectrum. O(1). */
export function at({ smallest, largest }: QuadraticState): Parameters {
  return { smallest, largest };
}

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 1, where the bound is closest", parameters: { smallest: 1, largest: 1 }, expected: "holds" },
  { name: "κ = 4", parameters: { smallest: 0.25, largest: 1 }, expected: "holds" },
  { name: "κ = 10⁶", parameters: { smallest: 1, largest: 1e6 }, expected: "holds" },
  { name: "singular: no κ", parameters: { smallest: 0, largest: 1 }, expected: "outside" },
  { name: "ends exchanged", parameters: { smallest: 2, largest: 1 }, expected: "outside" },
];

const values: readonly IndependentValue<Parameters>[] = [
  // Exact in binary, so no tolerance is needed.
  { parameters: { smallest: 3, largest: 3 }, step: 0, claim: 4, tolerance: 0, source: "by hand: 4√1" },
  { parameters: { smallest: 0.5, largest: 2 }, step: 0, claim: 8, tolerance: 0, source: "by hand: 4√4" },
  // Two roundings.
  {
    parameters: { smallest: 1, largest: 7 },
    step: 0,
    claim: 10.583005244258363,
    tolerance: 4e-16,
    source: "√112",
  },
  { parameters: { smallest: 0, largest: 1 }, step: 0, claim: NaN, tolerance: 0, source: "no κ" },
];

function sample(random: Random): Parameters {
  const largest = 1000 * logUniform(random, 6);
  return { smallest: largest * logUniform(random, 6), largest };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/corollary-10",
  paper: "wang-2021",
  number: "Corollary 10",
  title: "The constant at the recommended setting",
  kind: "upper",
  tex: String.raw`\eta=\frac1\alpha,\ \beta=\left(1-\frac1{2\sqrt\kappa}\right)^2 \quad\Longrightarrow\quad \frac{2(1+\beta)}{\sqrt{\min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}}} \le 4\sqrt\kappa`,
  plain:
    "At the recommended setting the constant in front of the rate is at most four times the square root of κ.",
  looseness: 1.55,
  cases,
  values,
  sample,
};
