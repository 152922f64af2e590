/**
 * Lemma 5 of Wang et al. 2021: on f(w) = ½wᵀΓw − bᵀw Algorithms 1 and 2 move the residual ξ_t = w_t − w* by the linear dynamics (8) with
 * H = Γ and nothing left over: φ_t := ξ_{t+1} − (1 + β)ξ_t + ηΓξ_t + βξ_{t−1} = 0.
 * Proof. ∇f(w_t) = Γw_t − b = Γξ_t, as Γw* = b; subtract w* from both sides of Algorithm 2. Algorithm 1 makes the same iterates. ∎
 *
 * The run is on a problem that is shifted, so that w* is not 0; that Γ is diagonal is no loss, since both algorithms commute
 * with a rotation. What is measured is the larger ‖φ_t‖ of the two algorithms, which is 0 up to rounding.
 */
import { heavyBall, heavyBallAccumulated } from "../../methods/heavy-ball.ts";
import type { Method } from "../../methods/method.ts";
import { trajectory } from "../../methods/trajectory.ts";
import { norm } from "../../norm.ts";
import type { Problem } from "../../problems/problem.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { chosenStart, ends, restAtOnes, sampleSetting, shownStep } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** Γ has the `eigenvalues`; `minimiser` is w*, `start` is w₀ − w*, `previous` is w₋₁ − w*; `steps` is T. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly minimiser: Float64Array;
  readonly stepSize: number;
  readonly momentum: number;
  readonly start: Float64Array;
  readonly previous: Float64Array;
  readonly steps: number;
}

