/**
 * Theorem 14 of Wang et al. 2021: heavy ball on a deep linear network with orthogonal weights, at η = d_y/(Lσ_max²(X)) and
 * β = (1 − 1/(2√κ))², has ‖(ξ_t, ξ_{t−1})‖/‖(ξ₀, ξ₋₁)‖ ≤ (1 − 1/(4√κ))ᵗ 8√κ with ξ_t = vec(U_t − Y), with probability 1 − δ over the weights, once
 * m ≥ C κ⁵ (‖X‖²_F/σ_max²(X)) (d_y(1 + ‖W*‖²) + log(r̄/δ)) and m ≥ max{d, d_y}. C is not given; what C = 1 asks is shown.
 *
 * As printed the width lacks ‖X‖²_F, which Theorem 4 has. X → cX, Y → cY changes nothing in the iteration: with W_t fixed, U − Y and η∇ scale by c and
 * by 1. So the printed condition would hold for every m and every constant C once c is large; and a width of max{d, d_y} is not
 * enough when W* is large, where the iteration leaves. What is repaired is the condition; the bound is the paper's.
 * The factor 8√κ is not reached: for m → ∞ the residual of each mode rings from rest, and the ratio is 1/(8√κ) at t = 0, its largest value.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import { heavyBall } from "../../methods/heavy-ball.ts";
import type { Random } from "../../random.ts";
import {
  dataSizes,
  deepLinearSetting,
  diagonalData,
  residualRatios,
  residualRounding,
  sampleDeepLinearInstance,
  shapeOf,
  widthTerm,
} from "../deep-linear-instance.ts";
import { byHand, unfitRuns, valuesWithoutRate, wideRuns, type DeepLinearRun } from "../deep-linear-run.ts";
import { decided, inWords, unspecifiedAtLeast } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type {
  Case,
  Hypothesis,
  IndependentValue,
  InProbability,
  Printed,
  Series,
  Statement,
} from "../theorem.ts";

/** Step size and momentum follow from the data; `steps` is T. The run starts from rest. */
export type Parameters = DeepLinearRun;

/** (A1), m ≥ max{d, d_y}, and the width with ‖X‖²_F and C = 1. O(nd²). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const tex = String.raw`m \ge C\,\kappa^5\frac{\|X\|_F^2}{\sigma_{\max}^2(X)}\bigl(d_y(1+\|W_*\|_2^2)+\log(\bar r/\delta)\bigr)`;
  return [
    ...deepLinearSetting(p),
    unspecifiedAtLeast("wide enough", tex, "m", p.width, dataSizes(p).size ** 2 * printedWidth(p)),
  ];
}

/** (1 − 1/(4√κ))ᵗ 8√κ for t = 0 … T; NaN where X has no κ. O(T + nd²). */
export function claim(p: Parameters): Series {
  const { smallest, largest } = dataSizes(p);
  const root = smallest > 0 ? largest / smallest : NaN;
  return geometricBound(1 - 1 / (4 * root), 8 * root, p.steps);
}

/**
 * ‖(ξ_t, ξ_{t−1})‖/‖(ξ₀, ξ₋₁)‖ for t = 0 … T by running the heavy ball from rest; Infinity once it has diverged. O(Lk²nT),
 * k = min{m, n + min{d_y, 2n}}.
 */
export function measure(p: Parameters): Series {
  const ratios = residualRatios(heavyBall, p, setting(p));
  return ratios.map((x, t) => Math.hypot(x, ratios[Math.max(0, t - 1)]!) / Math.SQRT2);
}

