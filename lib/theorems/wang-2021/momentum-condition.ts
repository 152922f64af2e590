/**
 * The condition on β in Theorems 9, 11 and 12 of Wang et al. 2021, for itself: what it is there for is that no mode is slower than √β.
 *
 * Claim, with the condition repaired: if 1 ≥ β > max{|1 − √(ημ)|, |1 − √(ηα)|}², then ρ(A_λ) ≤ √β for the block of every λ in [μ, α], with
 * equality (Lemma 15). As printed, without absolute values, the maximum is always 1 − √(ημ): nothing is asked of the fastest mode, and
 * H = diag(1, 4), η = 1, β = 1/4 is admitted, whose second block has the root −(11 + √105)/8.
 *
 * The repaired condition is also as weak as it can be: where β < max{…}² one of the end blocks has two real roots of different size, so
 * that the larger is more than √β. The paper asks for a positive semidefinite H; since β ≤ 1, a singular one is never admitted.
 */
import type { Random } from "../../random.ts";
import { blockModuli } from "../block-moduli.ts";
import { ringing, ringingAsPrinted, type MomentumSetting } from "../momentum-hypotheses.ts";
import { sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

export type Parameters = MomentumSetting;

/** β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return ringing(p);
}

/** √β for each mode. O(n). */
export function claim({ eigenvalues, momentum }: Parameters): Series {
  return new Float64Array(eigenvalues.length).fill(Math.sqrt(momentum));
}

/** The spectral radius of the block of each mode, in their order. O(n). */
export function measure({ eigenvalues, stepSize, momentum }: Parameters): Series {
  return eigenvalues.map((eigenvalue) => blockModuli(stepSize * eigenvalue, momentum)[0]);
}

/** The state's spectrum and setting. O(1). */
export function at({ eigenvalues, stepSize, momentum }: QuadraticState): Parameters {
  return { eigenvalues, stepSize, momentum };
}

function instance(values: number[], stepSize: number, momentum: number): Parameters {
  return { eigenvalues: Float64Array.from(values), stepSize, momentum };
}

const diverging: Case<Parameters> = {
  name: "H = diag(1, 4), η = 1, β = 1/4: admitted as printed, and diverges",
  parameters: instance([1, 4], 1, 0.25),
  expected: "outside",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "κ = 100 at the setting of (19)",
    parameters: instance([0.01, 0.1, 1], 1, 0.9025),
    expected: "holds",
  },
  diverging,
  { name: "ηα = 3.9, β just large enough", parameters: instance([1, 3.9], 1, 0.951), expected: "holds" },
  {
    name: "H = diag(1, 2.4), η = 1, β = 1/4: slower than √β, and stable",
    parameters: instance([1, 2.4], 1, 0.25),
    expected: "outside",
    expectedPrinted: "violated",
  },
  {
    name: "β below the edge: a mode creeps",
    parameters: instance([0.01, 1], 1, 0.8),
    expected: "outside",
    expectedPrinted: "outside",
  },
  {
    name: "a singular Hessian is never admissible",
    parameters: instance([0, 1], 1, 1),
    expected: "outside",
    expectedPrinted: "outside",
  },
];

const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: instance([0.01, 1], 1, 0.9025),
    step: 1,
    claim: 0.95,
    tolerance: 1e-15,
    source: "by hand: 0.95²",
  },
  { parameters: instance([1, 4], 1, 0.25), step: 1, claim: 0.5, tolerance: 0, source: "by hand: √(1/4)" },
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/momentum-condition",
  paper: "wang-2021",
  number: "Condition of Theorems 9, 11, 12",
  title: "Which momenta are admitted",
  kind: "tight",
  tex: String.raw`1 \ge \beta > \max\bigl\{|1-\sqrt{\eta\mu}|,\ |1-\sqrt{\eta\alpha}|\bigr\}^2 \quad\Longrightarrow\quad \rho(A_\lambda) \le \sqrt\beta \quad\text{for } \mu \le \lambda \le \alpha`,
  plain:
    "If the momentum is above the edge for both ends of the spectrum, no mode is slower than its square root.",
  looseness: 1.000001,
  cases,
  values,
  sample: (random: Random): Parameters => sampleSetting(random),
};

/** The condition as printed, without absolute values. */
export const printed: Printed<Parameters> = {
  tex: String.raw`1 \ge \beta > \left(\max\{1-\sqrt{\eta\mu},\ 1-\sqrt{\eta\alpha}\}\right)^2`,
  assumes: ringingAsPrinted,
  claim,
  counterexample: diverging,
  slip: String.raw`Since $\mu \le \alpha$, the maximum is always $1-\sqrt{\eta\mu}$. What the proofs use is $\beta > (1-\sqrt{\eta\lambda})^2$ for every eigenvalue, and of $(1-\sqrt z)^2$ the largest value over $[\eta\mu, \eta\alpha]$ can be at either end.`,
  survives: String.raw`For $\eta \le 1/\alpha$ the printed condition is the right one. All of the recommended settings are of this kind, or Polyak's, where both ends agree.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. The condition is printed in the same way in all three theorems and in their proofs, so the scan of our copy is not to blame for the absolute values. That the inequality is strict was lost in places of the scan.`,
};
