/**
 * Lemma 3 of the paper of 2020 (the first version of Wang et al. 2021): ‖A‖₂ ≤ √β for A = [[(1 + β)I − ηH(W), −βI], [I, 0]] at β = (1 − √(ηλ/2))²,
 * η ≤ 1/(2λ_max), λ and λ_max the ends of the expected Gram matrix. Its authors withdrew it in the next version. What the width of the net
 * is there for is that the eigenvalues of H(W) stay within λ/2 of those ends, near the start and with high probability; here that is a hypothesis.
 *
 * Repaired claim (ours): with r = √β = 1 − √(ηλ/2), for every t ≥ 0,
 *   ‖Aᵗ‖₂ ≤ rᵗ(q_t + √(1 + q_t²)),  q_t = t(r + 1/r)/2,
 * with equality for every t where H(W) has the eigenvalue λ/2. At t = 1 this is ‖A‖₂ ≤ ½(1 + β + √((1 + β)² + 4β)); it grows like t rᵗ⁻¹(1 + r²).
 * Proof. In the eigenbasis the blocks are [[1 + β − z, −β], [1, 0]], z = ηλ(H(W)).
 * 1. By the hypotheses (1 − r)² = ηλ/2 ≤ z ≤ ½ + ¼ ≤ (1 + r)², so 1 + β − z = 2rc with c in [−1, 1]. That is Lemma 5: ρ(A) ≤ √β.
 * 2. With U the Chebyshev polynomials of the second kind, Aᵗ = rᵗ[[U_t, −rU_{t−1}], [U_{t−1}/r, −U_{t−2}]] at c. For [[a, b], [d, e]] twice the norm
 *    is √((a + e)² + (b − d)²) + √((a − e)² + (b + d)²), and a + e = 2T_t, d − b = (r + 1/r)U_{t−1}, a − e = 2cU_{t−1}, b + d = (1/r − r)U_{t−1}.
 * 3. |T_t| ≤ 1, |U_{t−1}| ≤ t, |c| ≤ 1, with equality at c = 1, which is z = (1 − r)²: there 2r⁻ᵗ‖Aᵗ‖ = 2√(1 + q²) + 2q. ∎
 *
 * No bound below 1 is possible at t = 1: A has an entry 1, so ‖A‖₂ ≥ 1 > √β for every β < 1.
 *
 * (19) of the paper multiplies matrices A_t that change from step to step. For such products neither the radius nor this bound is enough;
 * the version of 2021 keeps A fixed and carries the change of H(W) in the perturbation.
 */
import { geometricBound } from "../../methods/geometric-bound.ts";
import type { Random } from "../../random.ts";
import { logPowerNorms } from "../block-powers.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends, logUniform, sampleEigenvalues } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import { shortStep, shortStepRate, shortStepSpan } from "../short-step.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/**
 * `eigenvalues` are those of H(W), `smallest` and `largest` are λ and λ_max, the ends of the expected Gram matrix; the momentum follows.
 * `steps` is T.
 */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly smallest: number;
  readonly largest: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** 0 < λ ≤ λ_max, η ≤ 1/(2λ_max), and the eigenvalues of H(W) in [λ/2, λ_max + λ/2]. O(n). */
export function assumes({ eigenvalues, smallest, largest, stepSize }: Parameters): readonly Hypothesis[] {
  const near = ends(eigenvalues);
  const [below, above] = [near.smallest - smallest / 2, largest + smallest / 2 - near.largest];
  return [
    ...shortStep(smallest, largest, stepSize),
    decided(
      "ends in order",
      String.raw`\lambda \le \lambda_{\max}`,
      largest - smallest,
      `$\\lambda_{\\max}$ = ${inWords(largest)}`,
      false,
    ),
    decided(
      "H(W) near its expectation",
      String.raw`\tfrac\lambda2 \le \lambda_i(H(W)) \le \lambda_{\max} + \tfrac\lambda2`,
      Math.min(below, above),
      `eigenvalues from ${inWords(near.smallest)} to ${inWords(near.largest)}`,
      false,
    ),
  ];
}

