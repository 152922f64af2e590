/**
 * The least bound for Nesterov's flow and a constant kernel (our own result, beside Theorem 3 of Bu et al. 2021): if H ⪰ μI, then along
 * Δ̈ + (d/t)Δ̇ + HΔ = 0, Δ̇(0) = 0, for d > 2,
 *   L(t) ≤ S_d μ^{−d/2} t^{−d} L(0),  S_d = sup u^d g_ν(u)²  (`nesterovPeak`), ν = (d − 1)/2,
 * with equality at one time where Δ(0) lies in the eigenspace of μ. The power is the true one: u^d g_ν(u)² comes back to about Γ(½(d + 1))² 2^d/π at each wave, so that no faster
 * bound holds for any constant kernel, and none of the form e^{−ct}.
 * Proof. Mode by mode, λ ≥ μ: Δ(t) = Δ(0)g_ν(t√λ), and t^d g_ν(t√λ)² ≤ S_d λ^{−d/2} ≤ S_d μ^{−d/2}. ∎
 */
import { nesterovPeak } from "../../flows/nesterov-peak.ts";
import type { Random } from "../../random.ts";
import { firstLoss, oneMode, timesOf, type FlowInstance } from "../flow-instance.ts";
import { decided, inWords } from "../hypothesis.ts";
import { dampingAbove, lossesUnderNesterov, sampleNesterov } from "../nesterov-instance.ts";
import { ends } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `least` is μ, `damping` d. */
export interface Parameters extends FlowInstance {
  readonly least: number;
  readonly damping: number;
}

/** μ > 0, λ_min(H) ≥ μ and d > 2. O(n). */
export function assumes({ eigenvalues, least, damping }: Parameters): readonly Hypothesis[] {
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
    dampingAbove(damping, 2),
  ];
}

/** S_d μ^{−d/2} t^{−d} L(0) at the times, infinite at 0; NaN where μ ≤ 0 or d ≤ 2. O(n + intervals + d). */
export function claim(p: Parameters): Series {
  const { least, damping } = p;
  if (!(least > 0 && damping > 2)) return timesOf(p).fill(NaN);
  const { value } = nesterovPeak(damping, damping);
  return timesOf(p).map((t) =>
    t > 0 ? value * (t * Math.sqrt(least)) ** -damping * firstLoss(p) : Infinity,
  );
}

/** L(t) at the times, in closed form; NaN where d ≤ 0. Cost: O(t√λ) for each mode and time. */
export function measure(p: Parameters): Series {
  return lossesUnderNesterov(p, p.damping);
}

/** One mode λ = μ, up to twice the time at which it touches the bound. */
function touching(least: number, damping: number): Parameters {
  const { at } = nesterovPeak(damping, damping);
  return { ...oneMode(least, (2 * at) / Math.sqrt(least), 60), least, damping };
}

const cases: readonly Case<Parameters>[] = [
  { name: "d = 3 along the flattest direction", parameters: touching(0.1, 3), expected: "holds" },
  { name: "d = 7.5", parameters: touching(2, 7.5), expected: "holds" },
  {
    name: "three modes over many waves",
    parameters: {
      eigenvalues: Float64Array.of(0.01, 0.2, 1),
      errors: Float64Array.of(1, 1, 1),
      time: 200,
      intervals: 200,
      least: 0.01,
      damping: 4,
    },
    expected: "holds",
  },
  {
    name: "a flatter direction than μ",
    parameters: { ...touching(0.1, 3), least: 0.2 },
    expected: "outside",
  },
  {
    name: "nothing to learn: Δ(0) = 0",
    parameters: { ...touching(0.1, 3), errors: Float64Array.of(0) },
    expected: "holds",
  },
  { name: "no more than d = 2", parameters: { ...touching(0.1, 3), damping: 2 }, expected: "outside" },
  { name: "no positive μ", parameters: { ...touching(0.1, 3), least: 0 }, expected: "outside" },
];

// Tolerances: the roundings of a power.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...oneMode(3, 4, 2), least: 1, damping: 3 },
    step: 1,
    claim: 0.170168994668416776272723032512,
    tolerance: 1e-13,
    source: "mpmath, test/oracles/bu-2021.py: d = 3, μ = 1, t = 2",
  },
  {
    parameters: { ...oneMode(3, 1, 2), least: 1, damping: 3 },
    step: 1,
    claim: 10.8908156587786736814542740808,
    tolerance: 1e-13,
    source: "mpmath: d = 3, μ = 1, t = ½",
  },
  {
    parameters: { ...oneMode(3, 60, 2), least: 0.1, damping: 6 },
    step: 1,
    claim: 0.000190419037663401065705674381022,
    tolerance: 1e-13,
    source: "mpmath: d = 6, μ = 0.1, t = 30",
  },
  {
    parameters: { ...oneMode(3, 4, 2), least: 0, damping: 3 },
    step: 1,
    claim: NaN,
    tolerance: 0,
    source: "no positive μ",
  },
  {
    parameters: { ...oneMode(3, 4, 2), least: 1, damping: 2 },
    step: 1,
    claim: NaN,
    tolerance: 0,
    source: "d = 2",
  },
];

/** As `sampleNesterov`, with μ at the least eigenvalue or below; one in ten above. */
function sample(random: Random): Parameters {
  const { eigenvalues, errors, time, intervals, damping } = sampleNesterov(random, 2);
  const kind = Math.floor(10 * random());
  const factor = kind === 0 ? 1 + random() : kind < 6 ? 1 : random();
  return { eigenvalues, errors, time, intervals, damping, least: factor * ends(eigenvalues).smallest };
}

export const statement: Statement<Parameters> = {
  id: "bu-2021/theorem-3-sharp",
  paper: "bu-2021",
  number: "Theorem 3, sharp",
  title: "The least bound for Nesterov’s flow and a constant kernel",
  kind: "tight",
  tex: String.raw`L(t) \le S_d\,\mu^{-d/2}\,t^{-d}\,L(0),\qquad S_d = \sup_{u>0} u^{d}\,g_d(u)^2`,
  plain:
    "With a constant kernel the loss of Nesterov's flow falls as the time to the power −d, and no faster; this bound is ours.",
  looseness: 1.000001,
  cases,
  values,
  sample,
};
