/**
 * Theorem 1 of Liu et al. 2022 for a kernel that stays as it is: with λ_min(H) ≥ λ₀/2 =: μ, along the heavy ball in high resolution,
 * Δ̈ + 2√μΔ̇ + (1 + √(μs))HΔ = 0, Δ̇(0) = 0,
 *   ℓ(t) ≤ (6/λ₀) e^{−(2−√2)√μt} ℓ̂(0),  ℓ = ½‖Δ‖², ℓ̂ = ½ΔᵀHΔ.
 * Proof, reconstructed (the supplement is not at hand): with c = 1 + √(μs) and V = cℓ̂ + ¼‖Δ̇‖² + ¼‖Δ̇ + 2√μΔ‖², V̇ = −2√μcℓ̂ − √μ‖Δ̇‖². For φ > 0,
 * ‖Δ̇ + 2√μΔ‖² ≤ (1 + 1/φ)‖Δ̇‖² + 4(1 + φ)μ‖Δ‖² and μ‖Δ‖² ≤ 2ℓ̂, so V ≤ (c + 2 + 2φ)ℓ̂ + ¼(2 + 1/φ)‖Δ̇‖² and V̇ ≤ −ρ√μV with
 * ρ = min{2c/(c + 2 + 2φ), 4/(2 + 1/φ)}. As c ≥ 1, both are at least 2 − √2 at φ = (√2 − 1)/2. Finally V(0) ≤ (c + 2)ℓ̂(0) and
 * ℓ ≤ ℓ̂/μ ≤ V/(cμ), and (c + 2)/(cμ) ≤ 3/μ. ∎
 * The true exponent of the worst kernel is 2√μ, not 0.586√μ.
 */
import { highResolutionHeavyBall } from "../../flows/flow.ts";
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

/** 2 − √2, the exponent in units of √μ. */
const EXPONENT = 2 - Math.SQRT2;

/** λ₀ > 0, the kernel near its limit, 0 < s ≤ 1/λ_m. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return nearItsLimit(p);
}

/** (6/λ₀) e^{−(2−√2)√(λ₀/2)t} ℓ̂(0) at the times; NaN where λ₀ ≤ 0. O(n + intervals). */
export function claim(p: Parameters): Series {
  const rate = EXPONENT * Math.sqrt(convexityOf(p));
  return timesOf(p).map((t) => (6 / p.limitEigenvalue) * Math.exp(-rate * t) * pseudoLoss(p));
}

/** ℓ(t) at the times, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function measure(p: Parameters): Series {
  const friction = Math.sqrt(convexityOf(p));
  if (Number.isNaN(friction)) return timesOf(p).fill(NaN);
  return lossesUnder(highResolutionHeavyBall(friction, Math.max(p.stepSize, 0)), p);
}

const cases: readonly Case<Parameters>[] = highResolutionCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: flattest, step: 0, claim: 1.5, tolerance: 1e-15, source: "by hand: 30 · 0.05" },
  {
    parameters: { ...flattest, ...oneMode(2, 1, 1), limitEigenvalue: 2 },
    step: 1,
    claim: 1.6700037151070758,
    tolerance: 4e-15,
    source: "by hand: 3e^{√2 − 2}, 40 digits (test/oracles/liu-2022.py)",
  },
  {
    parameters: { ...flattest, ...oneMode(2, 3, 3), limitEigenvalue: 0.5 },
    step: 3,
    claim: 4.9839711520061426,
    tolerance: 4e-15,
    source: "by hand: 12e^{−3(2 − √2)/2}, the same",
  },
];

/** See `sampleHighResolution`. */
const sample = sampleHighResolution;

export const statement: Statement<Parameters> = {
  id: "liu-2022/theorem-1",
  paper: "liu-2022",
  number: "Theorem 1",
  title: "Heavy ball in high resolution",
  kind: "upper",
  tex: String.raw`\ell(t) \le \frac{6\,\hat\ell(0)}{\lambda_0}\,e^{-(2-\sqrt2)\sqrt{\lambda_0/2}\,t}`,
  plain:
    "With a constant kernel the loss of the heavy ball in high resolution decays at least at 0.586 times the root of half the least eigenvalue.",
  looseness: 2.8,
  cases,
  values,
  sample,
};