/** 0 < μ; any step size and any momentum. O(n). */
export function assumes({ eigenvalues }: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  return [decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`)];
}

/** 0 for t = 0 … T. O(T). */
export function claim({ steps }: Parameters): Series {
  return new Float64Array(steps + 1);
}

/** The larger ‖φ_t‖ of Algorithms 1 and 2, for t = 0 … T; 0 once a run has left the doubles. O(nT). */
export function measure(p: Parameters): Series {
  const runs = [heavyBallAccumulated, heavyBall].map((method) => iterates(p, method));
  return Float64Array.from({ length: p.steps + 1 }, (_, t) =>
    Math.max(...runs.map((run) => norm(leftOver(p, run, t)))),
  );
}

/** ‖w_{t+1}‖ + 2‖w_t‖ + ‖w_{t−1}‖ for t = 0 … T, the size of what cancels; 0 once the run has left the doubles. O(nT). */
export function scale(p: Parameters): Series {
  const run = iterates(p, heavyBall);
  return Float64Array.from({ length: p.steps + 1 }, (_, t) => {
    const [before, now, after] = [t, t + 1, t + 2].map((i) => norm(rowOf(run, i, p.eigenvalues.length)));
    return rowOf(run, t + 2, p.eigenvalues.length).length > 0 ? before! + 2 * now! + after! : 0;
  });
}

/** The state's start and setting, with w* = (1, …, 1), for four times the steps that Theorem 12 waits for its hump, at most 200. O(n). */
export function at(state: QuadraticState): Parameters {
  const { eigenvalues, stepSize, momentum } = state;
  const step = shownStep(eigenvalues, state, 50);
  const minimiser = new Float64Array(eigenvalues.length).fill(1);
  const steps = Math.max(24, 4 * step);
  return { eigenvalues, minimiser, stepSize, momentum, steps, ...chosenStart(state, state, step) };
}

/** ½Σλᵢwᵢ² − Σλᵢw*ᵢwᵢ. */
function shifted(eigenvalues: Float64Array, minimiser: Float64Array): Problem {
  const linear = eigenvalues.map((eigenvalue, i) => eigenvalue * minimiser[i]!);
  return {
    dimension: eigenvalues.length,
    loss: (w) => w.reduce((sum, x, i) => sum + eigenvalues[i]! * x * (x / 2) - linear[i]! * x, 0),
    gradient(w, out) {
      for (let i = 0; i < w.length; i++) out[i] = eigenvalues[i]! * w[i]! - linear[i]!;
      return out;
    },
  };
}

/** w₋₁, w₀, …, w_{T+1}, row by row; fewer rows when the run diverges. */
function iterates(p: Parameters, method: Method): Float64Array {
  const [start, previous] = [p.start, p.previous].map((w) => w.map((x, i) => x + p.minimiser[i]!));
  const settings = { ...p, start: start!, previous: previous!, steps: p.steps + 1 };
  const rows = trajectory(method, shifted(p.eigenvalues, p.minimiser), settings);
  const all = new Float64Array(previous!.length + rows.length);
  all.set(previous!);
  all.set(rows, previous!.length);
  return all;
}

/** Row `i`; empty beyond the last. */
function rowOf(rows: Float64Array, i: number, dimension: number): Float64Array {
  return rows.subarray(i * dimension, (i + 1) * dimension);
}

/** φ_t; 0 where w_{t+1} is missing. */
function leftOver(p: Parameters, rows: Float64Array, t: number): Float64Array {
  const n = p.eigenvalues.length;
  const [before, now, after] = [rowOf(rows, t, n), rowOf(rows, t + 1, n), rowOf(rows, t + 2, n)];
  return after.map((next, i) => {
    const residual = (w: number): number => w - p.minimiser[i]!;
    const drift = p.stepSize * p.eigenvalues[i]! * residual(now[i]!) + p.momentum * residual(before[i]!);
    return residual(next) - (1 + p.momentum) * residual(now[i]!) + drift;
  });
}

function instance(values: number[], minimiser: number[], stepSize: number, momentum: number): Parameters {
  const eigenvalues = Float64Array.from(values);
  const from = restAtOnes(values.length);
  return { eigenvalues, minimiser: Float64Array.from(minimiser), stepSize, momentum, ...from, steps: 60 };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "κ = 100 at the setting of (19)",
    parameters: instance([0.01, 1], [3, -2], 1, 0.9025),
    expected: "holds",
  },
  {
    name: "four modes with a velocity",
    parameters: {
      ...instance([1, 2, 5, 9], [1, 0, -4, 7], 0.1, 0.5),
      previous: Float64Array.of(2, -1, 0, 3),
    },
    expected: "holds",
  },
  {
    name: "diverging: the dynamics do not ask for stability",
    parameters: instance([1, 4], [1, 1], 1, 0.25),
    expected: "holds",
  },
  { name: "β = 0: gradient descent", parameters: instance([0.5, 2], [5, 5], 0.3, 0), expected: "holds" },
  {
    name: "a singular Hessian has no unique w*",
    parameters: instance([0, 1], [1, 1], 1, 0.5),
    expected: "outside",
  },
];

const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: cases[0]!.parameters,
    step: 0,
    claim: 0,
    tolerance: 0,
    source: "by hand: no term is left over",
  },
  {
    parameters: cases[1]!.parameters,
    step: 60,
    claim: 0,
    tolerance: 0,
    source: "by hand: no term is left over",
  },
];

function sample(random: Random): Parameters {
  const setting = sampleSetting(random);
  const normals = (): Float64Array => fillNormal(random, new Float64Array(setting.eigenvalues.length));
  return { ...setting, minimiser: normals(), start: normals(), previous: normals(), steps: 30 };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-5",
  paper: "wang-2021",
  number: "Lemma 5",
  title: "On a quadratic the residual dynamics are linear",
  kind: "equality",
  tex: String.raw`\xi_{t+1} = (1+\beta)\,\xi_t - \eta H\xi_t - \beta\,\xi_{t-1},\qquad \xi_t = w_t-w_*,\quad H=\Gamma,\quad \varphi_t = 0`,
  plain:
    "On a quadratic the distance to the minimiser follows a linear recursion over two steps, with nothing left over.",
  looseness: 1,
  cases,
  values,
  sample,
};
