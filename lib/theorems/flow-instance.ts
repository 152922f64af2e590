import { dampedMode } from "../flows/damped-mode.ts";
import { heavyBallFlow, type Flow } from "../flows/flow.ts";
import { fillNormal, type Random } from "../random.ts";
import { ends, logUniform } from "./quadratic-instance.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Case, Hypothesis, Series } from "./theorem.ts";

/**
 * The errors Δ of a network with a constant kernel H under a flow of second order, from rest, in the eigenbasis of H, looked at at the times
 * t = 0, T/intervals, …, T.
 */
export interface FlowInstance {
  /** Of H, in any order; positive. */
  readonly eigenvalues: Float64Array;
  /** Δ(0), along the eigenvectors. */
  readonly errors: Float64Array;
  /** T. */
  readonly time: number;
  readonly intervals: number;
}

/** The times at which the instance is looked at. */
export function timesOf({ time, intervals }: FlowInstance): Float64Array {
  return Float64Array.from({ length: intervals + 1 }, (_, k) => (k * time) / intervals);
}

/** L(t) = ½‖Δ(t)‖² at those times, in closed form, mode by mode. Right to 1e−290. O(n · intervals). */
export function lossesUnder(flow: Flow, instance: FlowInstance): Series {
  const state = new Float64Array(2);
  return timesOf(instance).map((t) =>
    instance.eigenvalues.reduce((sum, eigenvalue, i) => {
      dampedMode(t, flow.damping(eigenvalue), flow.stiffness(eigenvalue), instance.errors[i]!, 0, state);
      return sum + (state[0]! * state[0]!) / 2;
    }, 0),
  );
}

/** L̂(0) = ½Δ(0)ᵀHΔ(0), the pseudo-loss. O(n). */
export function pseudoLoss({ eigenvalues, errors }: FlowInstance): number {
  return eigenvalues.reduce((sum, eigenvalue, i) => sum + (eigenvalue * errors[i]! ** 2) / 2, 0);
}

/** L(0) = ½‖Δ(0)‖². O(n). */
export function firstLoss({ errors }: FlowInstance): number {
  return errors.reduce((sum, error) => sum + error ** 2 / 2, 0);
}

/** One mode with Δ(0) = 1. */
export function oneMode(eigenvalue: number, time: number, intervals: number): FlowInstance {
  return { eigenvalues: Float64Array.of(eigenvalue), errors: Float64Array.of(1), time, intervals };
}

/** One to five modes, the least eigenvalue from 10⁻⁴ to 1, κ up to 10⁴, until the slowest has decayed by up to e⁻²⁰. */
export function sampleFlow(random: Random): FlowInstance {
  const least = logUniform(random, 4);
  const eigenvalues = new Float64Array(1 + Math.floor(5 * random())).map(() => least / logUniform(random, 4));
  eigenvalues[0] = least;
  const errors = fillNormal(random, new Float64Array(eigenvalues.length));
  return { eigenvalues, errors, time: (20 * random()) / Math.sqrt(least), intervals: 60 };
}

/** `limitEigenvalue` is λ₀, the least eigenvalue of the kernel of the infinitely wide network. */
export interface KernelNearLimit extends FlowInstance {
  readonly limitEigenvalue: number;
}

/** λ₀ > 0. O(1). */
export function positiveLimit(limitEigenvalue: number): Hypothesis {
  const detail = `$\\lambda_0$ = ${inWords(limitEigenvalue)}`;
  return decided("positive definite", String.raw`\lambda_0 > 0`, limitEigenvalue, detail);
}

/** λ₀ > 0 and λ_min(H) ≥ λ₀/2, which the width is there for. O(n). */
export function kernelNearLimit({ eigenvalues, limitEigenvalue }: KernelNearLimit): readonly Hypothesis[] {
  const least = ends(eigenvalues).smallest;
  return [
    positiveLimit(limitEigenvalue),
    decided(
      "kernel near its limit",
      String.raw`\lambda_{\min}(H) \ge \lambda_0/2`,
      least - limitEigenvalue / 2,
      `$\\lambda_{\\min}(H)$ = ${inWords(least)}, $\\lambda_0/2$ = ${inWords(limitEigenvalue / 2)}`,
      false,
    ),
  ];
}

/** As `sampleFlow`, with λ₀ from the least eigenvalue to twice that, often exactly there; one in ten beyond. */
export function sampleNearLimit(random: Random): KernelNearLimit {
  const instance = sampleFlow(random);
  const kind = Math.floor(10 * random());
  const factor = kind === 0 ? 2 + random() : kind < 5 ? 2 : 1 + random();
  return { ...instance, limitEigenvalue: factor * ends(instance.eigenvalues).smallest };
}

/** L(t) along heavy ball with friction, Δ̈ + √(2λ₀)Δ̇ + HΔ = 0 from rest, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function lossesUnderFriction(p: KernelNearLimit): Series {
  if (!(p.limitEigenvalue > 0)) return timesOf(p).fill(NaN);
  return lossesUnder(heavyBallFlow(Math.sqrt(p.limitEigenvalue / 2)), p);
}

/** For the loss under friction: a bad condition number, and each hypothesis failing. */
export const frictionCases: readonly Case<KernelNearLimit>[] = [
  {
    name: "κ = 10⁴",
    parameters: {
      eigenvalues: Float64Array.of(0.5e-4, 0.01, 0.5),
      errors: Float64Array.of(1, 1, 1),
      time: 2000,
      intervals: 100,
      limitEigenvalue: 1e-4,
    },
    expected: "holds",
  },
  {
    name: "the kernel has strayed below λ₀/2",
    parameters: { ...oneMode(0.05, 40, 40), limitEigenvalue: 0.2 },
    expected: "outside",
    expectedPrinted: "outside",
  },
  { name: "no positive λ₀", parameters: { ...oneMode(0.05, 4, 4), limitEigenvalue: 0 }, expected: "outside" },
];
