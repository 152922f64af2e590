/**
 * Theorem 1 of Wang et al. 2021, Gelfand's formula, for the matrix A of heavy ball on a quadratic: ‖Aᵗ‖₂ = (ρ(A) + ε_t)ᵗ with
 * ε_t ≥ 0 and ε_t → 0. Stated as the limit ‖Aᵗ‖^{1/t} → ρ(A). In the eigenbasis A splits into blocks [[1 + β − z, −β], [1, 0]], z = ηλ.
 *
 * The formula gives no speed. For these blocks one follows from a triangular form (ours): with ν = √(‖B‖_F² − |x₁|² − |x₂|²) ≤ ‖B‖_F
 * for a block B with the roots x₁, x₂, ‖Bᵗ‖ ≤ ρᵗ + tρ^{t−1}ν, hence 0 ≤ ε_t ≤ ρ((1 + tν/ρ)^{1/t} − 1): about ρ ln(t)/t, from a t on
 * that grows like ln(1/ρ). `at` and `sample` choose T accordingly.
 */
import { spectralRadius } from "../../methods/heavy-ball-mode.ts";
import type { Random } from "../../random.ts";
import { logPowerNorms } from "../block-powers.ts";
import { decided, inWords } from "../hypothesis.ts";
import { sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** η, β and the spectrum make A; `steps` is T. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** A is a matrix of finite numbers: nothing else is asked, not even that it is stable. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const largest = traces(p).reduce((a, b) => Math.max(a, Math.abs(b)), Math.abs(p.momentum));
  const margin = Number.MAX_VALUE - largest;
  return [
    decided(
      "finite entries",
      String.raw`A \in \mathbb R^{2n \times 2n}`,
      margin,
      `largest entry ${inWords(largest)}`,
    ),
  ];
}

/** ρ(A) for each t = 0 … T. O(n + T). */
export function claim(p: Parameters): Series {
  return new Float64Array(p.steps + 1).fill(radius(p));
}

/** ‖Aᵗ‖₂^{1/t} for t = 0 … T, by its logarithm; ρ(A) at t = 0, where there is no such root. O(nT). */
export function measure(p: Parameters): Series {
  const norms = logPowerNorms(traces(p), p.momentum, p.steps).map((norm, t) => Math.exp(norm / t));
  norms[0] = radius(p);
  return norms;
}

/** The state's setting, for as many steps as bring the limit near. O(n). */
export function at({ eigenvalues, stepSize, momentum }: QuadraticState): Parameters {
  return instance(eigenvalues, stepSize, momentum);
}

function radius({ eigenvalues, stepSize, momentum }: Parameters): number {
  return eigenvalues.reduce(
    (r, eigenvalue) => Math.max(r, spectralRadius(stepSize * eigenvalue, momentum)),
    0,
  );
}

function traces({ eigenvalues, stepSize, momentum }: Parameters): Float64Array {
  return eigenvalues.map((eigenvalue) => 1 - stepSize * eigenvalue + momentum);
}

/** With T = 400 + 20 ln(1/ρ): then ln(1 + Tν/ρ)/T ≤ 0.05. */
function instance(eigenvalues: Float64Array, stepSize: number, momentum: number): Parameters {
  const setting = { eigenvalues, stepSize, momentum, steps: 400 };
  const slowness = -Math.log(radius(setting));
  return slowness > 0 && slowness < Infinity
    ? { ...setting, steps: 400 + Math.round(20 * slowness) }
    : setting;
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "Polyak's setting, κ = 4: both blocks have a double root",
    parameters: { eigenvalues: Float64Array.of(1, 4), stepSize: 4 / 9, momentum: 1 / 9, steps: 3000 },
    expected: "holds",
  },
  {
    name: "κ = 100 at the setting of (19)",
    parameters: { eigenvalues: Float64Array.of(0.01, 1), stepSize: 1, momentum: 0.9025, steps: 1000 },
    expected: "holds",
  },
  {
    name: "H = diag(1, 4), η = 1, β = 1/4: diverges, and the formula holds all the same",
    parameters: { eigenvalues: Float64Array.of(1, 4), stepSize: 1, momentum: 0.25, steps: 3000 },
    expected: "holds",
  },
  {
    name: "β = 0, ηλ = 1: every power is 0 from t = 2 on",
    parameters: { eigenvalues: Float64Array.of(2), stepSize: 0.5, momentum: 0, steps: 40 },
    expected: "holds",
  },
  {
    name: "β = 1: a rotation",
    parameters: { eigenvalues: Float64Array.of(0.5, 3), stepSize: 1, momentum: 1, steps: 400 },
    expected: "holds",
  },
  {
    name: "no finite step size: no matrix",
    parameters: { eigenvalues: Float64Array.of(1, 4), stepSize: Infinity, momentum: 0.25, steps: 10 },
    expected: "outside",
  },
];

// Tolerances: 1e−15 for a few roundings; the double root of Polyak's setting moves by the root of one, 3e−8, so it is left out.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { eigenvalues: Float64Array.of(0.01, 1), stepSize: 1, momentum: 0.9025, steps: 5 },
    step: 5,
    claim: 0.95,
    tolerance: 1e-15,
    source: "by hand: both modes ring, √0.9025",
  },
  {
    parameters: { eigenvalues: Float64Array.of(1, 4), stepSize: 1, momentum: 0.25, steps: 5 },
    step: 3,
    claim: (11 + Math.sqrt(105)) / 8,
    tolerance: 1e-15,
    source: "by hand: the larger root of x² + (11/4)x + 1/4",
  },
  {
    parameters: { eigenvalues: Float64Array.of(0.5, 1.25), stepSize: 1, momentum: 0, steps: 1 },
    step: 1,
    claim: 0.5,
    tolerance: 0,
    source: "by hand: gradient descent, max{1/2, 1/4}",
  },
];

function sample(random: Random): Parameters {
  const { eigenvalues, stepSize, momentum } = sampleSetting(random);
  return instance(eigenvalues, stepSize, momentum);
}

export const statement: Statement<Parameters> = {
  id: "wang-2021/theorem-1",
  paper: "wang-2021",
  number: "Theorem 1",
  title: "Gelfand's formula, for heavy ball",
  kind: "limit",
  tex: String.raw`\|A^t\|_2 = \bigl(\rho(A)+\epsilon_t\bigr)^t,\qquad \epsilon_t \ge 0,\qquad \lim_{t\to\infty}\epsilon_t = 0`,
  plain:
    "The root of degree t of the size of the power t tends, from above, to the largest modulus of an eigenvalue.",
  looseness: 1,
  cases,
  values,
  sample,
};
