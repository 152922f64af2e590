import { dampedMode } from "../flows/damped-mode.ts";
import { heavyBallFlow, highResolutionHeavyBall, highResolutionNesterov, type Flow } from "../flows/flow.ts";
import { matchedVelocity } from "../flows/matched-velocity.ts";
import { heavyBallRecursion, nesterovRecursion } from "../methods/mode-recursion.ts";
import type { Random } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Case, Hypothesis, Series } from "./theorem.ts";

/**
 * One mode of a method, and of the flows that stand for it: heavy ball (4) or Nesterov (5) of Liu et al. 2022 with step size η = s and momentum
 * β = (1 − √(μs))/(1 + √(μs)), and the flows with friction √μ. Step k is at the time k√s.
 */
export interface SteppedMode {
  readonly method: "heavyBall" | "nesterov";
  /** λ > 0. */
  readonly eigenvalue: number;
  /** μ > 0, for which friction and momentum are chosen. */
  readonly convexity: number;
}

/** The low resolution is ẍ + 2√μẋ + λx = 0 for both methods. */
export type Resolution = "low" | "high";

/**
 * What the flow starts with: at rest, as the method; with ẋ(0) = −2√sλ/(1 + √(μs)), as Shi et al. 2021 start it, and the method at
 * x₁ = x₀ − 2sλ/(1 + √(μs))·x₀; or with the velocity that brings it to the method's x₁ at the time √s.
 */
export type FlowStart = "rest" | "shi" | "matched";

/** β = (1 − √(μs))/(1 + √(μs)), in [0, 1] for 0 ≤ μs ≤ 1. O(1). */
export function momentumFor(convexity: number, stepSize: number): number {
  const root = Math.sqrt(convexity * stepSize);
  return (1 - root) / (1 + root);
}

/** x₀ = 1, x₁, …, x_steps, by the recursion; `start` decides x₁. O(steps). */
export function iteratesOf(
  mode: SteppedMode,
  stepSize: number,
  start: FlowStart,
  steps: number,
): Float64Array {
  const recursion = mode.method === "heavyBall" ? heavyBallRecursion : nesterovRecursion;
  const z = stepSize * mode.eigenvalue;
  const momentum = momentumFor(mode.convexity, stepSize);
  const iterates = new Float64Array(steps + 1);
  iterates[0] = 1;
  if (steps > 0) iterates[1] = secondIterate(mode, stepSize, start);
  for (let k = 2; k <= steps; k++)
    iterates[k] =
      recursion.trace(z, momentum) * iterates[k - 1]! - recursion.determinant(z, momentum) * iterates[k - 2]!;
  return iterates;
}

/** The flow at the times t, from x(0) = 1 with the velocity of `start`. O(times). */
export function flowAt(
  mode: SteppedMode,
  stepSize: number,
  resolution: Resolution,
  start: FlowStart,
  times: Float64Array,
): Float64Array {
  const flow = flowFor(mode, stepSize, resolution);
  const { eigenvalue } = mode;
  const [damping, stiffness] = [flow.damping(eigenvalue), flow.stiffness(eigenvalue)];
  const velocity = velocityOf(mode, stepSize, flow, start);
  const state = new Float64Array(2);
  return times.map((time) => dampedMode(time, damping, stiffness, 1, velocity, state)[0]!);
}

/** max_k |x_k − x(k√s)| over k√s ≤ `time`. O(time/√s). */
export function stepGap(
  mode: SteppedMode,
  stepSize: number,
  resolution: Resolution,
  start: FlowStart,
  time: number,
): number {
  const interval = Math.sqrt(stepSize);
  const steps = Math.floor(time / interval + 1e-9);
  const iterates = iteratesOf(mode, stepSize, start, steps);
  const flow = flowAt(
    mode,
    stepSize,
    resolution,
    start,
    iterates.map((_, k) => k * interval),
  );
  return iterates.reduce((most, x, k) => Math.max(most, Math.abs(x - flow[k]!)), 0);
}

function flowFor({ method, convexity }: SteppedMode, stepSize: number, resolution: Resolution): Flow {
  const friction = Math.sqrt(convexity);
  if (resolution === "low") return heavyBallFlow(friction);
  return (method === "heavyBall" ? highResolutionHeavyBall : highResolutionNesterov)(friction, stepSize);
}

function secondIterate({ eigenvalue, convexity }: SteppedMode, stepSize: number, start: FlowStart): number {
  const z = stepSize * eigenvalue;
  return start === "shi" ? 1 - (2 * z) / (1 + Math.sqrt(convexity * stepSize)) : 1 - z;
}

