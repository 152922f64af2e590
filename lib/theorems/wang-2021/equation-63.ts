/**
 * (63) in the proof of Corollary 10 of Wang et al. 2021: at η = 1/α, β = (1 − 1/(2√κ))² the slow end contributes √2(1 + β)/√h(β, ημ) ≤ 2√κ to C₀. The end is
 * right. The step before it, ≤ √κ/√(1 − 1/2 − 3/16) = 1.78885√κ, is not for κ < 1.04435.
 *
 * Repaired claim (ours): √2(1 + β)/√h(β, ημ) ≤ √(10/3)·√κ = 1.82574√κ, with equality at κ = 1.
 * Proof. Write s = 1/√κ in (0, 1], y = √β = 1 − s/2 in [½, 1). Then h(β, ημ) = 3s²(1 − s/2 − 3s²/16) = (3s²/4)(−3 + 10y − 3y²), and the claim, squared, is
 * G(y) = 5(−3 + 10y − 3y²)/4 − (1 + y²)² ≥ 0. As G″ = −23/2 − 12y² < 0, G is concave, and G(½) = 0, G(1) = 1: G ≥ 0 between. ∎
 * For the repaired constant of Theorem 9, both sides times √2: C₀′ ≤ √(20/3)·√κ = 2.582√κ, which is below the 4√κ of Corollary 10.
 */
import { h } from "../../methods/heavy-ball-constant.ts";
import { theorem12 } from "../../methods/settings.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

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

/** √(10/3)·√κ, a series of length 1; NaN where κ does not exist. O(1). */
export function claim(p: Parameters): Series {
  return Float64Array.of(Math.sqrt(10 / 3) * rootOf(p));
}

/** √2(1 + β)/√h(β, ημ) at η = 1/α, β = (1 − 1/(2√κ))², a series of length 1; NaN where the setting does not exist. O(1). */
export function measure({ smallest, largest }: Parameters): Series {
  if (!(smallest > 0 && smallest <= largest)) return Float64Array.of(NaN);
  const { stepSize, momentum } = theorem12(smallest, largest);
  return Float64Array.of((Math.SQRT2 * (1 + momentum)) / Math.sqrt(h(momentum, stepSize * smallest)));
}

/** The ends of the state's spectrum; its own setting has no say. O(1). */
export function at({ smallest, largest }: QuadraticState): Parameters {
  return { smallest, largest };
}

/** √κ; NaN where μ ≤ 0. */
function rootOf({ smallest, largest }: Parameters): number {
  return smallest > 0 ? Math.sqrt(largest / smallest) : NaN;
}

const equalEnds: Case<Parameters> = {
  name: "κ = 1: √(10/3) = 1.826, in print 4/√5 = 1.789",
  parameters: { smallest: 1, largest: 1 },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  equalEnds,
  {
    name: "κ = 1.0443, just before the printed step becomes true",
    parameters: { smallest: 1, largest: 1.0443 },
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "κ = 1.0444, just after",
    parameters: { smallest: 1, largest: 1.0444 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "κ = 10⁶: the quotient tends to √(8/3)",
    parameters: { smallest: 1, largest: 1e6 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  { name: "singular: no κ", parameters: { smallest: 0, largest: 1 }, expected: "outside" },
  { name: "ends exchanged", parameters: { smallest: 2, largest: 1 }, expected: "outside" },
];

// Tolerance: three roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { smallest: 2, largest: 2 },
    step: 0,
    claim: 1.82574185835055371152,
    tolerance: 4e-16,
    source: "by hand: (5/4)√2/√(15/16) = √(10/3)",
  },
  {
    parameters: { smallest: 0.5, largest: 15 },
    step: 0,
    claim: 10,
    tolerance: 4e-16,
    source: "by hand: √(10/3 · 30)",
  },
  { parameters: { smallest: 0, largest: 1 }, step: 0, claim: NaN, tolerance: 0, source: "no κ" },
];

/** κ from 1 to 10⁶, half of them at most 1.1. */
function sample(random: Random): Parameters {
  const largest = 1000 * logUniform(random, 6);
  const ratio = random() < 0.5 ? 1 / (1 + 0.1 * random()) : logUniform(random, 6);
  return { smallest: largest * ratio, largest };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/equation-63",
  paper: "wang-2021",
  number: "(63)",
  title: "What the slow end contributes to the constant",
  kind: "tight",
  tex: String.raw`\eta=\frac1\alpha,\ \beta=\left(1-\frac1{2\sqrt\kappa}\right)^2 \quad\Longrightarrow\quad \frac{\sqrt2\,(1+\beta)}{\sqrt{h(\beta,\eta\mu)}} \le \sqrt{\tfrac{10}3}\,\sqrt\kappa \le 2\sqrt\kappa`,
  plain:
    "At the recommended setting the slow end contributes at most 1.826 times the square root of κ to the printed constant, and exactly that when κ is 1.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};

/** The penultimate expression. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\frac{\sqrt2\,(1+\beta)}{\sqrt{h(\beta,\eta\mu)}} \le \frac{1}{\sqrt{1-\frac12-\frac3{16}}}\,\sqrt\kappa`,
  assumes,
  claim: (p) => Float64Array.of((4 / Math.sqrt(5)) * rootOf(p)),
  counterexample: equalEnds,
  slip: String.raw`Two things are done at once: the bracket $1-\frac12\sqrt{\eta\mu}-\frac3{16}\eta\mu$ is replaced by its least value, at $\kappa = 1$, and $\sqrt2\,(1+\beta)/\sqrt3$ by 1. The second is not a bound: at $\kappa = 1$, where the bracket is met, it is 1.021, and for large $\kappa$ it is 1.633, where the bracket has room enough.`,
  survives: String.raw`The end of the line, $\le 2\sqrt\kappa$, for every $\kappa \ge 1$, and with it (64) for the constant as printed there. For $\kappa \ge 1.04435$ the step holds as well.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. The display is clear in our copy, but a factor lost in front of the fraction cannot be excluded; the numbers on both sides of the step are legible.`,
};
