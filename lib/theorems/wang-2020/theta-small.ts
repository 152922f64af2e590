/**
 * θ(α) ~ √α as α → 0 for θ(α) = ln(1 − α)/ln(1 − √α), Figure 1 of the paper of 2020 (the first version of Wang et al. 2021), which says that θ
 * decays fast: for hard problems momentum needs √(ηλ/2) times the steps of gradient descent. Our own statement; the series is along α4⁻ʲ.
 *
 * Proof, with more: 1 ≥ θ(α)/√α ≥ 1 − x/(2 − x), x = √α, for 0 < α < 1. Write L(x) = −ln(1 − x) = Σ_{k≥1} xᵏ/k, so that θ(x²) = L(x²)/L(x).
 * 1. x²ᵏ ≤ x·xᵏ for k ≥ 1; summed, L(x²) ≤ xL(x).
 * 2. L(x²) ≥ x², and L(x) ≤ x + (x²/2)Σ_{k≥0} xᵏ = x(2 − x)/(2(1 − x)). The quotient is x·2(1 − x)/(2 − x). ∎
 */
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** α, the largest of the series; j runs from 0 to `stages`. */
export interface Parameters {
  readonly alpha: number;
  readonly stages: number;
}

/** 0 < α < 1. O(1). */
export function assumes({ alpha }: Parameters): readonly Hypothesis[] {
  const margin = Math.min(alpha, 1 - alpha);
  return [decided("between 0 and 1", String.raw`0 < \alpha < 1`, margin, `$\\alpha$ = ${inWords(alpha)}`)];
}

/** √(α4⁻ʲ) for j = 0 … `stages`. O(stages). */
export function claim({ alpha, stages }: Parameters): Series {
  return Float64Array.from({ length: stages + 1 }, (_, j) => Math.sqrt(alpha) * 2 ** -j);
}

/** θ(α4⁻ʲ) for j = 0 … `stages`. O(stages). */
export function measure({ alpha, stages }: Parameters): Series {
  return Float64Array.from({ length: stages + 1 }, (_, j) => {
    const small = alpha * 4 ** -j;
    return Math.log1p(-small) / Math.log1p(-Math.sqrt(small));
  });
}

/** From α = ηλ/2 of the state's slowest mode on; its momentum has no say. O(1). */
export function at({ stepSize, smallest }: QuadraticState): Parameters {
  return { alpha: (stepSize * smallest) / 2, stages: 12 };
}

const cases: readonly Case<Parameters>[] = [
  { name: "from α = 1/2 on", parameters: { alpha: 0.5, stages: 12 }, expected: "holds" },
  { name: "from α = 0.999 on", parameters: { alpha: 0.999, stages: 12 }, expected: "holds" },
  { name: "small from the start", parameters: { alpha: 1e-12, stages: 20 }, expected: "holds" },
  { name: "α = 1: both logarithms are infinite", parameters: { alpha: 1, stages: 12 }, expected: "outside" },
  { name: "α = 0", parameters: { alpha: 0, stages: 12 }, expected: "outside" },
];

// Tolerance: a rounding; powers of 2 and square roots of squares are exact.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: { alpha: 0.25, stages: 5 }, step: 0, claim: 0.5, tolerance: 0, source: "by hand: √(1/4)" },
  {
    parameters: { alpha: 0.25, stages: 5 },
    step: 3,
    claim: 0.0625,
    tolerance: 0,
    source: "by hand: √(1/256)",
  },
  {
    parameters: { alpha: 0.01, stages: 5 },
    step: 2,
    claim: 0.025,
    tolerance: 2e-16,
    source: "by hand: 0.1/4",
  },
];

export const statement: Statement<Parameters> = {
  id: "wang-2020/theta-small",
  paper: "wang-2020",
  number: "Figure 1, small α",
  title: "Where momentum saves most",
  kind: "limit",
  tex: String.raw`\theta(\alpha) = \frac{\ln(1-\alpha)}{\ln(1-\sqrt\alpha)} \sim \sqrt\alpha \quad (\alpha\to0)`,
  plain: "For small α the part of the steps that momentum needs is the square root of α.",
  looseness: 1,
  cases,
  values,
  sample: (random: Random): Parameters => ({ alpha: logUniform(random, 10), stages: 12 }),
};