/** rᵗ(q_t + √(1 + q_t²)) for t = 0 … T; NaN where λ ≤ 0. Safe down to 1e−290. O(T). */
export function claim({ smallest, stepSize, steps }: Parameters): Series {
  const modulus = shortStepRate(smallest, stepSize);
  return Float64Array.from({ length: steps + 1 }, (_, t) => {
    if (t === 0) return 1;
    const turned = (t * (1 + modulus * modulus)) / 2; // rq, which is safe at r = 0
    return modulus ** (t - 1) * (turned + Math.sqrt(modulus * modulus + turned * turned));
  });
}

/** ‖Aᵗ‖₂ for t = 0 … T, by running the blocks from unit starts; NaN where λ ≤ 0. O(nT). */
export function measure({ eigenvalues, smallest, stepSize, steps }: Parameters): Series {
  const momentum = shortStepRate(smallest, stepSize) ** 2;
  if (Number.isNaN(momentum)) return new Float64Array(steps + 1).fill(NaN);
  const traces = eigenvalues.map((eigenvalue) => 1 - stepSize * eigenvalue + momentum);
  return logPowerNorms(traces, momentum, steps).map(Math.exp);
}

/** 8ε(t + 1)² for t = 0 … T: a rounding of the trace of a double root moves the power by that rounding times t²/3. O(T). */
export function rounding({ steps }: Parameters): Series {
  return Float64Array.from({ length: steps + 1 }, (_, t) => 8 * Number.EPSILON * (t + 1) ** 2);
}

/** The state's spectrum, both as the expected Gram matrix and as H(W), until well after the hump, at most 2000 steps; its momentum has no say. O(1). */
export function at({ eigenvalues, smallest, largest, stepSize }: QuadraticState): Parameters {
  return { eigenvalues, smallest, largest, stepSize, steps: shortStepSpan(smallest, stepSize) };
}

function instance(
  values: number[],
  [smallest, largest]: [number, number],
  stepSize: number,
  steps: number,
): Parameters {
  return { eigenvalues: Float64Array.from(values), smallest, largest, stepSize, steps };
}

const smallestCounterexample: Case<Parameters> = {
  name: "ηλ = 1/2, β = 1/4: A = [[3/4, −1/4], [1, 0]], ‖A‖₂ = √((13 + 3√17)/16) = 1.259, √β = 1/2",
  parameters: instance([0.5], [0.5, 0.5], 1, 40),
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  smallestCounterexample,
  {
    name: "H(W) has the eigenvalue λ/2: a double root, and equality at every step",
    parameters: instance([0.25], [0.5, 0.5], 1, 200),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "κ = 100, the longest step",
    parameters: instance([0.01, 0.3, 1], [0.01, 1], 0.5, 300),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "κ = 10⁶, H(W) half of λ away at both ends",
    parameters: instance([0.5e-6, 1.0000005], [1e-6, 1], 0.5, 4000),
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "twice the step",
    parameters: instance([0.5], [0.5, 0.5], 2, 10),
    expected: "outside",
    expectedPrinted: "outside",
  },
  {
    name: "H(W) strays too far for its width",
    parameters: instance([0.1, 1], [0.5, 1], 0.5, 10),
    expected: "outside",
  },
  {
    name: "two equal data points: no positive λ",
    parameters: instance([0, 1], [0, 1], 0.5, 10),
    expected: "outside",
  },
];

const oracle = "test/oracles/wang-2020.py, power";

/** One mode with √(ηλ/2) = `gap`, so that r = 1 − gap. */
function atGap(gap: number, steps: number): Parameters {
  const smallest = 2 * gap * gap;
  return instance([smallest], [smallest, 0.5], 1, steps);
}

