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
import { geometricBound } from "../../methods/geometric-bound.ts";
import { worstStart } from "../../methods/worst-start.ts";
import { stackedNorm } from "../../norm.ts";
import { orbitAt, orbitNorms, sampleOrbit, type BlockOrbit } from "../block-orbit.ts";
import { ringing, ringingAsPrinted } from "../momentum-hypotheses.ts";
import { ends } from "../quadratic-instance.ts";
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
  return bound(p, safeConstant);
}

/** ‖Aᵏv₀‖ for k = 0 … `steps`, by the closed form of the powers of A. O(n · steps). */
export function measure(p: Parameters): Series {
  return orbitNorms(p);
}

/** The state's start, for four humps of at most 500 steps each. O(n). */
export function at(state: QuadraticState): Parameters {
  return orbitAt(state);
}

function bound(p: Parameters, constant: typeof safeConstant): Series {
  const { smallest, largest } = ends(p.eigenvalues);
  const factor = constant(p.momentum, p.stepSize, smallest, largest);
  return geometricBound(Math.sqrt(p.momentum), factor * stackedNorm(p.start, p.previous), p.steps);
}

/** v₀ = (1, 0) in the first coordinate, which makes ‖Aᵏv₀‖ the length of a column. */
function column(values: number[], stepSize: number, momentum: number, steps: number): Parameters {
  const start = new Float64Array(values.length).fill(1, 0, 1);
  const previous = new Float64Array(values.length);
  return { eigenvalues: Float64Array.from(values), stepSize, momentum, steps, start, previous };
}

/** v₀ with the largest ‖Aᵏv₀‖ at k = `worstStep`. */
function worst(
  values: number[],
  stepSize: number,
  momentum: number,
  steps: number,
  worstStep: number,
): Parameters {
  const eigenvalues = Float64Array.from(values);
  const from = worstStart(eigenvalues, stepSize, momentum, worstStep);
  return { eigenvalues, stepSize, momentum, steps, ...from };
}

const smallestCounterexample: Case<Parameters> = {
  name: "n = 1, ηH = 1, β = 1/4, v₀ = (1, 0): Av₀ = (1/4, 1), ‖Av₀‖ = √17/4 = 1.031, printed bound √(5/6) = 0.913",
  parameters: column([1], 1, 0.25, 12),
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  smallestCounterexample,
  {
    name: "κ = 10⁶ at the setting of (19), worst v₀ for its hump: the bound is nearly reached",
    parameters: worst([1e-6, 1], 1, 0.99900025, 4000, 1813),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "κ = 100 at the setting of (19), worst v₀ for its hump",
    parameters: worst([0.01, 1], 1, 0.9025, 120, 18),
    expected: "holds",
    expectedPrinted: "violated",
  },
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
  {
    name: "β = (1 − √(ημ))²: the roots coincide, and no constant exists",
    parameters: worst([0.25, 1], 1, 0.25, 20, 10),
    expected: "outside",
    expectedPrinted: "outside",
  },
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
  claim: (p) => bound(p, printedConstant),
  counterexample: smallestCounterexample,
  slip: String.raw`In Lemma 16, (59): the eigenvalues of $QQ^*$ have the product $h$, and the larger is at least $1+\beta$, so the smaller is at most $h/(1+\beta)$; (59) says “at least”. With the larger at most $2(1+\beta)$, as (58) has it too, the smaller is at least $h/(2(1+\beta))$, and the constant grows by $\sqrt2$. The condition on $\beta$ lacks absolute values: with $\eta\alpha = 4$ a mode may diverge.`,
  survives: String.raw`The method, the rate $\sqrt\beta$, a constant of this form, and $C_0 \le 4\sqrt\kappa$ of Corollary 10, which the repaired constant satisfies as well. Every later result of the paper that uses only that bound stands.`,
  scan: String.raw`We read the ICML version of 2021, and no later one. The factor is missing in (10), (18), (43), (59), (60) and (66) alike, and the proof derives it, so the scan of our copy is not to blame. That $\beta >$ is strict was lost in the statement; the proof needs it.`,
};
