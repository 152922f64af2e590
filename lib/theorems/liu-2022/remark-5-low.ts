/**
 * The flow in low resolution beside Remark 5 of Liu et al. 2022 (which calls it less accurate, without an order): Ẍ + 2√μẊ + λX = 0 for both methods. On one mode, with η = s,
 * β = (1 − √(μs))/(1 + √(μs)) and even with the velocity for which X(√s) = x₁, the gap to the iterates is of order √s: a quarter of s leaves half of it.
 */
import { gapRatios, quarteredCases, sampleQuartered, smallSteps, type QuarteredSteps } from "../step-gap.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = QuarteredSteps;

/** μ > 0, μ ≤ λ, 0 < s ≤ 1/λ. O(1). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return smallSteps(p);
}

/** 2 for each quartering of s. */
export function claim({ quarterings }: Parameters): Series {
  return new Float64Array(quarterings).fill(2);
}

/** gap(s)/gap(s/4), the gap in closed form step by step. O(time · 2^quarterings/√s₀). */
export function measure(p: Parameters): Series {
  return gapRatios(p, "low", "matched");
}

const cases: readonly Case<Parameters>[] = quarteredCases;

const values: readonly IndependentValue<Parameters>[] = [0, 4].map((step) => ({
  parameters: quarteredCases[0]!.parameters,
  step,
  claim: 2,
  tolerance: 0,
  source: "by hand: an error of order ½ in s falls to a half",
}));

/** See `sampleQuartered`. */
const sample = sampleQuartered;

export const statement: Statement<Parameters> = {
  id: "liu-2022/remark-5-low",
  paper: "liu-2022",
  number: "Remark 5, low resolution",
  title: "Iterates and flow in low resolution",
  kind: "limit",
  tex: String.raw`\frac{\operatorname{gap}(s)}{\operatorname{gap}(s/4)} \to 2,\qquad \operatorname{gap}(s)=\max_{k\sqrt s\le T}|x_k-X(k\sqrt s)| = O(\sqrt s)`,
  plain:
    "The flow in low resolution follows the method only up to an error proportional to the root of the step size.",
  looseness: 1,
  cases,
  values,
  sample,
};
