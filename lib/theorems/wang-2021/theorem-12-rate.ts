/**
 * Theorem 12 of Wang et al. 2021, second part, (19): at η = 1/α, β = (1 − 1/(2√κ))² the constant is at most 4√κ.
 * Symbols: μ, α the smallest and largest eigenvalue, κ = α/μ.
 *
 * The claim stands as printed, although (17) needs its repair: √β = 1 − 1/(2√κ), the hypotheses of (17) hold since
 * (1 − 1/√κ)² < β ≤ 1 and ηα = 1, and the repaired constant satisfies C₀′ ≤ 4√κ (proof with Corollary 10). It is never
 * tight: C₀′ ≤ 2.582√κ at κ = 1 and tends to 4√κ/√3 for large κ.
 */
import { heavyBall } from "../../methods/heavy-ball.ts";
import { theorem12 } from "../../methods/settings.ts";
import { stackedErrorCurve } from "../../methods/stacked-error-curve.ts";
import { worstStart } from "../../methods/worst-start.ts";
import { stackedNorm } from "../../norm.ts";
import { quadratic } from "../../problems/quadratic.ts";
import type { Random } from "../../random.ts";
import { geometricBound } from "../../methods/geometric-bound.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  chosenStart,
  ends,
  humpStep,
  restAtOnes,
  sampleEigenvalues,
  sampleStart,
  shownStep,
  shownSteps,
} from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `start` is w₀ − w*, `previous` is w₋₁ − w*, both in the eigenbasis; `steps` is T. Step size and momentum follow from κ. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly start: Float64Array;
  readonly previous: Float64Array;
  readonly steps: number;
}

/** 0 < μ; the conditions of (17) then hold by the choice of η and β. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(p.eigenvalues);
  return [decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`)];
}

/** (1 − 1/(2√κ))ᵗ · 4√κ · ‖(w₀ − w*, w₋₁ − w*)‖ for t = 0 … T; NaN where μ ≤ 0. Safe down to 1e−290. O(n + T). */
export function claim(p: Parameters): Series {
  const { smallest, largest } = ends(p.eigenvalues);
  const root = smallest > 0 ? Math.sqrt(largest / smallest) : NaN;
  return geometricBound(1 - 1 / (2 * root), 4 * root * stackedNorm(p.start, p.previous), p.steps);
}

/** ‖(w_t − w*, w_{t−1} − w*)‖ for t = 0 … T by running the heavy ball at that setting; all NaN where μ ≤ 0. O(nT). */
export function measure(p: Parameters): Series {
  const { smallest, largest } = ends(p.eigenvalues);
  if (!(smallest > 0)) return new Float64Array(p.steps + 1).fill(NaN);
  return stackedErrorCurve(heavyBall, quadratic(p.eigenvalues), { ...theorem12(smallest, largest), ...p });
}

/** The state's start under the setting of (19), for four humps of at most 2000 steps each; the state's own setting has no say. O(n). */
export function at(state: QuadraticState): Parameters {
  const { eigenvalues, smallest, largest } = state;
  const setting = theorem12(smallest, largest);
  const step = shownStep(eigenvalues, setting, 2000);
  return { eigenvalues, steps: shownSteps(step), ...chosenStart(state, setting, step) };
}

/** An instance from rest at (1, …, 1), or, with a `worstStep`, from the worst start for that step. */
function instance(values: number[], steps: number, worstStep?: number): Parameters {
  const eigenvalues = Float64Array.from(values);
  if (worstStep === undefined) return { eigenvalues, steps, ...restAtOnes(values.length) };
  const { smallest, largest } = ends(eigenvalues);
  const { stepSize, momentum } = theorem12(smallest, largest);
  return { eigenvalues, steps, ...worstStart(eigenvalues, stepSize, momentum, worstStep) };
}

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 100, worst start for its hump", parameters: instance([0.01, 1], 120, 18), expected: "holds" },
  {
    name: "κ = 10⁶, worst start for its hump",
    parameters: instance([1e-6, 1], 4000, 1813),
    expected: "holds",
  },
  { name: "κ = 1, from rest: a single mode", parameters: instance([3], 60), expected: "holds" },
  { name: "κ = 50, from rest, five modes", parameters: instance([0.2, 1, 3, 8, 10], 400), expected: "holds" },
  { name: "a singular Hessian has no κ", parameters: instance([0, 1], 5, undefined), expected: "outside" },
];

const oracle = "test/oracles/theorem-12.py";

/** A start of norm 1, so that the claim is (1 − 1/(2√κ))ᵗ · 4√κ alone. */
function unitStart(smallest: number, largest: number, steps: number): Parameters {
  return {
    eigenvalues: Float64Array.of(smallest, largest),
    start: Float64Array.of(0, 0.6),
    previous: Float64Array.of(0.8, 0),
    steps,
  };
}

// Tolerances: 1e−14 for a few roundings; t·1.1e−16 more where the rounding of the rate is raised to the power t.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: unitStart(2, 2, 7), step: 7, claim: 0.03125, tolerance: 1e-14, source: "by hand: 4/2⁷" },
  {
    parameters: unitStart(0.5, 2, 3),
    step: 3,
    claim: 3.375,
    tolerance: 1e-14,
    source: "by hand: (3/4)³ · 8",
  },
  {
    parameters: unitStart(0.01, 1, 10),
    step: 10,
    claim: 23.949477569535156,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: unitStart(1e-4, 1, 100),
    step: 100,
    claim: 242.3081745962913,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: unitStart(1, 100, 5000),
    step: 5000,
    claim: 1.6599172400039044e-110,
    tolerance: 1e-12,
    source: oracle,
  },
  { parameters: unitStart(0, 1, 3), step: 0, claim: NaN, tolerance: 0, source: "no κ" },
];

function sample(random: Random): Parameters {
  const eigenvalues = sampleEigenvalues(random);
  const { smallest, largest } = ends(eigenvalues);
  const { stepSize, momentum } = theorem12(smallest, largest);
  const hump = humpStep(eigenvalues, stepSize, momentum, 300);
  const steps = hump + 2 + Math.floor(20 * random());
  return { eigenvalues, steps, ...sampleStart(random, eigenvalues, stepSize, momentum, hump) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-12-rate",
  paper: "wang-2021",
  number: "Theorem 12, (19)",
  title: "Heavy ball on a quadratic, at the recommended setting",
  kind: "upper",
  tex: String.raw`\left\|\begin{bmatrix} w_t-w_* \\ w_{t-1}-w_* \end{bmatrix}\right\| \le \left(1-\frac1{2\sqrt\kappa}\right)^t 4\sqrt\kappa\, \left\|\begin{bmatrix} w_0-w_* \\ w_{-1}-w_* \end{bmatrix}\right\|`,
  plain:
    "With step size 1/α and momentum (1 − 1/(2√κ))² the error shrinks by 1 − 1/(2√κ) per step, up to a factor of at most 4√κ.",
  looseness: 1.75,
  cases,
  values,
  sample,
};
