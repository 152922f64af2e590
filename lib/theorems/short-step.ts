import { decided, inWords } from "./hypothesis.ts";
import type { Hypothesis } from "./theorem.ts";

/**
 * The setting of the paper of 2020 (the first version of Wang et al. 2021): η ≤ 1/(2λ_max), √β = 1 − √(ηλ/2), λ and λ_max the ends of the spectrum. Here,
 * 0 < λ and the condition on η. O(1).
 */
export function shortStep(smallest: number, largest: number, stepSize: number): readonly Hypothesis[] {
  return [
    decided("positive definite", String.raw`\lambda > 0`, smallest, `$\\lambda$ = ${inWords(smallest)}`),
    decided(
      "step size at most 1/(2λ_max)",
      String.raw`\eta \le \frac{1}{2\lambda_{\max}}`,
      0.5 / largest - stepSize,
      `$\\eta$ = ${inWords(stepSize)}, must be at most ${inWords(0.5 / largest)}`,
      false,
    ),
  ];
}

/** Its √β = |1 − √(ηλ/2)|; NaN where λ ≤ 0. O(1). */
export function shortStepRate(smallest: number, stepSize: number): number {
  return smallest > 0 ? Math.abs(1 - Math.sqrt((stepSize * smallest) / 2)) : NaN;
}

/** For how many steps a run at it is shown: until (√β)ᵗ is below 1e−3, from 24 to 2000. λ > 0. O(1). */
export function shortStepSpan(smallest: number, stepSize: number): number {
  return Math.round(Math.min(2000, Math.max(24, 8 / Math.sqrt((stepSize * smallest) / 2))));
}
