/**
 * Algorithms 1 and 2 of Wang et al. 2021 are the same iteration: one accumulates gradients, M_t = βM_{t−1} + ∇f(w_t), w_{t+1} = w_t − ηM_t
 * with M₋₁ = 0, the other keeps two iterates, w_{t+1} = w_t − η∇f(w_t) + β(w_t − w_{t−1}) with w₋₁ = w₀.
 * Proof. w_t − w_{t−1} = −ηM_{t−1} holds at t = 0, where both sides are 0, and from t to t + 1: −ηM_t = −η∇f(w_t) + β(w_t − w_{t−1}), which
 * is w_{t+1} − w_t in both forms. ∎
 *
 * It takes a constant η and M₋₁ = 0: a start with M₋₁ ≠ 0 is Algorithm 2 from w₋₁ = w₀ + ηM₋₁. So the two part when memory is carried over
 * from another run, when η changes on the way, or when the gradient enters M with a factor other than 1 (“dampening”).
 * The proof needs no property of f; here it is a quadratic.
 */
import { heavyBall, heavyBallAccumulated } from "../../methods/heavy-ball.ts";
import { run } from "../../methods/method.ts";
import { trajectory } from "../../methods/trajectory.ts";
import { norm } from "../../norm.ts";
import { quadratic } from "../../problems/quadratic.ts";
import { fillNormal, type Random } from "../../random.ts";
import { logPowerNorms } from "../block-powers.ts";
import { decided, inWords } from "../hypothesis.ts";
import { chosenStart, restAtOnes, sampleSetting, shownStep } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `start` is w₀ − w*, in the eigenbasis, of both algorithms, `memory` is M₋₁ of the first; `steps` is T. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly stepSize: number;
  readonly momentum: number;
  readonly start: Float64Array;
  readonly memory: Float64Array;
  readonly steps: number;
}

/** M₋₁ = 0. O(n). */
export function assumes({ memory }: Parameters): readonly Hypothesis[] {
  const size = norm(memory);
  return [decided("no memory at the start", "M_{-1} = 0", -size, `$\\|M_{-1}\\|$ = ${inWords(size)}`, false)];
}

/** 0 for t = 0 … T. O(T). */
export function claim({ steps }: Parameters): Series {
  return new Float64Array(steps + 1);
}

/** ‖w_t of Algorithm 1 − w_t of Algorithm 2‖ for t = 0 … T; 0 once one has left the doubles. O(nT). */
export function measure(p: Parameters): Series {
  const distances = new Float64Array(p.steps + 1);
  const problem = quadratic(p.eigenvalues);
  const iterates = trajectory(heavyBall, problem, { ...p, previous: p.start });
  const previous = p.start.map((w, i) => w + p.stepSize * p.memory[i]!);
  run(heavyBallAccumulated, problem, { ...p, previous }, (t, current) => {
    const other = iterates.subarray(t * current.length, (t + 1) * current.length);
    distances[t] = other.length > 0 ? norm(current.map((w, i) => w - other[i]!)) : 0;
  });
  return distances;
}

/** The largest ‖w_s‖, s ≤ t, for t = 0 … T; 0 once the run has left the doubles. O(nT). */
export function scale(p: Parameters): Series {
  const sizes = new Float64Array(p.steps + 1);
  run(heavyBall, quadratic(p.eigenvalues), { ...p, previous: p.start }, (t, current) => {
    sizes[t] = Math.max(norm(current), t > 0 ? sizes[t - 1]! : 0);
  });
  return sizes;
}

/** By how much a step may miss, relative to the iterates: some twenty roundings with ηλ ≤ 4, β ≤ 1. */
const STEP_ROUNDING = 10 * Number.EPSILON;

/** 10ε Σ_{s<t} ‖Aˢ‖₂ for t = 0 … T: what is wrong by a rounding at one step is carried on by the powers of A. O(nT). */
export function rounding({ eigenvalues, stepSize, momentum, steps }: Parameters): Series {
  const traces = eigenvalues.map((eigenvalue) => 1 - stepSize * eigenvalue + momentum);
  let sum = 0;
  return logPowerNorms(traces, momentum, steps).map((norm) => {
    const carried = STEP_ROUNDING * sum;
    sum += Math.exp(norm);
    return carried;
  });
}

/** From rest: the state's start, or along the slowest direction where the state asks for a velocity; at most 200 steps. O(n). */
export function at(state: QuadraticState): Parameters {
  const { eigenvalues, stepSize, momentum } = state;
  const startKind = state.startKind === "random" ? "random" : "rest";
  const steps = Math.max(24, 4 * shownStep(eigenvalues, state, 50));
  const { start } = chosenStart({ ...state, startKind }, state, 0);
  return { eigenvalues, stepSize, momentum, start, memory: new Float64Array(eigenvalues.length), steps };
}

function instance(
  values: number[],
  stepSize: number,
  momentum: number,
  memory: number[],
  steps = 100,
): Parameters {
  const eigenvalues = Float64Array.from(values);
  const { start } = restAtOnes(values.length);
  return { eigenvalues, stepSize, momentum, start, memory: Float64Array.from(memory), steps };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "κ = 100 at the setting of (19)",
    parameters: instance([0.01, 1], 1, 0.9025, [0, 0], 400),
    expected: "holds",
  },
  {
    name: "five modes, β = 0.99",
    parameters: instance([0.1, 1, 2, 5, 9], 0.3, 0.99, [0, 0, 0, 0, 0]),
    expected: "holds",
  },
  { name: "diverging together", parameters: instance([1, 4], 1, 0.25, [0, 0]), expected: "holds" },
  { name: "M₋₁ = (1, 0): they part", parameters: instance([0.5, 2], 0.5, 0.5, [1, 0]), expected: "outside" },
];

const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: cases[0]!.parameters,
    step: 1,
    claim: 0,
    tolerance: 0,
    source: "by hand: both are w₀ − η∇f(w₀)",
  },
  {
    parameters: cases[1]!.parameters,
    step: 100,
    claim: 0,
    tolerance: 0,
    source: "by hand: the same iterates",
  },
];

/** One in ten starts with a memory. */
function sample(random: Random): Parameters {
  const setting = sampleSetting(random);
  const start = fillNormal(random, new Float64Array(setting.eigenvalues.length));
  const memory = start.map(() => 0);
  if (random() < 0.1) fillNormal(random, memory);
  return { ...setting, start, memory, steps: 100 };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/algorithms-1-and-2",
  paper: "wang-2021",
  number: "Algorithms 1 and 2",
  title: "Two forms of Polyak's momentum",
  kind: "equality",
  tex: String.raw`w_t-w_{t-1} = -\eta M_{t-1},\qquad\text{so}\qquad w_t^{(1)} = w_t^{(2)}`,
  plain:
    "Accumulating gradients and remembering the last step give the same iterates, as long as both begin without momentum.",
  looseness: 1,
  cases,
  values,
  sample,
};