// Tolerances: a few roundings, and t·1.1e−16/r more for the rounding of r.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: smallestCounterexample.parameters,
    step: 1,
    claim: (5 + Math.sqrt(41)) / 8,
    tolerance: 1e-15,
    source: "by hand: ½(5/4 + √(25/16 + 1))",
  },
  {
    parameters: atGap(0.5, 10),
    step: 10,
    claim: 2.44530626992035668829e-2,
    tolerance: 4e-15,
    source: oracle,
  },
  {
    parameters: atGap(0.1, 50),
    step: 50,
    claim: 5.18291977125811729369e-1,
    tolerance: 1e-14,
    source: oracle,
  },
  {
    parameters: atGap(0.1, 300),
    step: 300,
    claim: 1.13060615395948008122e-11,
    tolerance: 1e-13,
    source: oracle,
  },
  {
    parameters: atGap(0.01, 100),
    step: 100,
    claim: 7.32119955745561991097e1,
    tolerance: 4e-14,
    source: oracle,
  },
  { parameters: atGap(0.5, 10), step: 0, claim: 1, tolerance: 0, source: "by hand: A⁰ = I" },
  {
    parameters: instance([0.5], [0.5, 0.5], 16, 2),
    step: 2,
    claim: 2 + Math.sqrt(5),
    tolerance: 1e-15,
    source: "by hand: ηλ = 8, r = |1 − 2|",
  },
  {
    parameters: instance([0, 1], [0, 1], 0.5, 1),
    step: 1,
    claim: NaN,
    tolerance: 0,
    source: "no positive λ",
  },
];

/** κ up to 10⁶, the longest step or a shorter one, H(W) anywhere within λ/2, often at its lower end; one in ten with too long a step. */
function sample(random: Random): Parameters {
  const expected = sampleEigenvalues(random);
  const { smallest, largest } = ends(expected);
  const shift = smallest * (random() < 0.5 ? -0.5 : random() - 0.5);
  const kind = Math.floor(10 * random());
  const length = kind === 0 ? 1 + 7 * random() : kind < 4 ? 1 : logUniform(random, 4);
  const eigenvalues = expected.map((eigenvalue) => eigenvalue + shift);
  return {
    eigenvalues,
    smallest,
    largest,
    stepSize: (0.5 / largest) * length,
    steps: 1 + Math.floor(300 * random()),
  };
}

export const statement: Statement<Parameters> = {
  id: "wang-2020/lemma-3",
  paper: "wang-2020",
  number: "Lemma 3",
  title: "The norm of the iteration, and of its powers",
  kind: "tight",
  tex: String.raw`\|A^t\|_2 \le \left(\sqrt\beta\right)^t\Bigl(q_t+\sqrt{1+q_t^2}\Bigr),\qquad q_t = \tfrac t2\Bigl(\sqrt\beta+\tfrac1{\sqrt\beta}\Bigr),\quad \sqrt\beta = 1-\sqrt{\eta\lambda/2}`,
  plain:
    "At the momentum of the paper the powers of the iteration decay like the powers of the square root of the momentum, but for a factor that grows like t.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};

/** ‖A‖₂ ≤ √β, and with it ‖Aᵗ‖₂ ≤ (√β)ᵗ. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\|A\|_2 = \left\|\begin{bmatrix} (1+\beta)I_n-\eta H(W) & -\beta I_n \\ I_n & 0 \end{bmatrix}\right\|_2 \le \sqrt\beta`,
  assumes,
  claim: ({ smallest, stepSize, steps }) => geometricBound(shortStepRate(smallest, stepSize), 1, steps),
  counterexample: smallestCounterexample,
  values: [
    {
      parameters: instance([0.02], [0.02, 0.5], 1, 2),
      step: 2,
      claim: 0.81,
      tolerance: 1e-15,
      source: "by hand: (1 − 1/10)²",
    },
    {
      parameters: instance([0, 1], [0, 1], 0.5, 1),
      step: 1,
      claim: NaN,
      tolerance: 0,
      source: "no positive λ",
    },
  ],
  slip: String.raw`The proof bounds the spectral radius, which is indeed at most $\sqrt\beta$ (its Lemma 5), and takes it for the spectral norm. For a matrix that is not symmetric the norm can be larger: $A$ has an entry 1, so $\|A\|_2 \ge 1 > \sqrt\beta$ for every $\beta < 1$.`,
  survives: String.raw`The authors found this themselves: Appendix A of the version of 2021 withdraws the lemma, for this reason, and replaces it by a bound on $\|A^k v_0\|$ with a constant in front. The rate $\sqrt\beta = 1-\sqrt{\eta\lambda/2}$ stays; the factor here, or a constant once $\beta$ is a little larger, is its price.`,
  scan: String.raw`We read the anonymous text under review at ICLR 2021, which the paper of 2021 calls arXiv 2010.01618v1, and of the later ones one of 2021, which names no version; others we did not read. Our copy lost the radicals in this display; the proof, Theorem 2 and the withdrawal leave no doubt what it says.`,
};
