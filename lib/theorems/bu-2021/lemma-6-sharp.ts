/**
 * The least bound for heavy ball with friction and a constant kernel (our own result, beside Lemma 6 of Bu et al. 2021): if H ⪰ μI, then along
 * Δ̈ + 2√μΔ̇ + HΔ = 0, Δ̇(0) = 0,
 *   L(t) ≤ (1 + √μt)² e^{−2√μt} L(0),
 * with equality for every t where Δ(0) lies in the eigenspace of μ.
 * Proof. Mode by mode, λ ≥ μ: Δ(t) = Δ(0)e^{−√μt}(cos ωt + √μ·sin(ωt)/ω) with ω² = λ − μ, and |cos ωt| ≤ 1, |sin ωt| ≤ ωt. ∎
 * So the exponent is 2√μ, twice the one of Lemma 6, and the price is the polynomial (1 + √μt)².
 */
import { heavyBallFlow } from "../../flows/flow.ts";
import type { Random } from "../../random.ts";
import { firstLoss, lossesUnder, oneMode, sampleFlow, timesOf, type FlowInstance } from "../flow-instance.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `least` is μ. */
export interface Parameters extends FlowInstance {
  readonly least: number;
}

/** μ > 0 and λ_min(H) ≥ μ. O(n). */
export function assumes({ eigenvalues, least }: Parameters): readonly Hypothesis[] {
  const { smallest } = ends(eigenvalues);
  return [
    decided("positive definite", String.raw`\mu > 0`, least, `$\\mu$ = ${inWords(least)}`),
    decided(
      "kernel above μ",
      String.raw`\lambda_{\min}(H) \ge \mu`,
      smallest - least,
      `$\\lambda_{\\min}(H)$ = ${inWords(smallest)}`,
      false,
    ),
  ];
}

/** (1 + √μt)² e^{−2√μt} L(0) at the times; NaN where μ ≤ 0. O(n + intervals). */
export function claim(p: Parameters): Series {
  const rate = p.least > 0 ? Math.sqrt(p.least) : NaN;
  return timesOf(p).map((t) => ((1 + rate * t) * Math.exp(-rate * t)) ** 2 * firstLoss(p));
}

/** L(t) at the times, in closed form; NaN where μ ≤ 0. O(n · intervals). */
export function measure(p: Parameters): Series {
  if (!(p.least > 0)) return timesOf(p).fill(NaN);
  return lossesUnder(heavyBallFlow(Math.sqrt(p.least)), p);
}

/** A rounding of μ against λ moves a double root by its square root; over the time t that is at most ε(√μt)². O(intervals). */
export function rounding(p: Parameters): Series {
  return timesOf(p).map((t) => 8 * Number.EPSILON * (1 + p.least * t * t));
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "Δ(0) along the flattest direction: an equality",
    parameters: { ...oneMode(0.1, 60, 60), least: 0.1 },
    expected: "holds",
  },
  {
    name: "κ = 10⁴",
    parameters: {
      eigenvalues: Float64Array.of(1e-4, 0.02, 1),
      errors: Float64Array.of(1, 1, 1),
      time: 1500,
      intervals: 100,
      least: 1e-4,
    },
    expected: "holds",
  },
  { name: "a kernel far above μ", parameters: { ...oneMode(5, 10, 100), least: 0.2 }, expected: "holds" },
  {
    name: "a flatter direction than μ",
    parameters: { ...oneMode(0.05, 60, 60), least: 0.1 },
    expected: "outside",
  },
  { name: "no positive μ", parameters: { ...oneMode(0.05, 6, 6), least: 0 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...oneMode(0.01, 10, 1), least: 0.01 },
    step: 1,
    claim: 0.27067056647322538379,
    tolerance: 1e-15,
    source: "by hand: 4e⁻²/2",
  },
  {
    parameters: { ...oneMode(7, 3, 1), least: 4 },
    step: 0,
    claim: 0.5,
    tolerance: 0,
    source: "by hand: L(0)",
  },
  {
    parameters: { ...oneMode(7, 1, 1), least: 4 },
    step: 1,
    claim: 0.08242037499930381132,
    tolerance: 1e-15,
    source: "by hand: 9e⁻⁴/2",
  },
  {
    parameters: { ...oneMode(1, 1, 1), least: 0 },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "no positive μ",
  },
];

/** μ at the least eigenvalue or below; one in ten above. */
function sample(random: Random): Parameters {
  const instance = sampleFlow(random);
  const kind = Math.floor(10 * random());
  const factor = kind === 0 ? 1 + random() : kind < 6 ? 1 : random();
  return { ...instance, least: factor * ends(instance.eigenvalues).smallest };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/lemma-6-sharp",
  paper: "bu-2021",
  number: "Lemma 6, sharp",
  title: "The least bound for a constant kernel",
  kind: "tight",
  tex: String.raw`L(t) \le (1+\sqrt\mu\,t)^2\,e^{-2\sqrt\mu\,t}\,L(0)`,
  plain:
    "With a constant kernel the loss decays at twice the exponent of Lemma 6, but for a polynomial; this bound is ours.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
