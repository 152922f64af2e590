/**
 * Theorem 12 of Wang et al. 2021, last part: at η = 4/(√μ + √α)², as β ↓ β* = ρ², ρ = 1 − 2/(√κ + 1) = (√κ − 1)/(√κ + 1), the rate
 * approaches ρ. Stated for the gap 1 − rate, since ρ itself is near 1: along momenta β_j = β* + 4⁻ʲ(1 − β*) and times t_j = ⌈2√κ⌉4ʲ the worst
 * start loses 1 − ‖A^{t_j}‖^{1/t_j} per step, which tends to 1 − ρ. One step of the series is one j.
 *
 * What it costs (ours, the constant in the paper's Θ): at this η, √(ημ) = 1 − ρ and √(ηα) = 1 + ρ, so with δ = β − β*
 * h(β, ημ) = δ((2 − ρ)² − β) and h(β, ηα) = δ((2 + ρ)² − β). The first is the smaller, and as δ → 0
 *   √δ · C₀′ → (1 + ρ²)/√(1 − ρ).
 * So ln C₀′(β_j)/t_j → 0: β may approach β* while t grows, as long as ln(1/δ) = o(t).
 *
 * In the proof the rate is defined by lim (1/t) log((√β)^{t+1}C₀) = √β. The left side is the logarithm of the rate: it should read
 * lim ((√β)^{t+1}C₀)^{1/t} = √β, or log √β on the right. Nothing depends on it.
 */
import { scaledPowerNorm } from "../../methods/heavy-ball-mode.ts";
import { polyak } from "../../methods/settings.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends, sampleEigenvalues } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** The spectrum; η follows from its ends. j runs from 0 to `stages`. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly stages: number;
}

/** 0 < μ. O(n). */
export function assumes({ eigenvalues }: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  return [decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`)];
}

/** 1 − ρ = 2/(√κ + 1) for j = 0 … `stages`; NaN where μ ≤ 0. O(n). */
export function claim({ eigenvalues, stages }: Parameters): Series {
  return new Float64Array(stages + 1).fill(gap(eigenvalues));
}

/** 1 − ‖A^{t_j}‖^{1/t_j} at β_j for j = 0 … `stages`, ‖A^{t_j}‖ in closed form; all NaN where μ ≤ 0. O(n · stages). */
export function measure({ eigenvalues, stages }: Parameters): Series {
  const { smallest, largest } = ends(eigenvalues);
  if (!(smallest > 0)) return new Float64Array(stages + 1).fill(NaN);
  const { stepSize } = polyak(smallest, largest);
  const room = gap(eigenvalues) * (2 - gap(eigenvalues)); // 1 − β*
  return Float64Array.from({ length: stages + 1 }, (_, j) => {
    const left = room * (1 - 4 ** -j); // 1 − β_j, to the last digit
    const time = Math.ceil(2 * Math.sqrt(largest / smallest)) * 4 ** j;
    const norms = eigenvalues.map((eigenvalue) => scaledPowerNorm(time, stepSize * eigenvalue, 1 - left));
    return -Math.expm1(Math.log1p(-left) / 2 + Math.log(norms.reduce((a, b) => Math.max(a, b))) / time);
  });
}

/** 4ε/(β_j − β*): a rounding of β against its distance from the edge, beyond which the roots are real. O(n + stages). */
export function rounding({ eigenvalues, stages }: Parameters): Series {
  const room = gap(eigenvalues) * (2 - gap(eigenvalues));
  return Float64Array.from({ length: stages + 1 }, (_, j) => (4 * Number.EPSILON * 4 ** j) / room);
}

/** The state's spectrum, up to j = 12; the state's own setting has no say. O(1). */
export function at({ eigenvalues }: QuadraticState): Parameters {
  return { eigenvalues, stages: 12 };
}

/** 1 − ρ = 2√μ/(√μ + √α). */
function gap(eigenvalues: Float64Array): number {
  const { smallest, largest } = ends(eigenvalues);
  return smallest > 0 ? (2 * Math.sqrt(smallest)) / (Math.sqrt(smallest) + Math.sqrt(largest)) : NaN;
}

function instance(values: number[], stages = 12): Parameters {
  return { eigenvalues: Float64Array.from(values), stages };
}

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 100", parameters: instance([0.01, 1]), expected: "holds" },
  { name: "κ = 4, four modes", parameters: instance([1, 1.5, 3, 4]), expected: "holds" },
  { name: "κ = 10⁶", parameters: instance([1e-6, 1]), expected: "holds" },
  { name: "κ = 1: the rate approaches 0", parameters: instance([2, 2]), expected: "holds" },
  { name: "a singular Hessian has no κ", parameters: instance([0, 1]), expected: "outside" },
];

// Tolerance: three roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: instance([1, 9]), step: 0, claim: 0.5, tolerance: 4e-16, source: "by hand: 2/(3 + 1)" },
  {
    parameters: instance([0.25, 25]),
    step: 12,
    claim: 2 / 11,
    tolerance: 4e-16,
    source: "by hand: 2/(10 + 1)",
  },
  {
    parameters: instance([1, 1e6]),
    step: 5,
    claim: 2 / 1001,
    tolerance: 4e-16,
    source: "by hand: 2/(1000 + 1)",
  },
  { parameters: instance([0, 1]), step: 0, claim: NaN, tolerance: 0, source: "no κ" },
];

function sample(random: Random): Parameters {
  return { eigenvalues: sampleEigenvalues(random), stages: 12 };
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-12-asymptotic",
  paper: "wang-2021",
  number: "Theorem 12, furthermore",
  title: "The best rate of heavy ball is approached",
  kind: "limit",
  tex: String.raw`\eta=\frac{4}{(\sqrt\mu+\sqrt\alpha)^2},\ \beta\downarrow\Bigl(1-\frac{2}{\sqrt\kappa+1}\Bigr)^2:\qquad \lim_{t\to\infty}\bigl((\sqrt\beta)^{t+1}C_0\bigr)^{1/t} = \sqrt\beta \to 1-\frac{2}{\sqrt\kappa+1}`,
  plain:
    "With Polyak's step size and a momentum just above his, heavy ball comes as near to the best rate as one likes, at a constant that grows without bound.",
  looseness: 1,
  cases,
  values,
  sample,
};
