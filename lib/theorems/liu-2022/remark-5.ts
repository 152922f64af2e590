/**
 * Remark 5 of Liu et al. 2022, which cites Proposition 1 of Shi et al. 2021: for small s the iterates of both methods and their flows in high resolution stay close. With an order, which
 * the text does not give, on one mode of a quadratic: with η = s, β = (1 − √(μs))/(1 + √(μs)), and the flow started with the velocity for which X(√s) = x₁,
 *   max_{k√s ≤ T} |x_k − X(k√s)| = O(s),
 * so that a quarter of s leaves a quarter of the gap. The start decides: with the method's own, at rest, or with that of Shi et al., the order is ½ (`remark-5-rest`).
 */
import { gapRatios, quarteredCases, sampleQuartered, smallSteps, type QuarteredSteps } from "../step-gap.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = QuarteredSteps;

/** μ > 0, μ ≤ λ, 0 < s ≤ 1/λ. O(1). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return smallSteps(p);
}

/** 4 for each quartering of s. */
export function claim({ quarterings }: Parameters): Series {
  return new Float64Array(quarterings).fill(4);
}

/** gap(s)/gap(s/4), the gap in closed form step by step. O(time · 2^quarterings/√s₀). */
export function measure(p: Parameters): Series {
  return gapRatios(p, "high", "matched");
}

const cases: readonly Case<Parameters>[] = quarteredCases;

const values: readonly IndependentValue<Parameters>[] = [0, 4].map((step) => ({
  parameters: quarteredCases[0]!.parameters,
  step,
  claim: 4,
  tolerance: 0,
  source: "by hand: an error of order 1 in s falls to a quarter",
}));

/** See `sampleQuartered`. */
const sample = sampleQuartered;

export const statement: Statement<Parameters> = {
  id: "liu-2022/remark-5",
  paper: "liu-2022",
  number: "Remark 5",
  title: "Iterates and flow in high resolution",
  kind: "limit",
  tex: String.raw`\frac{\operatorname{gap}(s)}{\operatorname{gap}(s/4)} \to 4,\qquad \operatorname{gap}(s)=\max_{k\sqrt s\le T}|x_k-X(k\sqrt s)| = O(s)`,
  plain:
    "Started with the right velocity, the flow in high resolution follows the method up to an error proportional to the step size.",
  looseness: 1,
  cases,
  values,
  sample,
};
