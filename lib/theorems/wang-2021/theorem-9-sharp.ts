/**
 * Theorem 9 of Wang et al. 2021 with the least constant (our own result): for 1 ≥ β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and every k ≥ 0,
 *   ‖Aᵏv₀‖ ≤ (√β)ᵏ · C₀# · ‖v₀‖,  C₀# = (1 + β + √((1 + β)² − h_min))/√h_min,  h_min = min{h(β, ημ), h(β, ηα)}.
 *
 * Proof. In the eigenbasis A splits into blocks B = [[s, −β], [1, 0]], s = 1 + β − z, with roots √β e^{±iφ}, 0 < φ < π, and h = 4β − s² > 0.
 * 1. B/√β = cos φ·I + sin φ·J with J = (B − (s/2)I)/(√h/2), and J² = −I. So (B/√β)ᵏ = cos kφ·I + sin kφ·J. J has the eigenvalues ±i in the basis Q of
 *    B's eigenvectors, so that (B/√β)ᵏ = Q diag(e^{ikφ}, e^{−ikφ})Q⁻¹, of norm at most cond Q.
 * 2. QQ* has the eigenvalues θ = (1 + β) ± √((1 + β)² − h), with product h: cond Q = √(θ₁/θ₂) = θ₁/√h, which decreases in h. Since h is concave in z, it is
 *    largest at an end of the spectrum, and there it is C₀#.
 * 3. ‖J‖ = cond Q as well: det J = 1 and ‖J‖_F² + 2 = (2s² + 4β² + 4 + 2h)/h = 4(1 + β)²/h, so that the singular values σ, 1/σ have σ + 1/σ = 2(1 + β)/√h. Where
 *    sin kφ = ±1 the bound is reached by the worst v₀ for that k. ∎
 *
 * When is it the least? With φ the angle of the mode of h_min: if φ/π is irrational, sin kφ comes as near to ±1 as one likes, and no smaller constant
 * serves. If φ/π = p/q in lowest terms with q even, it is reached at k = q/2 (φ = π/2: already A itself). If q is odd, kφ is never an odd multiple of π/2 and less
 * would do: β = z = 1, φ = π/3, where the largest ‖Aᵏ‖ is the golden ratio and C₀# = √3.
 */
import { sharpConstant } from "../../methods/heavy-ball-constant.ts";
import {
  atHundred,
  atMillion,
  coinciding,
  column,
  orbitAt,
  orbitBound,
  orbitNorms,
  sampleOrbit,
  worst,
  type BlockOrbit,
} from "../block-orbit.ts";
import { ringing } from "../momentum-hypotheses.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** v₀ is (`start`, `previous`), in the eigenbasis of H; `steps` is the largest k. */
export type Parameters = BlockOrbit;

/** β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return ringing(p);
}

/** (√β)ᵏ C₀# ‖v₀‖ for k = 0 … `steps`; NaN where min h ≤ 0. Safe down to 1e−290. O(n + steps). */
export function claim(p: Parameters): Series {
  return orbitBound(p, sharpConstant);
}

/** ‖Aᵏv₀‖ for k = 0 … `steps`, by the closed form of the powers of A. O(n · steps). */
export function measure(p: Parameters): Series {
  return orbitNorms(p);
}

/** The state's start, for four humps of at most 500 steps each. O(n). */
export function at(state: QuadraticState): Parameters {
  return orbitAt(state);
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "extremal: ηH = 0.4, β = 0.85, worst v₀ for k = 92, where cos kφ = 1.4·10⁻⁵",
    parameters: worst([0.4], 1, 0.85, 92, 92),
    expected: "holds",
  },
  {
    name: "a right angle: ηH = 5/4, β = 1/4, ‖A‖ = 1 = √β · C₀#",
    parameters: worst([1.25], 1, 0.25, 8, 1),
    expected: "holds",
  },
  {
    name: "an angle of π/3: ηH = 1, β = 1, golden ratio and √3",
    parameters: worst([1], 1, 1, 12, 1),
    expected: "holds",
  },
  atHundred,
  atMillion,
  coinciding,
];

const oracle = "test/oracles/theorem-9.py, sharp";

// Tolerances: a few roundings, more where h cancels, and k·1.1e−16 for the rounding of √β.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: column([1.25], 1, 0.25, 2),
    step: 1,
    claim: 1,
    tolerance: 4e-16,
    source: "by hand: ½ · (5/4 + 3/4)",
  },
  {
    parameters: column([1], 1, 1, 2),
    step: 2,
    claim: Math.sqrt(3),
    tolerance: 4e-16,
    source: "by hand: h = 3, (2 + 1)/√3",
  },
  {
    parameters: column([1], 1, 0.25, 5),
    step: 5,
    claim: 6.58590946769853644102e-2,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: column([0.04, 1], 1, 0.81, 50),
    step: 0,
    claim: 1.09703403225475193357e1,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: column([0.04, 1], 1, 0.81, 50),
    step: 50,
    claim: 5.65386679702095401884e-2,
    tolerance: 2e-14,
    source: oracle,
  },
  {
    parameters: column([0.6, 5], 0.5, 0.5, 7),
    step: 7,
    claim: 3.30718913883073823813e-1,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: column([1, 100], 0.01, 0.9025, 1000),
    step: 1000,
    claim: 1.19154589968526653087e-21,
    tolerance: 3e-13,
    source: oracle,
  },
  {
    parameters: column([0.5, 3], 1, 1, 300),
    step: 300,
    claim: 2.6457513110645905905,
    tolerance: 1e-15,
    source: "√7",
  },
  {
    parameters: column([0.4], 1, 0.85, 92),
    step: 92,
    claim: 1.64531099029115167661e-3,
    tolerance: 2e-14,
    source: oracle,
  },
  {
    parameters: { ...column([1], 1, 1, 3), start: Float64Array.of(3), previous: Float64Array.of(-4) },
    step: 3,
    claim: 5 * Math.sqrt(3),
    tolerance: 4e-16,
    source: "by hand: ‖(3, −4)‖ · √3",
  },
  {
    parameters: column([0.25, 1], 1, 0.25, 3),
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "h = 0: no constant",
  },
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-9-sharp",
  paper: "wang-2021",
  number: "Theorem 9, sharp",
  title: "Powers of heavy ball's matrix, with the least constant",
  kind: "tight",
  tex: String.raw`\|A^k v_0\| \le \left(\sqrt\beta\right)^k\, \allowbreak\frac{1+\beta+\sqrt{(1+\beta)^2-h_{\min}}}{\sqrt{h_{\min}}}\ \|v_0\|,\qquad h_{\min} = \min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}`,
  plain:
    "When every mode rings, the condition number of the worst mode's eigenvectors is the constant, and for almost every setting no smaller one will do.",
  looseness: 1.000000001,
  cases,
  values,
  sample: sampleOrbit,
};
