/**
 * Theorem 2 of Wang et al. 2021 (Polyak 1964): at η = 4/(√μ + √α)², β = (1 − 2/(√κ + 1))² heavy ball decays like (ρ + ε_t)ᵗ,
 * ρ = (√κ − 1)/(√κ + 1), with some ε_t → 0. Here with that sequence in closed form (ours), as an equality.
 *
 * Claim: ‖Aᵗ‖₂ = ρᵗ(q + √(1 + q²)) with q = t(ρ + 1/ρ)/2, so that ε_t = ρ(exp(arsinh(q)/t) − 1); some start attains it at each t.
 * Proof. In the eigenbasis the blocks are [[2ρc, −ρ²], [1, 0]], c = 1 − 2(λ − μ)/(α − μ) in [−1, 1], and with U the Chebyshev
 * polynomials of the second kind their powers are ρᵗ[[U_t, −ρU_{t−1}], [U_{t−1}/ρ, −U_{t−2}]] at c.
 * 1. For [[a, b], [d, e]] twice the norm is √((a + e)² + (b − d)²) + √((a − e)² + (b + d)²). Here a + e = U_t − U_{t−2} = 2T_t,
 *    d − b = (ρ + 1/ρ)U_{t−1}, a − e = U_t + U_{t−2} = 2cU_{t−1} and b + d = (1/ρ − ρ)U_{t−1}.
 * 2. |T_t| ≤ 1, |U_{t−1}| ≤ t and |c| ≤ 1 with equality at c = ±1: the norm is largest at the ends of the spectrum, λ = μ and λ = α.
 * 3. There it is ρᵗ/2 times √(4 + 4q²) + √(4t² + (1/ρ − ρ)²t²) = 2√(1 + q²) + 2q. ∎
 *
 * At this setting h(β, ημ) = h(β, ηα) = 0: the two end blocks are Jordan blocks, no constant C₀ exists, and yet the error decays. At κ = 1,
 * ρ = 0, the claim is read as its limit: 1, 1, 0, 0, …
 */
import type { Random } from "../../random.ts";
import { logPowerNorms } from "../block-powers.ts";
import { decided, inWords } from "../hypothesis.ts";
import { polyakBlocks, polyakModulus } from "../polyak-blocks.ts";
import { ends, sampleEigenvalues } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** The spectrum; step size and momentum follow from its ends. `steps` is T. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly steps: number;
}

/** 0 < μ. O(n). */
export function assumes({ eigenvalues }: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  return [decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`)];
}

/** ρᵗ(q + √(1 + q²)), q = t(ρ + 1/ρ)/2, for t = 0 … T; NaN where μ ≤ 0. O(n + T). */
export function claim({ eigenvalues, steps }: Parameters): Series {
  const { smallest, largest } = ends(eigenvalues);
  const modulus = polyakModulus(smallest, largest);
  return Float64Array.from({ length: steps + 1 }, (_, t) => {
    if (t === 0) return 1;
    const turned = (t * (1 + modulus * modulus)) / 2; // ρq, which is safe at ρ = 0
    return modulus ** (t - 1) * (turned + Math.sqrt(modulus * modulus + turned * turned));
  });
}

/** ‖Aᵗ‖₂ for t = 0 … T, by running the blocks from unit starts. O(nT). */
export function measure({ eigenvalues, steps }: Parameters): Series {
  const { modulus, traces } = polyakBlocks(eigenvalues);
  return logPowerNorms(traces, modulus * modulus, steps).map(Math.exp);
}

/**
 * 8ε(t + 1)² for t = 0 … T: a rounding of the trace or of the determinant moves a double root by its square root, and the power
 * by that rounding times t²/3. O(T).
 */
export function rounding({ steps }: Parameters): Series {
  return Float64Array.from({ length: steps + 1 }, (_, t) => 8 * Number.EPSILON * (t + 1) ** 2);
}

/** The state's spectrum, until well after the hump of the norms, at most 1000 steps; the state's own setting has no say. O(1). */
export function at({ eigenvalues, conditionNumber }: QuadraticState): Parameters {
  return { eigenvalues, steps: Math.round(Math.min(1000, Math.max(24, 8 * Math.sqrt(conditionNumber)))) };
}

function instance(values: number[], steps: number): Parameters {
  return { eigenvalues: Float64Array.from(values), steps };
}

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 100", parameters: instance([0.01, 1], 600), expected: "holds" },
  { name: "κ = 4, five modes", parameters: instance([1, 2, 2.5, 3, 4], 300), expected: "holds" },
  { name: "κ = 10⁶", parameters: instance([1e-6, 1], 4000), expected: "holds" },
  { name: "κ = 1: the powers vanish", parameters: instance([3, 3], 5), expected: "holds" },
  { name: "a singular Hessian has no κ", parameters: instance([0, 1], 5), expected: "outside" },
];

const oracle = "test/oracles/polyak-setting.py";

// Tolerances: 1e−13·max(1, t/10), for the rounding of ρ raised to the power t; less where 1 − ρ is exact enough.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: instance([5, 5], 3),
    step: 1,
    claim: 1,
    tolerance: 0,
    source: "by hand: A = [[0, 0], [1, 0]]",
  },
  {
    parameters: instance([1, 4], 1),
    step: 1,
    claim: (5 + Math.sqrt(34)) / 9,
    tolerance: 1e-14,
    source: "by hand: ρ = 1/3, q = 5/3",
  },
  {
    parameters: instance([1, 4], 100),
    step: 100,
    claim: 6.46780893417475555866e-46,
    tolerance: 1e-12,
    source: oracle,
  },
  {
    parameters: instance([1, 9], 10),
    step: 10,
    claim: 0.024453062699203567,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: instance([1, 9], 100),
    step: 100,
    claim: 1.97218381698388352989e-28,
    tolerance: 1e-12,
    source: oracle,
  },
  {
    parameters: instance([1, 100], 10),
    step: 10,
    claim: 2.74950074451008842,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: instance([1, 100], 100),
    step: 100,
    claim: 3.93286495641882586629e-7,
    tolerance: 1e-12,
    source: oracle,
  },
  {
    parameters: instance([1, 1e4], 100),
    step: 100,
    claim: 27.0713421996289479,
    tolerance: 1e-12,
    source: oracle,
  },
  {
    parameters: instance([1, 1e6], 1000),
    step: 1000,
    claim: 270.670995034890597,
    tolerance: 1e-11,
    source: oracle,
  },
  {
    parameters: instance([4, 36], 10),
    step: 10,
    claim: 0.024453062699203567,
    tolerance: 1e-13,
    source: "the same, four times as steep",
  },
  { parameters: instance([0, 1], 3), step: 1, claim: NaN, tolerance: 0, source: "no κ" },
];

function sample(random: Random): Parameters {
  return { eigenvalues: sampleEigenvalues(random), steps: 1 + Math.floor(300 * random()) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-2",
  paper: "wang-2021",
  number: "Theorem 2",
  title: "Polyak's setting, with its ε in closed form",
  kind: "equality",
  tex: String.raw`\|A^t\|_2 = \rho^t\bigl(q_t+\sqrt{1+q_t^2}\bigr) = (\rho+\epsilon_t)^t,\qquad \rho = 1-\frac{2}{\sqrt\kappa+1},\quad q_t = \tfrac t2\bigl(\rho+\tfrac1\rho\bigr)`,
  plain:
    "At Polyak's setting the worst start grows like t before it shrinks, by exactly this much at every step.",
  looseness: 1,
  cases,
  values,
  sample,
};
