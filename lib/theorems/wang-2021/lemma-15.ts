/**
 * Lemma 15 of Wang et al. 2021: under the condition of Theorem 9 the matrix A of heavy ball is diagonalizable, A = PDP⁻¹, and the entries
 * of D have modulus at most √β. The proof gives more, and that is tested: all 2n eigenvalues have modulus exactly √β.
 *
 * Proof, with the condition repaired: 1 ≥ β > max{|1 − √(ημ)|, |1 − √(ηα)|}². The block of the eigenvalue λ has the characteristic
 * polynomial x² − (1 + β − ηλ)x + β, with discriminant −h(β, ηλ). As h is concave in z and positive at both ends, it is positive for every
 * λ in [μ, α]: two different conjugate roots, whose product is β. So each has modulus √β, and each block has two eigenvectors. ∎
 *
 * In print the polynomial lacks η (it reads 1 + β − λ for 1 + β − ηλ); the condition beside it has it, and nothing depends on the slip. As
 * printed the condition lacks its absolute values, and then the lemma is false: see the counterexample.
 */
import type { Random } from "../../random.ts";
import { blockModuli } from "../block-moduli.ts";
import { ringing, ringingAsPrinted, type MomentumSetting } from "../momentum-hypotheses.ts";
import { sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

export type Parameters = MomentumSetting;

/** β ≤ 1, β > max{|1 − √(ημ)|, |1 − √(ηα)|}² and 0 < μ. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return ringing(p);
}

/** √β, once for each of the 2n eigenvalues of A. O(n). */
export function claim({ eigenvalues, momentum }: Parameters): Series {
  return new Float64Array(2 * eigenvalues.length).fill(Math.sqrt(momentum));
}

/** The moduli of the eigenvalues of A, two for each λ in their order, the larger first. O(n). */
export function measure({ eigenvalues, stepSize, momentum }: Parameters): Series {
  return Float64Array.from(
    Array.from(eigenvalues, (eigenvalue) => blockModuli(stepSize * eigenvalue, momentum)).flat(),
  );
}

/** The state's spectrum and setting. O(1). */
export function at({ eigenvalues, stepSize, momentum }: QuadraticState): Parameters {
  return { eigenvalues, stepSize, momentum };
}

function instance(values: number[], stepSize: number, momentum: number): Parameters {
  return { eigenvalues: Float64Array.from(values), stepSize, momentum };
}

const diverging: Case<Parameters> = {
  name: "H = diag(1, 4), η = 1, β = 1/4: moduli ½, ½, 2.656, 0.094",
  parameters: instance([1, 4], 1, 0.25),
  expected: "outside",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "κ = 100 at the setting of (19)",
    parameters: instance([0.01, 0.1, 1], 1, 0.9025),
    expected: "holds",
  },
  { name: "κ = 10⁶, a hair above the edge", parameters: instance([1e-6, 1], 1, 0.998002), expected: "holds" },
  { name: "β = 1: all on the unit circle", parameters: instance([0.5, 3], 1, 1), expected: "holds" },
  {
    name: "η = 1/3: the polynomial needs its η",
    parameters: instance([3, 6], 1 / 3, 0.5),
    expected: "holds",
  },
  diverging,
  {
    name: "on the edge a double root has the modulus, and one eigenvector only",
    parameters: instance([0.25, 1], 1, 0.25),
    expected: "outside",
    expectedPrinted: "outside",
  },
  { name: "a creeping mode: two real roots", parameters: instance([0.01, 1], 1, 0.5), expected: "outside" },
];

const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: instance([0.01, 1], 1, 0.9025),
    step: 3,
    claim: 0.95,
    tolerance: 1e-15,
    source: "by hand: 0.95²",
  },
  {
    parameters: instance([2], 0.5, 0.25),
    step: 0,
    claim: 0.5,
    tolerance: 0,
    source: "by hand: x² − x/4 + 1/4",
  },
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-15",
  paper: "wang-2021",
  number: "Lemma 15",
  title: "All eigenvalues of heavy ball have one modulus",
  kind: "equality",
  tex: String.raw`A = PDP^{-1},\quad D \text{ diagonal},\qquad |D_{ii}| = \sqrt\beta \quad (i = 1, \dots, 2n)`,
  plain:
    "When every mode rings, all eigenvalues of the iteration have the square root of the momentum as modulus.",
  looseness: 1,
  cases,
  values,
  sample: (random: Random): Parameters => sampleSetting(random),
};

/** The same under the condition as printed, without absolute values; of two real roots the larger is always more than √β. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\beta > \left(\max\{1-\sqrt{\eta\mu},\ 1-\sqrt{\eta\alpha}\}\right)^2 \ \Longrightarrow\ |D_{ii}| \le \sqrt\beta`,
  assumes: ringingAsPrinted,
  claim,
  counterexample: diverging,
  slip: String.raw`The maximum of $1-\sqrt{\eta\mu}$ and $1-\sqrt{\eta\alpha}$ is always the first, so that nothing is asked of the fastest mode. With $\eta\alpha > 1$ its roots can be real, and one of them larger than $\sqrt\beta$.`,
  survives: String.raw`For $\eta \le 1/\alpha$ both terms are positive and the condition is right as it stands; every setting that the paper recommends has $\eta = 1/\alpha$, but for Polyak's, where the two terms are equal in size.`,
  scan: String.raw`We read one text of 2021, which names no version and corrects arXiv 2010.01618v1; others we did not read. The same condition stands in Theorems 9, 11 and 12 and in their proofs, each time without absolute values, so the scan of our copy is not to blame.`,
};
