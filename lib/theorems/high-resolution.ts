import type { Random } from "../random.ts";
import { sampleFlow, type FlowInstance } from "./flow-instance.ts";
import { decided, inWords } from "./hypothesis.ts";
import { ends, logUniform } from "./quadratic-instance.ts";
import type { Hypothesis } from "./theorem.ts";

/**
 * A constant kernel under a high-resolution flow of Liu et al. 2022. `limitEigenvalue` is λ₀, the least eigenvalue of the kernel of the infinitely
 * wide network; `largest` is λ_m, which bounds the eigenvalues; `stepSize` is s.
 */
export interface HighResolution extends FlowInstance {
  readonly limitEigenvalue: number;
  readonly largest: number;
  readonly stepSize: number;
}

/** λ₀ > 0; the eigenvalues of H in [λ₀/2, λ_m]; 0 < s ≤ 1/λ_m. The width is there to make the second true; here it is checked. O(n). */
export function nearItsLimit({
  eigenvalues,
  limitEigenvalue,
  largest,
  stepSize,
}: HighResolution): readonly Hypothesis[] {
  const found = ends(eigenvalues);
  return [
    decided(
      "positive definite",
      String.raw`\lambda_0 > 0`,
      limitEigenvalue,
      `$\\lambda_0$ = ${inWords(limitEigenvalue)}`,
    ),
    decided(
      "constant kernel near its limit",
      String.raw`\tfrac{\lambda_0}{2} \le \lambda_i(H) \le \lambda_m`,
      Math.min(found.smallest - limitEigenvalue / 2, largest - found.largest),
      `eigenvalues from ${inWords(found.smallest)} to ${inWords(found.largest)}`,
      false,
    ),
    decided("step size", "s > 0", stepSize, `$s$ = ${inWords(stepSize)}`),
    decided(
      "step size at most 1/λ_m",
      String.raw`s \le 1/\lambda_m`,
      1 / largest - stepSize,
      `$s\\lambda_m$ = ${inWords(stepSize * largest)}`,
      false,
    ),
  ];
}

/** μ = λ₀/2, of which √μ is the friction; NaN where it is not positive. */
export function convexityOf({ limitEigenvalue }: HighResolution): number {
  return limitEigenvalue > 0 ? limitEigenvalue / 2 : NaN;
}

/** A kernel with λ_min = λ₀/2 often, s up to 1/λ_m; one in ten with a hypothesis that fails. */
export function sampleHighResolution(random: Random): HighResolution {
  const instance = sampleFlow(random);
  const { smallest, largest } = ends(instance.eigenvalues);
  const [kind, longest] = [Math.floor(10 * random()), 1 / largest];
  const factor = kind === 1 ? 2 + random() : kind < 6 ? 2 : 1 + random();
  const stepSize = kind === 0 ? longest * (1 + random()) : longest * logUniform(random, 4);
  return { ...instance, limitEigenvalue: factor * smallest, largest, stepSize };
}
