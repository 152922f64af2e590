/**
 * Remark 5 of Liu et al. 2022 with the start that its Lemmas 4 and 6 take, Ẋ(0) = 0. In the time √s a flow from rest moves by −½sλX(0), the method's first step by −sλx₀: the
 * missing half is a velocity of −½√sλ, so that the gap is of order √s in high resolution too. So it is with the start of Shi et al. 2021.
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
  return gapRatios(p, "high", "rest");
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
  id: "liu-2022/remark-5-rest",
  paper: "liu-2022",
  number: "Remark 5, from rest",
  title: "High resolution from rest",
  kind: "limit",
  tex: String.raw`\dot X(0)=0:\qquad \frac{\operatorname{gap}(s)}{\operatorname{gap}(s/4)} \to 2`,
  plain:
    "Started at rest, the flow in high resolution follows the method only up to an error proportional to the root of the step size.",
  looseness: 1,
  cases,
  values,
  sample,
};
