import { linearResNetByBatches } from "../problems/linear-resnet.ts";
import type { Problem } from "../problems/problem.ts";
import { seededRandom } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { LinearResNetInstance } from "./linear-resnet-instance.ts";
import type { Hypothesis } from "./theorem.ts";

/** A ResNet that is trained by SGD. */
export interface BatchInstance extends LinearResNetInstance {
  /** B. */
  readonly batchSize: number;
  /** The δ of "with probability 1 − δ". */
  readonly failure: number;
  /** Draws the batches. */
  readonly seed: number;
  /** η in per cent of the largest that the theorem allows. */
  readonly stepPercent: number;
}

/** The problem whose gradient is that of a batch. */
export function byBatches(p: BatchInstance): Problem {
  return linearResNetByBatches(p, p.depth, p, p.batchSize, seededRandom(p.seed));
}

/** ‖X‖²_{2,∞}, the largest squared length of an example. */
export function largestExample({
  examples,
  inputs,
}: Pick<LinearResNetInstance, "examples" | "inputs">): number {
  const d = inputs.length / examples;
  let largest = 0;
  for (let j = 0; j < examples; j++) {
    let square = 0;
    for (let i = 0; i < d; i++) square += inputs[j * d + i]! ** 2;
    largest = Math.max(largest, square);
  }
  return largest;
}

/** 1 ≤ B ≤ n, 0 < δ ≤ `most`, and a step size of at most 100 % of what is allowed. */
export function batchSetting(p: BatchInstance, most: number, stepTex: string): readonly Hypothesis[] {
  return [
    decided(
      "a batch",
      String.raw`1 \le B \le n`,
      Math.min(p.batchSize - 1, p.examples - p.batchSize),
      `$B$ = ${p.batchSize} of ${p.examples} examples`,
      false,
    ),
    decided(
      "a probability",
      String.raw`0 < \delta \le ${most === 1 / 6 ? String.raw`\tfrac16` : most}`,
      p.failure > 0 ? most - p.failure : -1,
      `$\\delta$ = ${inWords(p.failure)}`,
      false,
    ),
    decided(
      "step size small enough",
      stepTex,
      p.stepPercent > 0 ? 1 - p.stepPercent / 100 : -1,
      `$\\eta$ is ${p.stepPercent} % of the largest that is allowed`,
      false,
    ),
  ];
}

/**
 * The T with T = numerator/η(T), where η falls with ln T: T and η of Theorem 3.6 name each other. Iterated from T = 1, rising to the fixed point, which is rounded
 * up; 60 rounds leave nothing.
 */
export function selfConsistentSteps(numerator: number, stepSize: (steps: number) => number): number {
  let steps = 1;
  for (let round = 0; round < 60; round++) steps = Math.max(1, Math.ceil(numerator / stepSize(steps)));
  return steps;
}

/** What the step size and the number of steps of Theorem 3.6 are made of. */
export interface ScheduleTerms {
  /** L. */
  readonly depth: number;
  /** B/n. */
  readonly share: number;
  /** ‖X‖²_{2,∞}. */
  readonly longest: number;
  /** μ_A²μ_B²σ_r², or a lower bound. */
  readonly gain: number;
  /** λ_Aλ_B, or an upper bound. */
  readonly reach: number;
  /** ‖X‖₂. */
  readonly largestX: number;
  /** 𝓛*, and 𝓛₀ − 𝓛* or an upper bound. */
  readonly floor: number;
  readonly excess: number;
  /** ε. */
  readonly goal: number;
  /** δ. */
  readonly failure: number;
  /** η in per cent of the largest that is allowed. */
  readonly stepPercent: number;
}

/** T and η of Theorem 3.6. */
export interface Schedule {
  readonly steps: number;
  readonly stepSize: number;
  readonly goal: number;
}

/**
 * T = (e/(ηLμ_A²μ_B²σ_r²)) ln((𝓛₀ − 𝓛*)/ε') with η = (Bμ_A²μ_B²σ_r²/(6e³Lnλ_A⁴λ_B⁴‖X‖²))·min{ε'/(‖X‖²_{2,∞}𝓛*), ln²2·B/(3n‖X‖² ln(T/δ) ln(𝓛₀/ε'))}, ε' = ε/3, as they
 * determine each other; NaN where ε is not between 0 and 𝓛₀ − 𝓛*.
 */
export function bestIterateSchedule(terms: ScheduleTerms): Schedule {
  const { depth, share, longest, gain, reach, largestX, floor, excess, goal, failure, stepPercent } = terms;
  if (!(goal > 0 && goal < excess)) return { steps: NaN, stepSize: NaN, goal };
  const factor = (share * gain) / (6 * Math.E ** 3 * depth * reach ** 4 * largestX ** 2);
  const noisy = goal / 3 / (longest * floor);
  const ratio = Math.log((3 * (excess + floor)) / goal);
  const stepSize = (steps: number): number => {
    const steady = (Math.LN2 ** 2 * share) / (3 * largestX ** 2 * Math.log(steps / failure) * ratio);
    return (stepPercent / 100) * factor * Math.min(noisy, steady);
  };
  const numerator = (Math.E * Math.log((3 * excess) / goal)) / (depth * gain);
  const steps = selfConsistentSteps(numerator, stepSize);
  return { steps, stepSize: stepSize(steps), goal };
}
