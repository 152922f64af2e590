/**
 * Theorem 27 of Wang et al. 2021 (appendix H): near its minimiser, a smooth strongly convex function is minimised by heavy ball at an accelerated rate, from the
 * first step on. For f in F²_{μ,α} with an α-Lipschitz Hessian, κ = α/μ, η = 1/α, β = (1 − 1/(2√κ))² and ‖(w₀ − w*, w₋₁ − w*)‖ ≤ 1/(683κ^{3/2}),
 *   ‖(w_{t+1} − w*, w_t − w*)‖ ≤ (1 − 1/(4√κ))^{t+1} 8√κ ‖(w₀ − w*, w₋₁ − w*)‖.
 * The statement stands as printed. Its proof bounds C₀ by 4√κ, which the repaired constant C₀′ of Theorem 9 satisfies too.
 *
 * α stands for two things: the largest curvature, and the Lipschitz constant of the Hessian, which has another unit (curvature by length). So the radius is a length
 * only in units in which the two are equal numbers. In any others, with an L-Lipschitz Hessian, it is (α/L)/(683κ^{3/2}): measure w in units of α/L. ∎
 *
 * Judged on functions all of whose constants are known, see `Objective`. The one of Lessard, Recht and Packard has no Hessian at two points.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import { heavyBall } from "../../methods/heavy-ball.ts";
import { stackedErrorCurve } from "../../methods/stacked-error-curve.ts";
import { theorem12, type Setting } from "../../methods/settings.ts";
import { worstStart } from "../../methods/worst-start.ts";
import { stackedNorm } from "../../norm.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  constantsOf,
  printedRadius,
  problemOf,
  smallestCurvature,
  type Objective,
} from "../local-acceleration.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `start` is w₀ − w*, `previous` is w₋₁ − w*; `largest` is α, `steps` is T. */
export interface Parameters {
  readonly objective: Objective;
  readonly largest: number;
  readonly start: Float64Array;
  readonly previous: Float64Array;
  readonly steps: number;
  /** η and β; left out, they are those of the theorem. */
  readonly setting?: Setting;
}

/** So far η and β may be from what is asked, relatively: some roundings. */
const SETTING_TOLERANCE = 1e-12;

/** 0 < μ; gradient and Hessian α-Lipschitz; the setting; the start. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { smallest, largest, lipschitz } = constantsOf(p.objective);
  const [alpha, kappa] = [p.largest, p.largest / smallest];
  const asked = { stepSize: 1 / alpha, momentum: (1 - 1 / (2 * Math.sqrt(kappa))) ** 2 };
  const { stepSize, momentum } = p.setting ?? asked;
  const [distance, radius] = [stackedNorm(p.start, p.previous), printedRadius(kappa)];
  return [
    decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`),
    decided(
      "smooth",
      String.raw`\nabla^2 f \preceq \alpha I`,
      alpha - largest,
      `the largest curvature is ${inWords(largest)}, $\\alpha$ = ${inWords(alpha)}`,
      false,
    ),
    decided(
      "Hessian Lipschitz",
      String.raw`\|\nabla^2 f(v)-\nabla^2 f(w)\| \le \alpha\,\|v-w\|`,
      alpha - lipschitz,
      lipschitz < Infinity
        ? `its Lipschitz constant is ${inWords(lipschitz)}`
        : "there is no Hessian at 1 and at 2, where the curvature jumps",
      false,
    ),
    decided(
      "step size",
      String.raw`\eta = \frac1\alpha`,
      SETTING_TOLERANCE - Math.abs(stepSize / asked.stepSize - 1),
      `$\\eta$ = ${inWords(stepSize)}, must be ${inWords(asked.stepSize)}`,
    ),
    decided(
      "momentum",
      String.raw`\beta = \Bigl(1-\frac1{2\sqrt\kappa}\Bigr)^2`,
      SETTING_TOLERANCE - Math.abs(momentum / asked.momentum - 1),
      `$\\beta$ = ${inWords(momentum)}, must be ${inWords(asked.momentum)}`,
    ),
    decided(
      "start near",
      String.raw`\left\|\begin{bmatrix} w_0-w_* \\ w_{-1}-w_* \end{bmatrix}\right\| \le \frac1{683\,\kappa^{3/2}}`,
      radius - distance,
      `it is ${inWords(distance)}, must be at most ${inWords(radius)}`,
      false,
    ),
  ];
}

/** (1 − 1/(4√κ))ᵗ · 8√κ · ‖(w₀ − w*, w₋₁ − w*)‖ for t = 0 … T; NaN where μ ≤ 0 or κ < 1. Safe down to 1e−290. O(n + T). */
export function claim(p: Parameters): Series {
  const kappa = p.largest / smallestCurvature(p.objective);
  const root = kappa >= 1 ? Math.sqrt(kappa) : NaN;
  return geometricBound(1 - 1 / (4 * root), 8 * root * stackedNorm(p.start, p.previous), p.steps);
}

