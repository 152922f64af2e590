/**
 * Lemma 6 of Liu et al. 2022, its distance, for a kernel that stays as it is: along Nesterov's flow in high resolution from rest, every neuron stays within
 *   ‖w_r(t) − w_r(0)‖ ≤ 67√(ℓ̂(0)n/(λ₀³m)).
 * The paper's proof is in a supplement that is not at hand; where the 67 comes from could not be told.
 * For a constant kernel it follows from more (ours): along each mode |Δ(t)| ≤ (1 + √μt)e^{−√μt}|Δ(0)| ≤ |Δ(0)| (see `theorem-2`), so that c = H⁻¹(Δ(0) − Δ(t)) has
 * ‖c‖² ≤ Σ4Δᵢ(0)²/λᵢ² ≤ 8ℓ̂(0)/μ³ = 64ℓ̂(0)/λ₀³, and ‖w_r(t) − w_r(0)‖ = ‖XᵀD_rc‖/√m ≤ 8√(ℓ̂(0)n/(λ₀³m)). ∎
 */
import { highResolutionNesterov } from "../../flows/flow.ts";
import {
  distanceBound,
  distances,
  frozenCases,
  frozenNearItsLimit,
  oneDatum,
  sampleFrozen,
  type FrozenNetwork,
} from "../frozen-network.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = FrozenNetwork;

/** λ₀ > 0, the eigenvalues of H in [λ₀/2, λ_m], 0 < s ≤ 1/λ_m. O(mn² + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return frozenNearItsLimit(p);
}

/** 67√(ℓ̂(0)n/(λ₀³m)), at each of the times T/intervals, …, T; NaN for λ₀ ≤ 0. O(mn²). */
export function claim(p: Parameters): Series {
  return distanceBound(67, p);
}

/** max_r ‖w_r(t) − w_r(0)‖ at these times, in closed form; NaN where there is no flow. O(intervals · mn² + n³). */
export function measure(p: Parameters): Series {
  return distances(highResolutionNesterov, p);
}

const cases: readonly Case<Parameters>[] = frozenCases;

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: oneDatum,
    step: 0,
    claim: 23.688077169749336,
    tolerance: 1e-15,
    source: "by hand: ℓ̂(0) = ⅛, 67√(1/8)",
  },
  {
    parameters: { ...oneDatum, errors: Float64Array.of(2), limitEigenvalue: 1 },
    step: 3,
    claim: 16.75,
    tolerance: 1e-15,
    source: "by hand: ℓ̂(0) = ½, 67√(1/16)",
  },
  {
    parameters: frozenCases[1]!.parameters,
    step: 5,
    claim: 182.52889326076571,
    tolerance: 1e-14,
    source: "by hand: H = (1/4)(2, 0.6; 0.6, 2), ℓ̂(0) = 0.95",
  },
];

/** See `sampleFrozen`. */
const sample = sampleFrozen;

export const statement: Statement<Parameters> = {
  id: "liu-2022/lemma-6",
  paper: "liu-2022",
  number: "Lemma 6",
  title: "How far a neuron goes",
  kind: "upper",
  tex: String.raw`\|w_r(t)-w_r(0)\| \le 67\sqrt{\frac{\hat\ell(0)\,n}{\lambda_0^3\,m}}`,
  plain:
    "Along Nesterov’s flow in high resolution no neuron goes farther than a distance that falls with the root of the width.",
  looseness: 17,
  cases,
  values,
  sample,
};
