/**
 * Theorem 9 of Wang et al. 2021: the powers of the matrix A = [[(1 + β)I − ηH, −βI], [I, 0]] of heavy ball, applied to a vector.
 * Symbols: μ, α the smallest and largest eigenvalue of H; h(β, z) as in `heavy-ball-constant`.
 *
 * Repaired claim (ours): for 1 ≥ β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and every k ≥ 0,
 *   ‖Aᵏv₀‖ ≤ (√β)ᵏ · C₀′ · ‖v₀‖,  C₀′ = 2(1 + β)/√min{h(β, ημ), h(β, ηα)}.
 * Proof. A = PDP⁻¹ with |Dᵢᵢ| = √β (Lemma 15), so ‖Aᵏ‖ ≤ (√β)ᵏ√(λ_max(PP*)/λ_min(PP*)). Lemma 16, repaired, has λ_max ≤ 2(1 + β) and
 * λ_min ≥ h_min/(2(1 + β)); the root of the quotient is C₀′. ∎
 *
 * As printed, λ_min ≥ h_min/(1 + β), and C₀ = C₀′/√2. The paper asks for a positive semidefinite H; as β ≤ 1, a singular one is never admitted.
 * The least constant there is stands in `theorem-9-sharp`; C₀′/C₀# tends to 1 as h_min → 0 and is at most 2.
 */
import { printedConstant, safeConstant } from "../../methods/heavy-ball-constant.ts";
import {
  atHundred,
  atMillion,
  coinciding,
  column,
  orbitAt,
  orbitBound,
  orbitNorms,
  sampleOrbit,
  type BlockOrbit,
} from "../block-orbit.ts";
import { ringing, ringingAsPrinted } from "../momentum-hypotheses.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** v₀ is (`start`, `previous`), in the eigenbasis of H; `steps` is the largest k. */
export type Parameters = BlockOrbit;

/** β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return ringing(p);
}

/** (√β)ᵏ C₀′ ‖v₀‖ for k = 0 … `steps`; NaN where min h ≤ 0. Safe down to 1e−290. O(n + steps). */
export function claim(p: Parameters): Series {
  return orbitBound(p, safeConstant);
}

/** ‖Aᵏv₀‖ for k = 0 … `steps`, by the closed form of the powers of A. O(n · steps). */
export function measure(p: Parameters): Series {
  return orbitNorms(p);
}

/** The state's start, for four humps of at most 500 steps each. O(n). */
export function at(state: QuadraticState): Parameters {
  return orbitAt(state);
}

const smallestCounterexample: Case<Parameters> = {
  name: "n = 1, ηH = 1, β = 1/4, v₀ = (1, 0): Av₀ = (1/4, 1), ‖Av₀‖ = √17/4 = 1.031, printed bound √(5/6) = 0.913",
  parameters: column([1], 1, 0.25, 12),
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  smallestCounterexample,
  { ...atMillion, expectedPrinted: "violated" },
  { ...atHundred, expectedPrinted: "violated" },
  {
    name: "β = 1, ηH = 2: an orthogonal matrix, and even the printed bound has room",
    parameters: column([2], 1, 1, 40),
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "H = diag(4, 1), η = 1, β = 1/4: satisfies the printed condition and grows",
    parameters: column([4, 1], 1, 0.25, 20),
    expected: "outside",
    expectedPrinted: "violated",
  },
  { ...coinciding, expectedPrinted: "outside" },
  {
    name: "a singular H, which “positive semidefinite” would allow, is never admitted",
    parameters: column([0, 1], 1, 1, 20),
    expected: "outside",
    expectedPrinted: "outside",
  },
];

const oracle = "test/oracles/theorem-9.py, safe";

