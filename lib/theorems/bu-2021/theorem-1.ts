/**
 * Theorem 1 of Bu et al. 2021 (from Du et al. 2018), the loss part (2.7), for a kernel that stays as it is: if H ⪰ (λ₀/2)I, then along Δ̇ = −HΔ,
 *   L(t) ≤ e^{−λ₀t} L(0),  L = ½‖Δ‖².
 * Proof. L̇ = −ΔᵀHΔ ≤ −λ₀L; this needs no constant kernel. ∎ Equality where Δ(0) lies in the eigenspace of λ₀/2. At initialization, where
 * λ_min(H) is near λ₀, the bound loses half of the exponent.
 */
import { gradientFlow } from "../../flows/gradient-flow.ts";
import type { Random } from "../../random.ts";
import {
  firstLoss,
  kernelNearLimit,
  oneMode,
  sampleNearLimit,
  timesOf,
  type KernelNearLimit,
} from "../flow-instance.ts";
import { ends } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = KernelNearLimit;

/** λ₀ > 0 and λ_min(H) ≥ λ₀/2, which the width is there for. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return kernelNearLimit(p);
}

/** e^{−λ₀t} L(0) at the times. O(n + intervals). */
export function claim(p: Parameters): Series {
  return timesOf(p).map((t) => Math.exp(-p.limitEigenvalue * t) * firstLoss(p));
}

/** L(t) at the times, in closed form. O(n · intervals). */
export function measure(p: Parameters): Series {
  return timesOf(p).map((t) =>
    p.eigenvalues.reduce((sum, eigenvalue, i) => sum + gradientFlow(t, eigenvalue, p.errors[i]!) ** 2 / 2, 0),
  );
}

const flattest: Parameters = { ...oneMode(0.1, 40, 40), limitEigenvalue: 0.2 };

const cases: readonly Case<Parameters>[] = [
  { name: "H = λ₀/2: an equality", parameters: flattest, expected: "holds" },
  {
    name: "H = λ₀: twice the exponent",
    parameters: { ...flattest, ...oneMode(0.2, 40, 40) },
    expected: "holds",
  },
  {
    name: "κ = 10⁴",
    parameters: {
      eigenvalues: Float64Array.of(1e-4, 0.01, 1),
      errors: Float64Array.of(1, -1, 2),
      time: 5e4,
      intervals: 100,
      limitEigenvalue: 2e-4,
    },
    expected: "holds",
  },
  {
    name: "the kernel has strayed below λ₀/2",
    parameters: { ...flattest, limitEigenvalue: 0.3 },
    expected: "outside",
  },
  { name: "no positive λ₀", parameters: { ...flattest, limitEigenvalue: 0 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...flattest, ...oneMode(3, 2, 2) },
    step: 0,
    claim: 0.5,
    tolerance: 0,
    source: "by hand: L(0)",
  },
  {
    parameters: { ...oneMode(3, 5, 1), limitEigenvalue: 0.4 },
    step: 1,
    claim: 0.067667641618306345,
    tolerance: 1e-15,
    source: "by hand: e⁻²/2",
  },
  {
    parameters: { ...flattest, eigenvalues: Float64Array.of(1, 2), errors: Float64Array.of(3, 4) },
    step: 0,
    claim: 12.5,
    tolerance: 0,
    source: "by hand: (9 + 16)/2",
  },
];

/** See `sampleNearLimit`; until the slowest has decayed by up to e⁻²⁰. */
function sample(random: Random): Parameters {
  const instance = sampleNearLimit(random);
  return { ...instance, time: (20 * random()) / ends(instance.eigenvalues).smallest };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/theorem-1",
  paper: "bu-2021",
  number: "Theorem 1",
  title: "The loss under gradient flow",
  kind: "tight",
  tex: String.raw`L(t) \le e^{-\lambda_0 t}\,L(0)`,
  plain: "With a kernel that stays above half of its limit, the loss of gradient flow decays exponentially.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
