/**
 * The Lyapunov part of Lemma 4 of Liu et al. 2022, reconstructed (the proof is in a supplement that is not at hand), for a constant kernel: along the heavy ball in high resolution
 *   V(t) ≤ e^{−(2−√2)√μt}V(0),  V as in `residual-energy` with q = 0, V(0) = (½(1 + √(μs))λ + μ)Δ(0)² on each mode.
 * Proof: V̇ = −2√μcℓ̂ − √μ‖Δ̇‖², V ≤ (c + 2 + 2φ)ℓ̂ + ¼(2 + 1/φ)‖Δ̇‖² for every φ > 0, and φ = (√2 − 1)/2; see `theorem-1`. ∎
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
    (sum, value, i) => sum + (((1 + rootMu * rootS) * value) / 2 + convexity) * p.errors[i]! ** 2,
    0,
  );
  const rate = (2 - Math.SQRT2) * rootMu;
  return timesOf(p).map((t) => Math.exp(-rate * t) * first);
}

/** V(t) at the times, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function measure(p: Parameters): Series {
  return energies(0, p);
}

const cases: readonly Case<Parameters>[] = highResolutionCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...flattest, eigenvalues: Float64Array.of(2), limitEigenvalue: 2, stepSize: 0.25 },
    step: 0,
    claim: 2.5,
    tolerance: 1e-15,
    source: "by hand: 3/2 + 1",
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
    claim: 3.0987915649682614,
    tolerance: 4e-15,
    source: "by hand: 10e^{2√2 − 4}, 40 digits (test/oracles/liu-2022.py)",
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
    claim: 0.6528390803199144,
    tolerance: 4e-15,
    source: "by hand: (5/8 + 1/4)e^{(√2 − 2)/2}, the same",
  },
];

/** See `sampleHighResolution`. */
const sample = sampleHighResolution;

export const statement: Statement<Parameters> = {
  id: "liu-2022/lemma-4-energy",
  paper: "liu-2022",
  number: "Lemma 4, its Lyapunov function",
  title: "The Lyapunov function of heavy ball",
  kind: "upper",
  tex: String.raw`V(t) \le e^{-(2-\sqrt2)\sqrt\mu\,t}\,V(0),\qquad V=c\,\hat\ell+\tfrac14\|\dot\Delta\|^2+\tfrac14\|\dot\Delta+2\sqrt\mu\,\Delta\|^2`,
  plain:
    "Along the heavy ball in high resolution the Lyapunov function decays at the rate that the theorem claims for the loss.",
  looseness: 1.0000001,
  cases,
  values,
  sample,
};
