/**
 * (11) in Remark 3 of the paper of 2020 (the first version of Wang et al. 2021): how many steps momentum saves. With a = ηλ/2, to bring the error to
 * γ times its start the bounds ask for
 *   T_g = ⌈2 ln γ/ln(1 − a)⌉ steps of gradient descent, whose bound is on the square, and
 *   T_m = ⌈ln(γ/(2√2))/ln(1 − √a)⌉ steps with momentum: its bound has √2 in front from rest, and half of γ is kept for the additive term.
 * (11) compares them by T_m ≤ θ(a)T_g, θ(a) = ln(1 − a)/ln(1 − √a).
 *
 * Repaired claim (ours): T_m ≤ θ(a)T_g + 1 for 0 < γ ≤ 1/(2√2) = 0.3536.
 * Proof. Let x and y be the two quotients without ⌈ ⌉. As ln(1 − √a) < 0, x ≤ 2 ln γ/ln(1 − √a) = θ(a)y exactly when γ/(2√2) ≥ γ². So
 * T_m < x + 1 ≤ θ(a)y + 1 ≤ θ(a)T_g + 1. ∎
 * For γ above 1/(2√2), x is larger than θ(a)y by ln(2√2 γ)/|ln(1 − √a)|: less than ln(2√2)/√a = 1.04/√a steps at the most. The 1 is for rounding up: without it
 * the claim fails for γ = 3/10, a = 1/4, where T_m = 4 and θ(a)T_g = 3.74.
 */
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** `z` is ηλ, `accuracy` is γ. */
export interface Parameters {
  readonly z: number;
  readonly accuracy: number;
}

/** 0 < ηλ < 2 and 0 < γ ≤ 1/(2√2). O(1). */
export function assumes({ z, accuracy }: Parameters): readonly Hypothesis[] {
  const most = 1 / (2 * Math.SQRT2);
  return [
    stepSizes(z),
    decided(
      "accuracy at most 1/(2√2)",
      String.raw`0 < \gamma \le \frac1{2\sqrt2}`,
      accuracy > 0 ? most - accuracy : accuracy,
      `$\\gamma$ = ${inWords(accuracy)}, must be at most ${inWords(most)}`,
      accuracy <= 0,
    ),
  ];
}

/** θ(ηλ/2)T_g + 1, a series of length 1; NaN where one of the two does not exist. O(1). */
export function claim(p: Parameters): Series {
  return Float64Array.of(savedSteps(p) + 1);
}

/** T_m, a series of length 1; NaN where it does not exist. O(1). */
export function measure({ z, accuracy }: Parameters): Series {
  return Float64Array.of(stepsUntil(accuracy / (2 * Math.SQRT2), Math.sqrt(z / 2)));
}

/** The state's slowest mode at its step size, to a millionth; its momentum has no say. O(1). */
export function at({ stepSize, smallest }: QuadraticState): Parameters {
  return { z: stepSize * smallest, accuracy: 1e-6 };
}

/** The least T with (1 − gap)ᵀ ≤ target; 0 where target ≥ 1, NaN unless 0 < gap < 1 and 0 < target. */
function stepsUntil(target: number, gap: number): number {
  return Math.max(0, Math.ceil(Math.log(target) / Math.log1p(-gap)));
}

/** θ(ηλ/2)T_g. */
function savedSteps({ z, accuracy }: Parameters): number {
  const gap = z / 2;
  return (Math.log1p(-gap) / Math.log1p(-Math.sqrt(gap))) * stepsUntil(accuracy * accuracy, gap);
}

function stepSizes(z: number): Hypothesis {
  return decided(
    "step size",
    String.raw`0 < \eta\lambda < 2`,
    Math.min(z, 2 - z),
    `$\\eta\\lambda$ = ${inWords(z)}`,
  );
}

const roughAccuracy: Case<Parameters> = {
  name: "ηλ = 1/2, γ = 9/10: momentum's bound asks for 2 steps, gradient descent's for 1",
  parameters: { z: 0.5, accuracy: 0.9 },
  expected: "outside",
  expectedPrinted: "violated",
};

