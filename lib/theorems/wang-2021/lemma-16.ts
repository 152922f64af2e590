/**
 * Lemma 16 of Wang et al. 2021: how far the eigenvectors of heavy ball are from orthogonal. With A = PDP⁻¹ as in Lemma 15 and
 * h_min = min{h(β, ημ), h(β, ηα)}: λ_max(PP*) ≤ 2(1 + β) and, repaired (ours), λ_min(PP*) ≥ h_min/(2(1 + β)).
 *
 * Proof. PP* has the eigenvalues of the blocks QQ* = 2[[β, Re ζ], [Re ζ, 1]], Q = [[ζ, ζ̄], [1, 1]], ζ a root of x² − (1 + β − z)x + β, z = ηλ.
 * The trace is 2(1 + β), the determinant 4β − (1 + β − z)² = h(β, z), so the eigenvalues are θ₁,₂ = (1 + β) ± √((1 + β)² − h), both positive.
 * Hence θ₁ ≤ 2(1 + β), and θ₂ = h/θ₁ ≥ h/(2(1 + β)) ≥ h_min/(2(1 + β)), h being concave in z. ∎
 *
 * As printed, (59) divides by 1 + β in place of 2(1 + β), although (58) says θ₁ ≥ 1 + β. As h → 0, θ₁ → (1 + β) + √((1 + β)² − 0): the repaired
 * bound is reached in the limit, and 2 cannot be replaced by less.
 */
import { h, smallestH } from "../../methods/heavy-ball-constant.ts";
import type { Random } from "../../random.ts";
import { ringing, ringingAsPrinted, type MomentumSetting } from "../momentum-hypotheses.ts";
import { ends, sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

export type Parameters = MomentumSetting;

/** β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return ringing(p);
}

/** Two lower bounds: h_min/(2(1 + β)) of λ_min(PP*), and 1/(2(1 + β)) of 1/λ_max(PP*); NaN where h_min ≤ 0. O(n). */
export function claim(p: Parameters): Series {
  return bounds(p, 2 * (1 + p.momentum));
}

/** λ_min(PP*) and 1/λ_max(PP*) over all blocks; NaN where a block has no pair of conjugate eigenvectors. O(n). */
export function measure({ eigenvalues, stepSize, momentum }: Parameters): Series {
  let [least, greatest] = [Infinity, 0];
  for (const eigenvalue of eigenvalues) {
    const [larger, smaller] = eigenvectorGram(stepSize * eigenvalue, momentum);
    [least, greatest] = [Math.min(least, smaller), Math.max(greatest, larger)];
  }
  return Float64Array.of(least, 1 / greatest);
}

/** The state's spectrum and setting. O(1). */
export function at({ eigenvalues, stepSize, momentum }: QuadraticState): Parameters {
  return { eigenvalues, stepSize, momentum };
}

/** θ₁ and θ₂ of one block: (1 + β) + √((1 − β)² + s²) with s = 2 Re ζ, and the determinant over it, which does not cancel. */
function eigenvectorGram(z: number, momentum: number): readonly [number, number] {
  const determinant = h(momentum, z);
  if (!(determinant > 0)) return [NaN, NaN];
  const larger = 1 + momentum + Math.hypot(1 - momentum, 1 - z + momentum);
  return [larger, determinant / larger];
}

function bounds({ eigenvalues, stepSize, momentum }: Parameters, divisor: number): Series {
  const { smallest, largest } = ends(eigenvalues);
  const least = smallestH(momentum, stepSize, smallest, largest);
  return least > 0 ? Float64Array.of(least / divisor, 1 / (2 * (1 + momentum))) : Float64Array.of(NaN, NaN);
}

function instance(values: number[], stepSize: number, momentum: number): Parameters {
  return { eigenvalues: Float64Array.from(values), stepSize, momentum };
}

const byHand: Case<Parameters> = {
  name: "β = 1/4, ηλ = 1: h = 15/16, λ_min = (5 − √10)/4 = 0.459, printed bound 3/4",
  parameters: instance([1], 1, 0.25),
  expected: "holds",
  expectedPrinted: "violated",
};

const slowMode: Case<Parameters> = {
  name: "β = 0.9025, ηλ = 0.01: λ_min = 0.00749, printed bound 0.01495",
  parameters: instance([0.01], 1, 0.9025),
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  byHand,
  slowMode,
  {
    name: "κ = 10⁶ at the setting of (19): the bound is nearly reached",
    parameters: instance([1e-6, 1], 1, 0.99900025),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "β = 1, ηλ = 2: the eigenvectors are orthogonal, and even the printed bound holds",
    parameters: instance([2], 1, 1),
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "four modes",
    parameters: instance([0.3, 1, 2, 2.5], 1, 0.5),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "on the edge the eigenvectors are parallel",
    parameters: instance([0.25, 1], 1, 0.25),
    expected: "outside",
  },
  {
    name: "a mode diverges",
    parameters: instance([1, 4], 1, 0.25),
    expected: "outside",
    expectedPrinted: "violated",
  },
];

const sheet = "worked out with 50 digits from the definition of h";

// Tolerances: the digits given, or a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: slowMode.parameters, step: 0, claim: 0.007475361366623, tolerance: 1e-13, source: sheet },
  {
    parameters: slowMode.parameters,
    step: 1,
    claim: 1 / 3.805,
    tolerance: 1e-15,
    source: "by hand: 2(1 + 0.9025)",
  },
  {
    parameters: instance([1], 1, 0.25),
    step: 0,
    claim: 0.375,
    tolerance: 1e-15,
    source: "by hand: (15/16)/(5/2)",
  },
  { parameters: instance([2], 1, 1), step: 0, claim: 1, tolerance: 1e-15, source: "by hand: h = 4" },
  {
    parameters: instance([0.25, 1], 1, 0.25),
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "h = 0: a single eigenvector",
  },
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-16",
  paper: "wang-2021",
  number: "Lemma 16",
  title: "How skew the eigenvectors are",
  kind: "lower",
  tex: String.raw`\lambda_{\min}(PP^*) \ge \frac{\min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}}{2(1+\beta)},\qquad \lambda_{\max}(PP^*) \le 2(1+\beta)`,
  plain:
    "The matrix of eigenvectors of heavy ball is neither larger nor closer to singular than these two bounds say.",
  looseness: 1.0001,
  cases,
  values,
  sample: (random: Random): Parameters => sampleSetting(random),
};

/** Without the 2 in the lower bound, and under the condition without absolute values. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\lambda_{\min}(PP^*) \ge \frac{\min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}}{1+\beta},\qquad \lambda_{\max}(PP^*) \le 2(1+\beta)`,
  assumes: ringingAsPrinted,
  claim: (p) => bounds(p, 1 + p.momentum),
  counterexample: byHand,
  values: [
    {
      parameters: instance([1], 1, 0.25),
      step: 0,
      claim: 0.75,
      tolerance: 1e-15,
      source: "by hand: (15/16)/(5/4)",
    },
  ],
  slip: String.raw`The two eigenvalues of a block have the product $h$, and (58) says that the larger is between $1+\beta$ and $2(1+\beta)$. So the smaller is between $h/(2(1+\beta))$ and $h/(1+\beta)$: the latter bounds it from above, and (59) uses it from below.`,
  survives: String.raw`The upper bound $2(1+\beta)$, and the lower one with half of its size, from which $C_0$ of Theorem 9 comes out larger by $\sqrt2$.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. The factor is missing in the statement, in (59) and in all constants that follow from it, so the scan of our copy is not to blame.`,
};
