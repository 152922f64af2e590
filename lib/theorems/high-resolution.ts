import type { Random } from "../random.ts";
import { oneMode, positiveLimit, sampleFlow, type KernelNearLimit } from "./flow-instance.ts";
import { decided, inWords } from "./hypothesis.ts";
import { ends, logUniform } from "./quadratic-instance.ts";
import type { Case, Hypothesis } from "./theorem.ts";

/** A constant kernel under a high-resolution flow of Liu et al. 2022. `largest` is λ_m, which bounds the eigenvalues; `stepSize` is s. */
export interface HighResolution extends KernelNearLimit {
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
    positiveLimit(limitEigenvalue),
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

/** The kernel that is as flat as it may be, at a short step. */
export const flattest: HighResolution = {
  ...oneMode(0.1, 60, 120),
  limitEigenvalue: 0.2,
  largest: 1,
  stepSize: 1e-4,
};

/** Both ends of what is allowed, and each hypothesis failing. */
export const highResolutionCases: readonly Case<HighResolution>[] = [
  { name: "H = λ₀/2, a short step", parameters: flattest, expected: "holds" },
  {
    name: "H = λ₀/2, the longest step",
    parameters: { ...flattest, largest: 0.1, stepSize: 10 },
    expected: "holds",
  },
  {
    name: "κ = 2 · 10⁴",
    parameters: {
      eigenvalues: Float64Array.of(0.5e-4, 0.02, 1),
      errors: Float64Array.of(1, 1, 1),
      time: 2000,
      intervals: 100,
      limitEigenvalue: 1e-4,
      largest: 1,
      stepSize: 1,
    },
    expected: "holds",
  },
  { name: "too long a step", parameters: { ...flattest, stepSize: 1.5 }, expected: "outside" },
  { name: "no step at all", parameters: { ...flattest, stepSize: 0 }, expected: "outside" },
  {
    name: "a kernel that has strayed",
    parameters: { ...flattest, limitEigenvalue: 0.3 },
    expected: "outside",
  },
  { name: "no positive λ₀", parameters: { ...flattest, limitEigenvalue: 0 }, expected: "outside" },
];