/** ‖(w_t − w*, w_{t−1} − w*)‖ for t = 0 … T by running the heavy ball; Infinity once it has diverged, all NaN for a bowl that is none, or κ < 1. O(nT). */
export function measure(p: Parameters): Series {
  const { objective, largest } = p;
  const smallest = smallestCurvature(objective);
  if (!(largest >= smallest)) return new Float64Array(p.steps + 1).fill(NaN);
  const setting = p.setting ?? theorem12(smallest, largest);
  return stackedErrorCurve(heavyBall, problemOf(objective), { ...p, ...setting });
}

/** A bowl with α = 1, whose Hessian is 1-Lipschitz if s ≥ 0.7698(1 − μ), from rest at (1, …, 1)·`size`, at the setting of the theorem. */
function near(values: number[], size: number, steps: number): Parameters {
  const eigenvalues = Float64Array.from(values);
  const start = eigenvalues.map(() => size);
  const smallest = Math.min(...values);
  const objective = { eigenvalues, smallest, bend: 1 };
  return { objective, largest: 1, start, previous: start, steps };
}

/** The same with a start on the sphere of the radius, in the direction that is worst at step `step` if f is nearly a quadratic there. */
function worstNear(smallest: number, step: number, steps: number): Parameters {
  const p = near([smallest, 1], 1, steps);
  const { stepSize, momentum } = theorem12(smallest, 1);
  const { start, previous } = worstStart(Float64Array.of(smallest, 1), stepSize, momentum, step);
  const scale = (0.999 * printedRadius(1 / smallest)) / stackedNorm(start, previous);
  return { ...p, start: start.map((x) => x * scale), previous: previous.map((x) => x * scale) };
}

const lessard: Parameters = {
  objective: "lessard-recht-packard",
  largest: 25,
  start: Float64Array.of(3.3),
  previous: Float64Array.of(3.3),
  steps: 300,
  setting: { stepSize: 1 / 9, momentum: 4 / 9 },
};

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 4 from within the radius", parameters: near([0.25, 1], 5e-5, 200), expected: "holds" },
  {
    name: "κ = 100 from the edge of the radius, worst start",
    parameters: worstNear(0.01, 18, 600),
    expected: "holds",
  },
  { name: "κ = 1: a quadratic", parameters: near([1], 1e-3, 40), expected: "holds" },
  {
    name: "κ = 25 from ten thousand times the radius: outside, and the bound holds",
    parameters: near([0.04, 0.5, 1], 0.1, 400),
    expected: "outside",
  },
  {
    name: "a bend that is too sharp for an α-Lipschitz Hessian",
    parameters: { ...near([0.25, 1], 1e-5, 100), objective: { ...bowlOf([0.25, 1]), bend: 0.01 } },
    expected: "outside",
  },
  {
    name: "flat far out: not strongly convex",
    parameters: { ...near([0.25, 1], 1e-5, 100), objective: { ...bowlOf([0.25, 1]), smallest: 0 } },
    expected: "outside",
  },
  {
    name: "Lessard, Recht and Packard at Polyak’s setting, from 3.3: a cycle",
    parameters: lessard,
    expected: "outside",
  },
  {
    name: "the same at the setting of the theorem: it converges, without a Hessian",
    parameters: { ...lessard, setting: theorem12(1, 25) },
    expected: "outside",
  },
];

