/**
 * The Lyapunov part of Lemma 6 of Liu et al. 2022, reconstructed (the proof is in a supplement that is not at hand), for a constant kernel: along Nesterov's flow in high resolution
 *   V(t) ≤ e^{−ρ*(α)√μt}V(0),  V as in `residual-energy` with q = 1, V(0) = (½cλ + ¼(2√μ + √sλ)²)Δ(0)² on each mode, α = √(μs)/2, c = 1 + 2α.
 * Proof: by Young's inequality and μ‖Δ‖² ≤ 2ℓ̂, V ≤ c(3 + 2φ)ℓ̂ + ¼(2 + 1/φ)‖Δ̇‖² + ¼(1 + φ)s‖HΔ‖² for every φ > 0. The terms of (31), with Δ̇ᵀHΔ̇ ≥ μ‖Δ̇‖², are at least
 * ρ√μ times these for ρ = min{2/(3 + 2φ), 4(1 + α)/(2 + 1/φ), c/((1 + φ)α)}. The first two meet at φ = (√(8 + 16α + 9α²) − 2 − 3α)/(4(1 + α)), and there are ρ*(α); the third is
 * larger, since φ ≤ (√2 − 1)/2 and α ≤ ½ give at least 4/(1 + φ). ∎ So this V yields exactly the exponent of Theorem 2, and ℓ ≤ V/(cμ), V(0) ≤ (3c + ½)ℓ̂(0) even the constant 7/λ₀.
 */
import { timesOf } from "../flow-instance.ts";
import {
  convexityOf,
  flattest,
  highResolutionCases,
  nearItsLimit,
  sampleHighResolution,
  type HighResolution,
} from "../high-resolution.ts";
import { nesterovExponent } from "../../flows/nesterov-exponent.ts";
import { energies } from "../residual-energy.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = HighResolution;

/** λ₀ > 0, the kernel near its limit, 0 < s ≤ 1/λ_m. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return nearItsLimit(p);
}

/** e^{−ρ√μt}V(0) at the times; NaN where λ₀ ≤ 0 or s < 0. O(n + intervals). */
export function claim(p: Parameters): Series {
  const convexity = convexityOf(p);
  const [rootMu, rootS] = [Math.sqrt(convexity), Math.sqrt(p.stepSize)];
  const first = p.eigenvalues.reduce(
    (sum, value, i) =>
      sum + (((1 + rootMu * rootS) * value) / 2 + (2 * rootMu + rootS * value) ** 2 / 4) * p.errors[i]! ** 2,
    0,
  );
  const alpha = (rootMu * rootS) / 2;
  const rate = alpha >= 0 ? nesterovExponent(alpha) * rootMu : NaN;
  return timesOf(p).map((t) => Math.exp(-rate * t) * first);
}

/** V(t) at the times, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function measure(p: Parameters): Series {
  return energies(1, p);
}

const cases: readonly Case<Parameters>[] = highResolutionCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...flattest, eigenvalues: Float64Array.of(2), limitEigenvalue: 2, stepSize: 0.25 },
    step: 0,
    claim: 3.75,
    tolerance: 1e-15,
    source: "by hand: 3/2 + 9/4",
  },
  {
    parameters: {
      eigenvalues: Float64Array.of(2),
      errors: Float64Array.of(2),
      time: 3,
      intervals: 3,
      limitEigenvalue: 2,
      largest: 2,
      stepSize: 0.25,
    },
    step: 2,
    claim: 4.4925115956789961,
    tolerance: 4e-15,
    source: "by hand: 15e^{−2ρ*(¼)}, 40 digits (test/oracles/liu-2022.py)",
  },
  {
    parameters: {
      eigenvalues: Float64Array.of(1),
      errors: Float64Array.of(1),
      time: 1,
      intervals: 1,
      limitEigenvalue: 0.5,
      largest: 2,
      stepSize: 0.25,
    },
    step: 1,
    claim: 0.8817990857180671,
    tolerance: 4e-15,
    source: "by hand: (5/8 + 9/16)e^{−ρ*(⅛)/2}, the same",
  },
];

/** See `sampleHighResolution`. */
const sample = sampleHighResolution;

export const statement: Statement<Parameters> = {
  id: "liu-2022/lemma-6-energy",
  paper: "liu-2022",
  number: "Lemma 6, its Lyapunov function",
  title: "The Lyapunov function of Nesterov’s method",
  kind: "upper",
  tex: String.raw`V(t) \le e^{-\rho^*(\alpha)\sqrt\mu\,t}\,V(0),\qquad V=c\,\hat\ell+\tfrac14\|\dot\Delta\|^2+\tfrac14\|\dot\Delta+2\sqrt\mu\,\Delta+\sqrt s\,H\Delta\|^2`,
  plain:
    "Along Nesterov’s flow in high resolution the Lyapunov function decays at the rate that the theorem claims for the loss.",
  looseness: 1.0000001,
  cases,
  values,
  sample,
};
