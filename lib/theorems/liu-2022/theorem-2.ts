/**
 * Theorem 2 of Liu et al. 2022 for a kernel that stays as it is: with λ_min(H) ≥ λ₀/2 =: μ and 0 < s ≤ 1/λ_m, along Nesterov's method in high
 * resolution, Δ̈ + (2√μ + √sH)Δ̇ + (1 + √(μs))HΔ = 0, Δ̇(0) = 0,
 *   ℓ(t) ≤ (26/(3λ₀)) e^{−ρ*(α)√μt} ℓ̂(0),  α = √(μs)/2, ρ*(α) = ½(4 + 3α − √(8 + 16α + 9α²)).
 * Its proof is in a supplement that is not at hand. That it holds follows from a stronger bound (ours): mode by mode |Δ(t)| ≤ (1 + √μt)e^{−√μt}|Δ(0)|,
 * hence ℓ(t) ≤ (1 + √μt)²e^{−2√μt}ℓ(0), and ℓ(0) ≤ (2/λ₀)ℓ̂(0); with x = √μt and ρ* ≤ 2/3, (1 + x)²e^{−(2−ρ*)x} ≤ (1 + x)²e^{−4x/3} ≤ 9/4·e^{−2/3} < 13/3.
 * Proof of that bound: with h = √μ + √sλ/2 and Λ = (1 + √(μs))λ, a ringing mode is at most (1 + ht)e^{−ht}, which decreases in h ≥ √μ. A creeping one has
 * roots r₁ ≤ r₂ with r₁ ≥ √μ, since r² − 2hr + Λ is λ − μ ≥ 0 at r = √μ ≤ h, and is e^{−r₁t}(1 + r₁∫₀ᵗe^{−(r₂−r₁)u}du) ≤ (1 + r₁t)e^{−r₁t}. ∎
 * The exponent is larger than that of Theorem 1. Both are bounds, and do not order the methods: the true exponent of the worst kernel is 2√μ for both.
 */
import { highResolutionNesterov } from "../../flows/flow.ts";
import { nesterovExponent } from "../../flows/nesterov-exponent.ts";
import { lossesUnder, oneMode, pseudoLoss, timesOf } from "../flow-instance.ts";
import {
  convexityOf,
  flattest,
  highResolutionCases,
  nearItsLimit,
  sampleHighResolution,
  type HighResolution,
} from "../high-resolution.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = HighResolution;

/** λ₀ > 0, the kernel near its limit, 0 < s ≤ 1/λ_m. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return nearItsLimit(p);
}

/** (26/(3λ₀)) e^{−ρ*√(λ₀/2)t} ℓ̂(0) at the times; NaN where λ₀ ≤ 0 or s < 0. O(n + intervals). */
export function claim(p: Parameters): Series {
  const convexity = convexityOf(p);
  const alpha = Math.sqrt(convexity * p.stepSize) / 2;
  const rate = alpha >= 0 ? nesterovExponent(alpha) * Math.sqrt(convexity) : NaN;
  return timesOf(p).map((t) => (26 / (3 * p.limitEigenvalue)) * Math.exp(-rate * t) * pseudoLoss(p));
}

/** ℓ(t) at the times, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function measure(p: Parameters): Series {
  const friction = Math.sqrt(convexityOf(p));
  if (Number.isNaN(friction)) return timesOf(p).fill(NaN);
  return lossesUnder(highResolutionNesterov(friction, Math.max(p.stepSize, 0)), p);
}

const cases: readonly Case<Parameters>[] = highResolutionCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: flattest, step: 0, claim: 13 / 6, tolerance: 1e-15, source: "by hand: 26/0.6 · 0.05" },
  {
    parameters: { ...oneMode(2, 1, 1), limitEigenvalue: 2, largest: 4, stepSize: 0.25 },
    step: 1,
    claim: 2.37148876457736337,
    tolerance: 4e-15,
    source: "by hand: 13/3 · e^{−ρ*(¼)}, 40 digits (test/oracles/liu-2022.py)",
  },
  {
    parameters: { ...oneMode(2, 3, 3), limitEigenvalue: 0.5, largest: 4, stepSize: 0.04 },
    step: 3,
    claim: 7.1551576116951015,
    tolerance: 4e-15,
    source: "by hand: 52/3 · e^{−3ρ*(0.05)/2}, the same",
  },
  {
    parameters: { ...oneMode(2, 1, 1), limitEigenvalue: 2, largest: 4, stepSize: 0 },
    step: 1,
    claim: 2.41222758848799838787,
    tolerance: 4e-15,
    source: "13/3 · e^{√2−2}, 40 digits (test/oracles/liu-2022.py)",
  },
  {
    parameters: { ...oneMode(2, 1, 1), limitEigenvalue: 0, largest: 4, stepSize: 0.1 },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "no positive λ₀",
  },
];

/** See `sampleHighResolution`. */
const sample = sampleHighResolution;

export const statement: Statement<Parameters> = {
  id: "liu-2022/theorem-2",
  paper: "liu-2022",
  number: "Theorem 2",
  title: "Nesterov’s method in high resolution",
  kind: "upper",
  tex: String.raw`\ell(t) \le \frac{26\,\hat\ell(0)}{3\lambda_0}\,e^{-\rho^*(\alpha)\sqrt{\lambda_0/2}\,t},\qquad \rho^*(\alpha) = \tfrac12\bigl(4+3\alpha-\sqrt{8+16\alpha+9\alpha^2}\bigr),\quad \alpha = \tfrac14\sqrt{2\lambda_0 s}`,
  plain:
    "With a constant kernel the loss of Nesterov’s method in high resolution decays with an exponent that grows a little with the step size.",
  looseness: 4,
  cases,
  values,
  sample,
};