function velocityOf(mode: SteppedMode, stepSize: number, flow: Flow, start: FlowStart): number {
  if (start === "rest") return 0;
  const root = Math.sqrt(stepSize);
  if (start === "shi") return (-2 * root * mode.eigenvalue) / (1 + Math.sqrt(mode.convexity * stepSize));
  return matchedVelocity(flow, mode.eigenvalue, root, 1, secondIterate(mode, stepSize, start));
}

/** How a gap shrinks while the step size is quartered again and again, from `largestStep`. */
export interface QuarteredSteps extends SteppedMode {
  /** Over which time the gap is taken. */
  readonly time: number;
  readonly largestStep: number;
  readonly quarterings: number;
}

/**
 * gap(s)/gap(s/4) for s = s₀, s₀/4, …: 2 for an error of order ½ in s, 4 for one of order 1. All gaps are taken until the last whole step of the largest
 * step size, so that the times of one are among those of the next. O(time · 2^quarterings/√s₀).
 */
export function gapRatios(p: QuarteredSteps, resolution: Resolution, start: FlowStart): Series {
  const interval = Math.sqrt(p.largestStep);
  // A time that is meant to be a whole number of steps may miss it by a rounding.
  const time = Math.floor(p.time / interval + 1e-9) * interval;
  const gaps = Float64Array.from({ length: p.quarterings + 1 }, (_, k) =>
    stepGap(p, p.largestStep / 4 ** k, resolution, start, time),
  );
  return gaps.subarray(1).map((gap, k) => gaps[k]! / gap);
}

/** μ > 0, λ ≥ μ, 0 < s₀ ≤ 1/λ, and (ours, since a limit is judged at steps that have a size) s₀λ(1 + T√λ) ≤ ½ and T ≥ 16√s₀. O(1). */
export function smallSteps({
  eigenvalue,
  convexity,
  largestStep,
  time,
}: QuarteredSteps): readonly Hypothesis[] {
  const stretch = largestStep * eigenvalue * (1 + time * Math.sqrt(eigenvalue));
  return [
    decided("friction", String.raw`\mu > 0`, convexity, `$\\mu$ = ${inWords(convexity)}`),
    decided(
      "convexity at most the eigenvalue",
      String.raw`\mu \le \lambda`,
      eigenvalue - convexity,
      `$\\lambda$ = ${inWords(eigenvalue)}`,
      false,
    ),
    decided("step size", "s > 0", largestStep, `$s$ = ${inWords(largestStep)}`),
    decided(
      "step size at most 1/λ",
      String.raw`s \le 1/\lambda`,
      1 / eigenvalue - largestStep,
      `$s\\lambda$ = ${inWords(largestStep * eigenvalue)}`,
      false,
    ),
    decided(
      "steps small enough to show the order",
      String.raw`s\lambda(1+T\sqrt\lambda) \le \tfrac12`,
      0.5 - stretch,
      `it is ${inWords(stretch)}`,
      false,
    ),
    decided(
      "time enough to show it",
      String.raw`T \ge 16\sqrt s`,
      time / Math.sqrt(largestStep) - 16,
      `$T/\\sqrt s$ = ${inWords(time / Math.sqrt(largestStep))}`,
      false,
    ),
  ];
}

/** λ/μ up to 10, a time of one to four radians, steps small enough to show the order; one in ten too long. */
export function sampleQuartered(random: Random): QuarteredSteps {
  const eigenvalue = 0.01 ** random();
  const longest = random() < 0.1 ? 1.5 : 0.03;
  return {
    method: random() < 0.5 ? "heavyBall" : "nesterov",
    eigenvalue,
    convexity: eigenvalue * 0.1 ** random(),
    time: (4 + 4 * random()) / Math.sqrt(eigenvalue),
    largestStep: (longest * (0.5 + random())) / eigenvalue,
    quarterings: 6,
  };
}

const shown: QuarteredSteps = {
  method: "heavyBall",
  eigenvalue: 0.1,
  convexity: 0.05,
  time: 30,
  largestStep: 0.16,
  quarterings: 5,
};

/** Both methods on the mode λ = 0.1, μ = 0.05, and steps too long. */
export const quarteredCases: readonly Case<QuarteredSteps>[] = [
  { name: "heavy ball, λ = 0.1", parameters: shown, expected: "holds" },
  { name: "Nesterov, λ = 0.1", parameters: { ...shown, method: "nesterov" }, expected: "holds" },
  { name: "steps longer than 1/λ", parameters: { ...shown, largestStep: 12 }, expected: "outside" },
  { name: "no friction", parameters: { ...shown, convexity: 0 }, expected: "outside" },
  {
    name: "more friction than the mode takes",
    parameters: { ...shown, convexity: 0.2 },
    expected: "outside",
  },
];