/** That of the residual norm; where it exceeds 1e−3 the check ends. O(T). */
export function rounding(p: Parameters): Series {
  return residualRounding(p, claim(p));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** κ⁵/σ_max² (d_y(1 + ‖W*‖²) + log(r̄/δ)), the width as printed with C = 1. */
function printedWidth(p: Parameters): number {
  const { largest, conditionNumber } = dataSizes(p);
  return (conditionNumber ** 5 / largest ** 2) * widthTerm(p);
}

function setting(p: Parameters): { stepSize: number; momentum: number; steps: number } {
  const { largest, smallest } = dataSizes(p);
  const stepSize = shapeOf(p).outputs / (p.depth * largest ** 2);
  return { stepSize, momentum: (1 - smallest / largest / 2) ** 2, steps: p.steps };
}

const largeInputs: Case<Parameters> = {
  name: "X = 10⁶, W* = 30, m = 1: the printed width is met for every C up to 10⁶, and the run diverges",
  parameters: { ...diagonalData([1e6], 30), depth: 3, width: 1, failure: 0.01, seed: 1, steps: 12 },
  expected: "outside",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [...wideRuns, largeInputs, ...unfitRuns];

const values: readonly IndependentValue<Parameters>[] = [
  byHand([2, 1], 0, 16, "√κ = 2"),
  byHand([2, 1], 3, 10.71875, "(7/8)³ · 16"),
  byHand([3, 2, 2], 2, 8.333333333333334, "√κ = 3/2, (5/6)² · 12"),
  ...valuesWithoutRate,
];

/** Widths from what C = 1 asks to 100 times that; one in three as narrow as can be, of inputs up to 10⁸ and targets far away. */
function sample(random: Random): Parameters {
  const p = { ...sampleDeepLinearInstance(random), steps: 6 + Math.floor(8 * random()) };
  if (random() < 1 / 3) {
    const factor = 1e6 / logUniform(random, 2);
    const { inputs, outputs } = shapeOf(p);
    const map = p.map.map((x) => 30 * x);
    return { ...p, inputs: p.inputs.map((x) => factor * x), map, width: Math.max(inputs, outputs) };
  }
  const asked = dataSizes(p).size ** 2 * printedWidth(p);
  return { ...p, width: Math.max(p.width, Math.ceil(asked / logUniform(random, 2))) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-14",
  paper: "wang-2021",
  number: "Theorem 14",
  title: "Heavy ball on a deep linear network",
  kind: "upper",
  tex: String.raw`\eta=\frac{d_y}{L\sigma_{\max}^2(X)},\ \beta=\left(1-\frac1{2\sqrt\kappa}\right)^2 \quad\Longrightarrow\quad \left\|\begin{bmatrix}\xi_t\\\xi_{t-1}\end{bmatrix}\right\| \le \left(1-\frac1{4\sqrt\kappa}\right)^t 8\sqrt\kappa \left\|\begin{bmatrix}\xi_0\\\xi_{-1}\end{bmatrix}\right\|`,
  plain:
    "A deep linear network that starts with orthogonal weights and is wide enough learns by heavy ball at a rate with the square root of the condition number, whatever its depth.",
  looseness: 8.001,
  cases,
  values,
  sample,
};

/** The C that the printed condition is judged with: its constant is open, and the counterexample serves any. */
const GENEROUS = 1e6;

/** Without ‖X‖²_F in the width. */
export const printed: Printed<Parameters> = {
  tex: String.raw`m \ge C\,\frac{\kappa^5}{\sigma_{\max}^2(X)}\bigl(d_y(1+\|W^*\|_2^2)+\log(\bar r/\delta)\bigr) \quad\Longrightarrow\quad \left\|\begin{bmatrix}\xi_t\\\xi_{t-1}\end{bmatrix}\right\| \le \left(1-\frac1{4\sqrt\kappa}\right)^t 8\sqrt\kappa \left\|\begin{bmatrix}\xi_0\\\xi_{-1}\end{bmatrix}\right\|`,
  assumes(p) {
    const asked = GENEROUS * printedWidth(p);
    const wide = decided(
      "wide enough as printed",
      String.raw`m \ge 10^6\,\frac{\kappa^5}{\sigma_{\max}^2(X)}\bigl(d_y(1+\|W^*\|_2^2)+\log(\bar r/\delta)\bigr)`,
      p.width / asked - 1,
      `$m$ = ${inWords(p.width)}, and with $C = 10^6$ it must be at least ${inWords(asked)}`,
      false,
    );
    return [...deepLinearSetting(p), wide];
  },
  claim,
  counterexample: largeInputs,
  slip: String.raw`The condition on the width changes with the unit in which $X$ is measured, while the iteration does not: with $X$ and $Y$ times $c$, $\eta$ goes by $c^{-2}$, the gradient by $c^2$, and every $W_t$ stays. For large $c$ the right-hand side falls below $\max\{d,d_y\}$, whatever $C$ is. It comes from the bound on $B_0$ in Lemma 23, where $\|X\|_F^2$ is missing too.`,
  survives: String.raw`The theorem with $\|X\|_F^2$ in the condition, as Theorem 4 has it; at $\|X\|_F = 1$ the two are the same. That width does not depend on depth stays.`,
  scan: String.raw`The factor is missing in the theorem and in Lemma 23 alike, and present in Theorem 4 on another page, so the scan of our copy is not to blame.`,
};
