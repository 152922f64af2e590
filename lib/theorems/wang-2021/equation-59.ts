/**
 * (59) in the proof of Lemma 16 of Wang et al. 2021, the one line from which the factor √2 of Theorem 9 is missing. For one mode z = ηλᵢ let θ₁, θ₂ be the
 * eigenvalues of QQ* = 2[[β, Re ζ], [Re ζ, 1]], Q = [[ζ, ζ̄], [1, 1]] made of the eigenvectors.
 *
 * Repaired claim (ours): min{θ₁, θ₂} ≥ h(β, z)/(2(1 + β)).
 * Proof. θ₁ + θ₂ = 2(1 + β), (56), and θ₁θ₂ = h > 0, (57). So both are positive, and the larger is between the mean and the sum,
 * 1 + β ≤ θ₁ ≤ 2(1 + β), (58). As θ₂ = h/θ₁ decreases in θ₁, h/(2(1 + β)) ≤ θ₂ ≤ h/(1 + β). ∎
 *
 * As printed, (59) takes the right end of this interval for the left one. It holds only where θ₁ = θ₂ = 1 + β, which is β = 1 and z = 2. As h → 0, θ₁ → 2(1 + β):
 * the repaired bound cannot be improved by a factor.
 */
import { h } from "../../methods/heavy-ball-constant.ts";
import type { Random } from "../../random.ts";
import { ringing } from "../momentum-hypotheses.ts";
import { sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** `z` is ηλᵢ. */
export interface Parameters {
  readonly z: number;
  readonly momentum: number;
}

/** β ≤ 1, β > (1 − √z)² and 0 < z: what the condition of Theorem 9 says of this mode. O(1). */
export function assumes({ z, momentum }: Parameters): readonly Hypothesis[] {
  return ringing({ eigenvalues: Float64Array.of(z), stepSize: 1, momentum });
}

/** h/(2(1 + β)), a series of length 1; NaN where h ≤ 0. O(1). */
export function claim(p: Parameters): Series {
  return quotient(p, 2 * (1 + p.momentum));
}

/** min{θ₁, θ₂} as the determinant of QQ* over its larger eigenvalue, a series of length 1; NaN where h ≤ 0. O(1). */
export function measure({ z, momentum }: Parameters): Series {
  const larger = 1 + momentum + Math.hypot(1 - momentum, 1 - z + momentum);
  return quotient({ z, momentum }, larger);
}

/** The state's mode with the smaller h, which is at an end of its spectrum. O(1). */
export function at({ stepSize, smallest, largest, momentum }: QuadraticState): Parameters {
  const [slow, fast] = [stepSize * smallest, stepSize * largest];
  return { z: h(momentum, slow) <= h(momentum, fast) ? slow : fast, momentum };
}

function quotient({ z, momentum }: Parameters, divisor: number): Series {
  const determinant = h(momentum, z);
  return Float64Array.of(determinant > 0 ? determinant / divisor : NaN);
}

const smallestCounterexample: Case<Parameters> = {
  name: "β = 1/4, z = 1: θ = (5 ± √10)/4, the smaller 0.459, h/(1 + β) = 3/4",
  parameters: { z: 1, momentum: 0.25 },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  smallestCounterexample,
  {
    name: "β = 0.9025, z = 0.01: the repaired bound is nearly reached",
    parameters: { z: 0.01, momentum: 0.9025 },
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "h nearly 0: reached within 10⁻⁶",
    parameters: { z: 1e-6, momentum: 0.99900025 },
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "β = 1, z = 2: the one case of equality in (59)",
    parameters: { z: 2, momentum: 1 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "on the edge h = 0, and the eigenvectors are parallel",
    parameters: { z: 0.25, momentum: 0.25 },
    expected: "outside",
    expectedPrinted: "outside",
  },
];

const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: smallestCounterexample.parameters,
    step: 0,
    claim: 0.375,
    tolerance: 4e-16,
    source: "by hand: (15/16)/(5/2)",
  },
  { parameters: { z: 2, momentum: 1 }, step: 0, claim: 1, tolerance: 4e-16, source: "by hand: h = 4" },
  // Tolerance: the digits given.
  {
    parameters: { z: 0.01, momentum: 0.9025 },
    step: 0,
    claim: 0.007475361366623,
    tolerance: 1e-13,
    source: "by hand: 0.02844375/3.805",
  },
  {
    parameters: { z: 0.25, momentum: 0.25 },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "h = 0: a single eigenvector",
  },
];

function sample(random: Random): Parameters {
  const { eigenvalues, stepSize, momentum } = sampleSetting(random);
  return { z: stepSize * eigenvalues[0]!, momentum };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/equation-59",
  paper: "wang-2021",
  number: "(59)",
  title: "The smaller of two eigenvalues",
  kind: "lower",
  tex: String.raw`\theta_1+\theta_2 = 2(1+\beta),\quad \theta_1\theta_2 = h(\beta,\eta\lambda_i) \quad\Longrightarrow\quad \min\{\theta_1,\theta_2\} \ge \frac{h(\beta,\eta\lambda_i)}{2(1+\beta)}`,
  plain:
    "Of two positive numbers with a given sum and product, the smaller is at least the product over the sum.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};

/** With 1 + β in place of 2(1 + β). */
export const printed: Printed<Parameters> = {
  tex: String.raw`\min\{\theta_1,\theta_2\} = \frac{\theta_1\theta_2}{\max\{\theta_1,\theta_2\}} \ge \frac{h(\beta,\eta\lambda_i)}{1+\beta}`,
  assumes,
  claim: (p) => quotient(p, 1 + p.momentum),
  counterexample: smallestCounterexample,
  slip: String.raw`To bound $\theta_1\theta_2/\max\{\theta_1,\theta_2\}$ from below the maximum has to be bounded from above. (58) gives both bounds, $1+\beta$ and $2(1+\beta)$; here the lower one was put in.`,
  survives: String.raw`(56), (57) and (58), and so $\frac{h}{2(1+\beta)} \le \min\{\theta_1,\theta_2\} \le \frac h{1+\beta}$: the printed expression is right as an upper bound. All that follows needs is a factor 2 here, $\sqrt2$ in $C_0$.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. Lemma 16, (60) and the constant in (10) have the same factor, so the scan of our copy is not to blame.`,
};