// Tolerances: a few roundings, more where h cancels, and k·1.1e−16 for the rounding of √β.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: smallestCounterexample.parameters,
    step: 1,
    claim: Math.sqrt(5 / 3),
    tolerance: 1e-15,
    source: "by hand: ½ · (5/2)/√(15/16)",
  },
  {
    parameters: column([1], 1, 0.25, 5),
    step: 5,
    claim: 8.06871530459878517746e-2,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: column([0.04, 1], 1, 0.81, 50),
    step: 0,
    claim: 1.10614951974737496273e1,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: column([0.04, 1], 1, 0.81, 50),
    step: 50,
    claim: 5.7008459704630711708e-2,
    tolerance: 2e-14,
    source: oracle,
  },
  {
    parameters: column([0.6, 5], 0.5, 0.5, 7),
    step: 7,
    claim: 3.54341693446150525514e-1,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: column([1, 100], 0.01, 0.9025, 1000),
    step: 1000,
    claim: 1.1938960725154486268e-21,
    tolerance: 3e-13,
    source: oracle,
  },
  {
    parameters: column([0.5, 3], 1, 1, 300),
    step: 300,
    claim: 3.02371578407381781772,
    tolerance: 1e-15,
    source: oracle,
  },
  {
    parameters: { ...column([1], 1, 0.25, 3), start: Float64Array.of(3), previous: Float64Array.of(-4) },
    step: 0,
    claim: 50 / Math.sqrt(15),
    tolerance: 1e-15,
    source: "by hand: ‖(3, −4)‖ · 10/√15",
  },
  {
    parameters: column([2 ** -20, 1], 1, 1 - 2 ** -10, 0),
    step: 0,
    claim: 2.36444217850448223327e3,
    tolerance: 1e-14,
    source: "test/oracles/theorem-9.py, safe",
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
  id: "wang-2021/theorem-9",
  paper: "wang-2021",
  number: "Theorem 9",
  title: "Powers of heavy ball's matrix, with a constant",
  kind: "upper",
  tex: String.raw`\|A^k v_0\| \le \left(\sqrt\beta\right)^k\, \frac{2(1+\beta)}{\sqrt{\min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}}}\ \|v_0\|`,
  plain:
    "When every mode rings, the powers of the iteration, applied to any vector, are at most a constant times the powers of the square root of the momentum.",
  looseness: 1.0001,
  cases,
  values,
  sample: sampleOrbit,
};

/** Equations (9) and (10) as printed: no absolute values in the condition, and √2 in place of 2 in the constant. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\|A^k v_0\| \le \left(\sqrt\beta\right)^k\, \frac{\sqrt2\,(1+\beta)}{\sqrt{\min\{h(\beta,\eta\mu),\,h(\beta,\eta\alpha)\}}}\ \|v_0\|`,
  assumes: ringingAsPrinted,
  claim: (p) => orbitBound(p, printedConstant),
  counterexample: smallestCounterexample,
  values: [
    {
      parameters: smallestCounterexample.parameters,
      step: 1,
      claim: Math.sqrt(5 / 6),
      tolerance: 1e-15,
      source: "by hand: half of √(10/3)",
    },
    {
      parameters: column([1, 2.5], 1, 0.5, 1),
      step: 0,
      claim: 3 / Math.SQRT2,
      tolerance: 1e-15,
      source: "by hand: h = 1 at the upper end, √2 · 3/2",
    },
    {
      parameters: column([0.6, 5], 0.5, 0.5, 7),
      step: 7,
      claim: 2.50557414292897860642e-1,
      tolerance: 1e-14,
      source: "test/oracles/theorem-9.py, printed",
    },
  ],
  slip: String.raw`In Lemma 16, (59): the eigenvalues of $QQ^*$ have the product $h$, and the larger is at least $1+\beta$, so the smaller is at most $h/(1+\beta)$; (59) says “at least”. With the larger at most $2(1+\beta)$, as (58) has it too, the smaller is at least $h/(2(1+\beta))$, and the constant grows by $\sqrt2$. The condition on $\beta$ lacks absolute values: with $\eta\alpha = 4$ a mode may diverge.`,
  survives: String.raw`The method, the rate $\sqrt\beta$, a constant of this form, and $C_0 \le 4\sqrt\kappa$ of Corollary 10, which the repaired constant satisfies as well. Every later result of the paper that uses only that bound stands.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. The factor is missing in (10), (18), (43), (59), (60) and (66) alike, and the proof derives it, so the scan of our copy is not to blame. That $\beta >$ is strict was lost in the statement; the proof needs it.`,
};