function bowlOf(values: number[]): { eigenvalues: Float64Array; smallest: number; bend: number } {
  return { eigenvalues: Float64Array.from(values), smallest: Math.min(...values), bend: 1 };
}

// Tolerances: a few roundings, and t·1.1e−16 for the rounding of the rate.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: near([1], 1e-3, 2),
    step: 0,
    claim: 8e-3 * Math.SQRT2,
    tolerance: 1e-15,
    source: "by hand: 8‖(10⁻³, 10⁻³)‖",
  },
  {
    parameters: near([0.25, 1], 1e-4, 3),
    step: 3,
    claim: 16 * 2e-4 * (7 / 8) ** 3,
    tolerance: 1e-15,
    source: "by hand: κ = 4, four entries of 10⁻⁴",
  },
  {
    parameters: { ...near([0.04, 1], 0.3, 50), previous: Float64Array.of(0, 0.4) },
    step: 50,
    claim: 40 * Math.sqrt(0.34) * 0.95 ** 50,
    tolerance: 2e-14,
    source: "by hand: κ = 25, 0.09 + 0.09 + 0.16",
  },
  {
    parameters: lessard,
    step: 1,
    claim: 40 * 3.3 * Math.SQRT2 * 0.95,
    tolerance: 1e-15,
    source: "by hand: κ = 25",
  },
  {
    parameters: { ...near([0.25, 1], 1e-5, 5), objective: { ...bowlOf([0.25, 1]), smallest: 0 } },
    step: 5,
    claim: NaN,
    tolerance: 0,
    source: "by hand: there is no κ",
  },
  {
    parameters: { ...near([1], 1e-3, 2), largest: 0.5 },
    step: 2,
    claim: NaN,
    tolerance: 0,
    source: "by hand: κ = 1/2",
  },
  {
    parameters: {
      ...near([1], 1e-3, 2),
      objective: { ...bowlOf([1]), eigenvalues: Float64Array.of(Infinity) },
    },
    step: 2,
    claim: NaN,
    tolerance: 0,
    source: "by hand: no such function",
  },
];

/** One to four coordinates, κ to 10³, any unit of curvature and of length that suits the theorem; one in five too far out. */
function sample(random: Random): Parameters {
  const kappa = 10 ** (3 * random());
  const unit = 10 ** (4 * random() - 2);
  const n = 1 + Math.floor(4 * random());
  const eigenvalues = Float64Array.from({ length: n }, () => unit * (1 / kappa + (1 - 1 / kappa) * random()));
  const objective = { eigenvalues, smallest: unit / kappa, bend: 0.77 + random() };
  const [start, previous] = [
    fillNormal(random, new Float64Array(n)),
    fillNormal(random, new Float64Array(n)),
  ];
  const share = random() < 0.2 ? 10 ** (6 * random()) : random();
  const scale = (share * printedRadius(kappa)) / stackedNorm(start, previous);
  return {
    objective,
    largest: unit,
    start: start.map((x) => x * scale),
    previous: previous.map((x) => x * scale),
    steps: 200,
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-27",
  paper: "wang-2021",
  number: "Theorem 27",
  title: "Local acceleration on smooth strongly convex functions",
  kind: "upper",
  tex: String.raw`\left\|\begin{bmatrix} w_{t+1}-w_* \\ w_t-w_* \end{bmatrix}\right\| \le \Bigl(1-\frac1{4\sqrt\kappa}\Bigr)^{t+1}\, 8\sqrt\kappa\, \left\|\begin{bmatrix} w_0-w_* \\ w_{-1}-w_* \end{bmatrix}\right\|`,
  plain:
    "From close enough to its minimiser, heavy ball minimises a smooth strongly convex function at an accelerated rate, from the first step on.",
  looseness: 5.4,
  cases,
  values,
  sample,
};
