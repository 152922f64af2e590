/**
 * How fast the ε_t of Theorem 2 of Wang et al. 2021 goes to 0, of which the paper says nothing: t·ε_t/(ρ ln t) → 1 (ours).
 * Sharper, and what is tested: t·ε_t approaches ρ ln(t(ρ + 1/ρ)). The quotient by ρ ln t alone needs t > (ρ + 1/ρ)¹⁰ to come within
 * a tenth of 1, for κ = 4 that is 170 000 steps.
 *
 * Proof. By Theorem 2 t·ε_t = ρt(exp(L/t) − 1) with L = arsinh(q), q = t(ρ + 1/ρ)/2. As q → ∞, L = ln(2q) + O(q⁻²), and
 * t(exp(L/t) − 1) = L + O(L²/t). So t·ε_t = ρ ln(t(ρ + 1/ρ)) + O(ln²(t)/t). ∎
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

/** 0 < μ < α: at κ = 1 all powers from the second on vanish, and so does every ε_t. O(n). */
export function assumes({ eigenvalues }: Parameters): readonly Hypothesis[] {
  const { smallest, largest } = ends(eigenvalues);
  const apart = `$\\mu$ = ${inWords(smallest)}, $\\alpha$ = ${inWords(largest)}`;
  return [
    decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`),
    decided("ends apart", String.raw`\kappa > 1`, largest - smallest, apart),
  ];
}

/** ρ ln(t(ρ + 1/ρ)) for t = 1 … T, and 0 at t = 0; NaN where κ does not exist or is 1. O(n + T). */
export function claim({ eigenvalues, steps }: Parameters): Series {
  const { smallest, largest } = ends(eigenvalues);
  const modulus = polyakModulus(smallest, largest);
  const growth = modulus > 0 ? modulus + 1 / modulus : NaN;
  return Float64Array.from({ length: steps + 1 }, (_, t) => (t === 0 ? 0 : modulus * Math.log(t * growth)));
}

/** t·ε_t for t = 0 … T, ε_t = ‖Aᵗ‖^{1/t} − ρ, by logarithms. O(nT). */
export function measure({ eigenvalues, steps }: Parameters): Series {
  const { modulus, traces } = polyakBlocks(eigenvalues);
  const norms = logPowerNorms(traces, modulus * modulus, steps);
  return norms.map((norm, t) => (t === 0 ? 0 : t * modulus * Math.expm1(norm / t - Math.log(modulus))));
}

/** The state's spectrum, for 400 steps; the state's own setting has no say. O(1). */
export function at({ eigenvalues }: QuadraticState): Parameters {
  return { eigenvalues, steps: 400 };
}

function instance(values: number[], steps: number): Parameters {
  return { eigenvalues: Float64Array.from(values), steps };
}

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 100", parameters: instance([0.01, 1], 1000), expected: "holds" },
  { name: "κ = 4, three modes", parameters: instance([1, 3, 4], 3000), expected: "holds" },
  { name: "κ = 10⁶", parameters: instance([1e-6, 1], 3000), expected: "holds" },
  { name: "κ = 1: there is no ε", parameters: instance([3, 3], 100), expected: "outside" },
  { name: "a singular Hessian has no κ", parameters: instance([0, 1], 100), expected: "outside" },
];

const oracle = "test/oracles/polyak-setting.py, law";

// Tolerance: a few roundings of ρ and of the logarithm.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: instance([1, 9], 10),
    step: 10,
    claim: Math.log(5),
    tolerance: 1e-14,
    source: "by hand: ρ = 1/2, ½ ln 25",
  },
  {
    parameters: instance([1, 4], 1000),
    step: 1000,
    claim: 2.70390936110269101,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: instance([1, 100], 100),
    step: 100,
    claim: 4.35135111811748689,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: instance([1, 1e6], 1000),
    step: 1000,
    claim: 7.58571783724529498,
    tolerance: 1e-14,
    source: oracle,
  },
  { parameters: instance([1, 9], 10), step: 0, claim: 0, tolerance: 0, source: "by hand: nothing at t = 0" },
  { parameters: instance([3, 3], 10), step: 1, claim: NaN, tolerance: 0, source: "no ε at κ = 1" },
];

function sample(random: Random): Parameters {
  const eigenvalues = sampleEigenvalues(random);
  return { eigenvalues, steps: 1000 };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-2-rate",
  paper: "wang-2021",
  number: "Theorem 2, the speed of ε",
  title: "How slowly Gelfand's sequence vanishes at Polyak's setting",
  kind: "limit",
  tex: String.raw`t\,\epsilon_t - \rho\,\ln\bigl(t\,(\rho+\tfrac1\rho)\bigr) \to 0,\qquad\text{so}\qquad \frac{t\,\epsilon_t}{\rho\,\ln t} \to 1`,
  plain:
    "At Polyak's setting what the factor per step has in excess of its limit shrinks no faster than the logarithm of t over t.",
  looseness: 1,
  cases,
  values,
  sample,
};
