/**
 * Lemma 5 of the paper of 2020 (the first version of Wang et al. 2021): if β ≥ (1 − √(ηλ_k))², the roots of x² − (1 + β − ηλ_k)x + β have modulus at
 * most √β. It is what Lemma 3 needed and what stands of it: ρ(A) ≤ √β. Stated here with β ≤ 1, as momentum always is; then the modulus is √β.
 *
 * Proof. With z = ηλ_k > 0 and r = √β ≤ 1 the condition says 1 − r ≤ √z ≤ 1 + r. So |1 + β − z| ≤ 2r: the discriminant (1 + β − z)² − 4β is not
 * positive, the roots are conjugate or coincide, and their product is β. ∎
 *
 * The proof in the paper ends with “(1 + β − z)² ≤ 4β if β ≥ (1 − √z)²”. The difference is −(β − (1 − √z)²)((1 + √z)² − β), so that this needs
 * β ≤ (1 + √z)² as well, which β ≤ 1 gives. For β > 1 it can fail: z = 1/100, β = 2 has the roots 1.980 and 1.010, and √β = 1.414.
 */
import { h } from "../../methods/heavy-ball-constant.ts";
import { bestMomentum } from "../../methods/settings.ts";
import type { Random } from "../../random.ts";
import { blockModuli } from "../block-moduli.ts";
import { decided, inWords } from "../hypothesis.ts";
import type { MomentumSetting } from "../momentum-hypotheses.ts";
import { ends, sampleSetting } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** The eigenvalues are the λ_k. */
export type Parameters = MomentumSetting;

/** β ≤ 1, 0 < λ_k and β ≥ (1 − √(ηλ_k))² for each k. The last margin has the sign of min h, digit by digit. O(n). */
export function assumes({ eigenvalues, stepSize, momentum }: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  const margins = eigenvalues.map((eigenvalue) => aboveEdge(momentum, stepSize * eigenvalue));
  const margin = margins.reduce((a, b) => Math.min(a, b), Infinity);
  return [
    decided(
      "momentum at most 1",
      String.raw`\beta \le 1`,
      1 - momentum,
      `$\\beta$ = ${inWords(momentum)}`,
      false,
    ),
    decided("positive eigenvalues", String.raw`\lambda_k > 0`, smallest, `the least is ${inWords(smallest)}`),
    decided(
      "momentum at or above the edge",
      String.raw`\beta \ge \left(1-\sqrt{\eta\lambda_k}\right)^2`,
      margin,
      `$\\beta$ = ${inWords(momentum)}, must be at least ${inWords(momentum - margin)}`,
      false,
    ),
  ];
}

/** √β for each k. O(n). */
export function claim({ eigenvalues, momentum }: Parameters): Series {
  return new Float64Array(eigenvalues.length).fill(Math.sqrt(momentum));
}

/** The larger modulus of the two roots for each k. O(n). */
export function measure({ eigenvalues, stepSize, momentum }: Parameters): Series {
  return eigenvalues.map((eigenvalue) => blockModuli(stepSize * eigenvalue, momentum)[0]);
}

/** The state's spectrum and setting. O(1). */
export function at({ eigenvalues, stepSize, momentum }: QuadraticState): Parameters {
  return { eigenvalues, stepSize, momentum };
}

/** β − (1 − √z)² through h = (β − (1 − √z)²)((1 + √z)² − β), where the second factor is positive. */
function aboveEdge(momentum: number, z: number): number {
  const rest = (1 + Math.sqrt(z)) ** 2 - momentum;
  return rest > 0 ? h(momentum, z) / rest : momentum - (1 - Math.sqrt(z)) ** 2;
}

function instance(values: number[], stepSize: number, momentum: number): Parameters {
  return { eigenvalues: Float64Array.from(values), stepSize, momentum };
}

const cases: readonly Case<Parameters>[] = [
  { name: "on the edge: a double root ½", parameters: instance([0.25, 1], 1, 0.25), expected: "holds" },
  {
    name: "the paper's setting at ηλ = 1/2: (3 ± i√7)/8",
    parameters: instance([0.5], 1, 0.25),
    expected: "holds",
  },
  {
    name: "the upper edge, z = (1 + √β)²: a double root −½",
    parameters: instance([2.25], 1, 0.25),
    expected: "holds",
  },
  { name: "β = 1: on the unit circle", parameters: instance([0.5, 3, 4], 1, 1), expected: "holds" },
  {
    name: "below the edge: the larger root creeps",
    parameters: instance([0.25, 1], 1, 0.2),
    expected: "outside",
  },
  { name: "z = 4, β = 1/4: diverges", parameters: instance([4], 1, 0.25), expected: "outside" },
  { name: "β = 2, z = 1/100: two real roots", parameters: instance([0.01], 1, 2), expected: "outside" },
  { name: "λ = 0: the root 1", parameters: instance([0, 1], 1, 0.81), expected: "outside" },
];

const values: readonly IndependentValue<Parameters>[] = [
  { parameters: instance([0.5], 1, 0.25), step: 0, claim: 0.5, tolerance: 0, source: "by hand: √(9 + 7)/8" },
  {
    parameters: instance([0.02, 1], 0.5, 0.81),
    step: 1,
    claim: 0.9,
    tolerance: 2e-16,
    source: "by hand: x² − 1.31x + 0.81, a rounding",
  },
];

/** As for the other statements on momentum, and one in five on the edge itself. */
function sample(random: Random): Parameters {
  const setting = sampleSetting(random);
  if (random() >= 0.2) return setting;
  const { smallest, largest } = ends(setting.eigenvalues);
  return { ...setting, momentum: bestMomentum(setting.stepSize, smallest, largest) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2020/lemma-5",
  paper: "wang-2020",
  number: "Lemma 5",
  title: "The roots of a mode, from the edge on",
  kind: "tight",
  tex: String.raw`1 \ge \beta \ge \left(1-\sqrt{\eta\lambda_k}\right)^2 \quad\Longrightarrow\quad |x| \le \sqrt\beta \quad\text{where}\quad x^2-(1+\beta-\eta\lambda_k)\,x+\beta = 0`,
  plain: "From the edge on, no root of a mode is larger than the square root of the momentum.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
