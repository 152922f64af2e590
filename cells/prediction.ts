/** How a prediction compares with the answer: the pure part of the exercises. */
import { formatShort } from "../figures/number-format.ts";

/**
 * How far from the answer still counts as right: a share of it, a factor either way (for positive quantities on a
 * logarithmic axis), or a distance.
 */
export type Tolerance =
  { readonly relative: number } | { readonly factor: number } | { readonly absolute: number };

/** On which side of the answer a prediction lies; "no answer" where the answer is no finite number. */
export type Closeness = "right" | "too low" | "too high" | "no answer";

/** One rounding of a product or quotient must not turn "just within" into "just outside". */
const ROUNDING = 1e-12;

/** Compares a number with the answer. With a factor, an answer that is not positive counts as none. */
export function judgeNumber(prediction: number, answer: number, tolerance: Tolerance): Closeness {
  if (!Number.isFinite(answer) || ("factor" in tolerance && answer <= 0)) return "no answer";
  if (isWithin(prediction, answer, tolerance)) return "right";
  return prediction < answer ? "too low" : "too high";
}

function isWithin(prediction: number, answer: number, tolerance: Tolerance): boolean {
  const distance = Math.abs(prediction - answer);
  if ("absolute" in tolerance) return distance <= tolerance.absolute * (1 + ROUNDING);
  if ("relative" in tolerance) return distance <= tolerance.relative * Math.abs(answer) * (1 + ROUNDING);
  const ratio = prediction / answer;
  return ratio > 0 && Math.max(ratio, 1 / ratio) <= tolerance.factor * (1 + ROUNDING);
}

/** A choice is right or not. */
export function judgeChoice(prediction: string, answer: string): boolean {
  return prediction === answer;
}

/** How the points of a drawn curve compare with the answers there. */
export interface CurveJudgement {
  readonly points: readonly Closeness[];
  /** How many points are right, of how many that have an answer. */
  readonly right: number;
  readonly asked: number;
}

/** Compares point by point; a point without an answer is not counted. */
export function judgeCurve(
  predictions: readonly number[],
  answers: readonly number[],
  tolerance: Tolerance,
): CurveJudgement {
  const points = predictions.map((prediction, i) => judgeNumber(prediction, answers[i] ?? NaN, tolerance));
  return {
    points,
    right: points.filter((point) => point === "right").length,
    asked: points.filter((point) => point !== "no answer").length,
  };
}

/** The tolerance in words: "within 10 %", "within a factor of 1.25", "within 3". */
export function toleranceText(tolerance: Tolerance): string {
  if ("relative" in tolerance) return `within ${formatShort(100 * tolerance.relative)}\u00a0%`;
  if ("factor" in tolerance) return `within a factor of ${formatShort(tolerance.factor)}`;
  return `within ${formatShort(tolerance.absolute)}`;
}