const roundedUp: Case<Parameters> = {
  name: "ηλ = 1/2, γ = 3/10: T_m = 4, T_g = 9, θT_g = 3.74",
  parameters: { z: 0.5, accuracy: 0.3 },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  roundedUp,
  roughAccuracy,
  {
    name: "ηλ = 10⁻⁴, to a millionth: T_m is less than a hundredth of T_g",
    parameters: { z: 1e-4, accuracy: 1e-6 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "γ just below 1/(2√2): nearly equal",
    parameters: { z: 1e-8, accuracy: 0.3535 },
    expected: "holds",
  },
  {
    name: "ηλ = 2: one step",
    parameters: { z: 2, accuracy: 0.1 },
    expected: "outside",
    expectedPrinted: "outside",
  },
  { name: "γ = 0: no number of steps", parameters: { z: 0.5, accuracy: 0 }, expected: "outside" },
];

const oracle = "test/oracles/wang-2020.py, counts";

// Tolerance: the roundings of two logarithms.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: roundedUp.parameters,
    step: 0,
    claim: 4.73533749350959436692,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: roughAccuracy.parameters,
    step: 0,
    claim: 1.41503749927884381855,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: { z: 0.02, accuracy: 0.001 },
    step: 0,
    claim: 132.161201255358269092,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: { z: 2e-4, accuracy: 0.35 },
    step: 0,
    claim: 209.918887647687356779,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: { z: 1e-4, accuracy: 1e-6 },
    step: 0,
    claim: 3894.7874016456162801,
    tolerance: 1e-15,
    source: oracle,
  },
  { parameters: { z: 0.5, accuracy: 1 }, step: 0, claim: 1, tolerance: 0, source: "by hand: T_g = 0" },
];

/** ηλ from 10⁻⁸ to 1/2, sometimes up to 2; γ from 10⁻¹² to 1/(2√2), one in ten up to 1. */
function sample(random: Random): Parameters {
  const kind = Math.floor(10 * random());
  const z = kind === 9 ? 2 * (1 - random()) : 0.5 * logUniform(random, 8);
  const accuracy = kind === 0 ? 1 - random() : logUniform(random, kind < 5 ? 1 : 12) / (2 * Math.SQRT2);
  return { z, accuracy };
}

export const statement: Statement<Parameters> = {
  id: "wang-2020/equation-11",
  paper: "wang-2020",
  number: "(11)",
  title: "How many steps momentum saves",
  kind: "upper",
  tex: String.raw`\gamma \le \frac1{2\sqrt2} \quad\Longrightarrow\quad T_m \le \theta(\tfrac{\eta\lambda}2)\,T_g+1,\qquad T_m = \Bigl\lceil\tfrac{\ln(\gamma/(2\sqrt2))}{\ln(1-\sqrt{\eta\lambda/2})}\Bigr\rceil,\quad T_g = \Bigl\lceil\tfrac{2\ln\gamma}{\ln(1-\eta\lambda/2)}\Bigr\rceil`,
  plain:
    "To reach a small enough fraction of the initial error, momentum's bound asks for at most θ times the steps of gradient descent's, and one more.",
  looseness: 1.001,
  cases,
  values,
  sample,
};

/** Without the 1, and for every γ in (0, 1). */
export const printed: Printed<Parameters> = {
  tex: String.raw`\gamma \in (0,1) \quad\Longrightarrow\quad T_m \le \theta(\tfrac{\eta\lambda}2)\,T_g`,
  assumes: ({ z, accuracy }) => [
    stepSizes(z),
    decided(
      "accuracy between 0 and 1",
      String.raw`0 < \gamma < 1`,
      Math.min(accuracy, 1 - accuracy),
      `$\\gamma$ = ${inWords(accuracy)}`,
    ),
  ],
  claim: (p) => Float64Array.of(savedSteps(p)),
  counterexample: roundedUp,
  slip: String.raw`Dividing the two numbers of steps leaves $\ln(\gamma/(2\sqrt2))$ over $2\ln\gamma$, which is at most 1 only for $\gamma \le 1/(2\sqrt2)$; and $T_m$ is rounded up, where $\theta\,T_g$ is not.`,
  survives: String.raw`The comparison: for larger $\gamma$ it is off by at most $1.04/\sqrt{\eta\lambda/2}+1$ steps, for $\gamma \le 1/(2\sqrt2)$ by one. The example in the text, $T_m \le 0.01\,T_g$ at $\eta\lambda = 10^{-4}$, is right for all of these $\gamma$.`,
  scan: String.raw`It may be. In our copy of the text under review at ICLR 2021 (arXiv 2010.01618v1) the sign in (11) is a dot, which can be what is left of $\lesssim$: then nothing exact was claimed, and this is the precise form of it. We read $\le$ because the sentence that follows uses it. The version of 2021 has no such remark; others we did not read.`,
};
