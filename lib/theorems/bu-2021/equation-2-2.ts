/**
 * (2.1) and (2.2) of Bu et al. 2021: gradient descent with the step η is Euler's method for gradient flow, after k steps at the time t = kη. Here for the errors of a network with a constant
 * kernel, mode by mode, with the first order of the difference (ours): at a time T, as η = T/2ᵏ → 0,
 *   ‖Δ_GD(T) − Δ(T)‖ ~ ½ηT‖H²e^{−HT}Δ(0)‖.
 * Proof. (1 − ηλ)^{T/η} = e^{−λT}(1 − ½ηλ²T + O(η²)). ∎
 */
import { gradientFlow } from "../../flows/gradient-flow.ts";
import { norm } from "../../norm.ts";
import { fillNormal, type Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `eigenvalues` of H, `errors` Δ(0) along the eigenvectors; the steps are T, T/2, …, T/2^`halvings`, T = `time`. */
export interface Parameters {
  readonly eigenvalues: Float64Array;
  readonly errors: Float64Array;
  readonly time: number;
  readonly halvings: number;
}

/** λ_min(H) > 0 and T > 0, with a last step that no mode feels as long: ηλ_max ≤ 1/50. O(n). */
export function assumes({ eigenvalues, time, halvings }: Parameters): readonly Hypothesis[] {
  const { smallest, largest } = ends(eigenvalues);
  const longest = (time * largest) / 2 ** halvings;
  return [
    decided(
      "positive definite",
      String.raw`H \succ 0`,
      smallest,
      `$\\lambda_{\\min}(H)$ = ${inWords(smallest)}`,
    ),
    decided("a time to go", "T > 0", time, `$T$ = ${inWords(time)}`),
    decided(
      "short steps",
      String.raw`\eta \to 0`,
      0.02 - longest * Math.max(1, time * largest),
      `at the last step $\\eta\\lambda_{\\max}$ = ${inWords(longest)}`,
      false,
    ),
  ];
}

/** ½T‖H²e^{−HT}Δ(0)‖ for each step. O(n + halvings). */
export function claim({ eigenvalues, errors, time, halvings }: Parameters): Series {
  const slopes = eigenvalues.map((lambda, i) => lambda * lambda * Math.exp(-lambda * time) * errors[i]!);
  return new Float64Array(halvings + 1).fill((time * norm(slopes)) / 2);
}

/** The distance of gradient descent from gradient flow at the time T over η, for each step; in closed form. O(n · halvings). */
export function measure({ eigenvalues, errors, time, halvings }: Parameters): Series {
  return Float64Array.from({ length: halvings + 1 }, (_, k) => {
    const step = time / 2 ** k;
    const apart = eigenvalues.map(
      (lambda, i) => (1 - step * lambda) ** (2 ** k) * errors[i]! - gradientFlow(time, lambda, errors[i]!),
    );
    return norm(apart) / step;
  });
}

/** The difference cancels, and the power carries the rounding of its base. O(n · halvings). */
export function rounding(p: Parameters): Series {
  const size = norm(p.errors.map((error, i) => error * Math.exp(-p.eigenvalues[i]! * p.time)));
  return claim(p).map((limit, k) => (2e-16 * size * 4 ** k) / (p.time * limit));
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "one mode, down to 256 steps",
    parameters: { eigenvalues: Float64Array.of(0.5), errors: Float64Array.of(1), time: 2, halvings: 8 },
    expected: "holds",
  },
  {
    name: "three modes",
    parameters: {
      eigenvalues: Float64Array.of(0.1, 0.7, 1.5),
      errors: Float64Array.of(1, -2, 0.5),
      time: 3,
      halvings: 11,
    },
    expected: "holds",
  },
  {
    name: "steps that are too long for the last",
    parameters: { eigenvalues: Float64Array.of(3), errors: Float64Array.of(1), time: 4, halvings: 3 },
    expected: "outside",
  },
  {
    name: "a flat direction",
    parameters: { eigenvalues: Float64Array.of(0, 1), errors: Float64Array.of(1, 1), time: 1, halvings: 8 },
    expected: "outside",
  },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { eigenvalues: Float64Array.of(0.5), errors: Float64Array.of(2), time: 2, halvings: 2 },
    step: 1,
    claim: 0.18393972058572116,
    tolerance: 1e-15,
    source: "by hand: ½ · 2 · ¼ · e⁻¹ · 2 = 1/(2e)",
  },
  {
    parameters: { eigenvalues: Float64Array.of(1, 3), errors: Float64Array.of(0, 1), time: 1, halvings: 2 },
    step: 2,
    claim: 0.22404180765538775,
    tolerance: 1e-15,
    source: "by hand: ½ · 9 · e⁻³",
  },
];

/** One to four modes, λT up to 3, down to 2¹⁰ steps or more. */
function sample(random: Random): Parameters {
  const eigenvalues = new Float64Array(1 + Math.floor(4 * random())).map(() => 0.05 + random());
  const errors = fillNormal(random, new Float64Array(eigenvalues.length));
  return { eigenvalues, errors, time: 0.3 + 2.5 * random(), halvings: 10 + Math.floor(3 * random()) };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/equation-2-2",
  paper: "bu-2021",
  number: "(2.2)",
  title: "Gradient descent becomes a flow",
  kind: "limit",
  tex: String.raw`w(k+1) = w(k)-\eta\frac{\partial L}{\partial w}\ \longrightarrow\ \frac{dw}{dt} = -\frac{\partial L}{\partial w},\quad t = k\eta;\qquad \frac1\eta\|\Delta_{\mathrm{GD}}(T)-\Delta(T)\| \to \tfrac12T\,\|H^2e^{-HT}\Delta(0)\|`,
  plain:
    "As the step goes to zero gradient descent becomes gradient flow, at a time that is the number of steps times the step, and the difference is proportional to the step.",
  looseness: 1,
  cases,
  values,
  sample,
};
