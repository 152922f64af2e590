/**
 * Lemma 6 of Bu et al. 2021, its second part, for a kernel that stays as it is: if H ⪰ (λ₀/2)I, then along the heavy ball with friction from rest every neuron stays within
 *   ‖w_r(t) − w_r(0)‖ ≤ (8/(3α³)) √(nL̂(0)/m),  α = √(λ₀/2), L̂ = ½ΔᵀHΔ.
 * The statement in print has letters B and C that are not defined; its proof ends with √(nL̂(0)/(9mα²)).
 * Repair (ours, by the paper's own argument): ‖Δ(s)‖ = √(2L(s)) ≤ (2/α)e^{−αs/2}√L̂(0) by Lemma 6 as repaired, so that ‖ẇ_r‖ ≤ √(n/m)∫₀ᵗe^{2α(s−t)}‖Δ(s)‖ds ≤ (4/(3α²))√(nL̂(0)/m)e^{−αt/2}, and
 * the integral of that over all times is the bound. ∎
 * With w_r(t) − w_r(0) = −(a_r/√m)XᵀD_rH⁻¹(Δ(0) − Δ(t)), a constant kernel allows no more than (√2/α³)√(nL̂(0)/m): on a mode λ = hα² the error stays in [−e^{−π/√(h−1)}, 1], and
 * 1 + e^{−π/√(h−1)} ≤ h^{3/2}. It is approached by a datum with H = α².
 */
import { heavyBallFlow } from "../../flows/flow.ts";
import {
  distanceUnit,
  farthestNeuron,
  frozenKernelNearLimit,
  oneDatum,
  remainderOf,
  sampleFrozenKernel,
  twoData,
  type FrozenKernel,
} from "../frozen-network.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

export type Parameters = FrozenKernel;

/** λ₀ > 0 and λ_min(H) ≥ λ₀/2. O(mn² + n³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return frozenKernelNearLimit(p);
}

/** (8/(3α³))√(nL̂(0)/m) at each of the times T/intervals, …, T; NaN where λ₀ ≤ 0. O(mn²). */
export function claim(p: Parameters): Series {
  return constantBound(p, 8 / (3 * rateOf(p) ** 3));
}

/** max_r ‖w_r(t) − w_r(0)‖ at these times, in closed form; NaN where there is no flow. O(intervals · mn² + n³). */
export function measure(p: Parameters): Series {
  const rate = rateOf(p);
  if (!(rate > 0)) return new Float64Array(p.intervals).fill(NaN);
  return farthestNeuron(remainderOf(heavyBallFlow(rate)), p);
}

/** α = √(λ₀/2); NaN where λ₀ ≤ 0. */
function rateOf({ limitEigenvalue }: Parameters): number {
  return limitEigenvalue > 0 ? Math.sqrt(limitEigenvalue / 2) : NaN;
}

function constantBound(p: Parameters, constant: number): Series {
  return new Float64Array(p.intervals).fill(constant * distanceUnit(p));
}

const { points, count, dimension, patterns, errors, limitEigenvalue, time, intervals } = oneDatum;

/** One datum that two of eight neurons see, Δ(0) = 1: H = λ₀/2 = ¼. */
const one: Parameters = { points, count, dimension, patterns, errors, limitEigenvalue, time, intervals };

const two: Parameters = {
  ...one,
  points: twoData.points,
  count: twoData.count,
  patterns: twoData.patterns,
  errors: twoData.errors,
  limitEigenvalue: twoData.limitEigenvalue,
};

const smallestCounterexample: Case<Parameters> = {
  name: "n = 1, H = λ₀/2 = ¼, m = 8: the neuron goes to 4/√8 = 1.41, in print at most 1/12",
  parameters: one,
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  smallestCounterexample,
  {
    name: "two data, four neurons",
    parameters: two,
    expected: "holds",
    expectedPrinted: "violated",
  },
  {
    name: "too few neurons see the datum",
    parameters: { ...one, patterns: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) },
    expected: "outside",
  },
  { name: "no positive λ₀", parameters: { ...one, limitEigenvalue: 0 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: one,
    step: 0,
    claim: 8 / 3,
    tolerance: 1e-15,
    source: "by hand: α = ½, L̂(0) = ⅛: 64/3 · √(1/64)",
  },
  {
    parameters: { ...one, errors: Float64Array.of(2), limitEigenvalue: 1 },
    step: 3,
    claim: 1.885618083164126731735584965587,
    tolerance: 1e-15,
    source: "by hand: α = √½, L̂(0) = ½: 16√2/3 · √(1/16)",
  },
  {
    parameters: two,
    step: 5,
    claim: 20.5480466765632548341673079382,
    tolerance: 1e-14,
    source: "mpmath, test/oracles/bu-2021.py: H = (1/4)(2, 0.6; 0.6, 2), L̂(0) = 0.95, α² = 0.2",
  },
  {
    parameters: { ...one, limitEigenvalue: 0 },
    step: 0,
    claim: NaN,
    tolerance: 0,
    source: "no positive λ₀",
  },
];

/** See `sampleFrozenKernel`. */
const sample = sampleFrozenKernel;

export const statement: Statement<Parameters> = {
  id: "bu-2021/lemma-6-distance",
  paper: "bu-2021",
  number: "Lemma 6, distance",
  title: "How far a neuron goes under heavy ball with friction",
  kind: "upper",
  tex: String.raw`\|w_r(t)-w_r(0)\| \le \frac{8}{3\alpha^3}\sqrt{\frac{n\,\hat L(0)}{m}},\qquad \alpha = \sqrt{\lambda_0/2}`,
  plain:
    "Along the heavy ball with friction no neuron goes farther than a distance that falls with the root of the width.",
  looseness: 1.9,
  cases,
  values,
  sample,
};

export const printed: Printed<Parameters> = {
  tex: String.raw`\|w_r(t)-w_r(0)\| < \sqrt{\frac{n\,\hat L(0)}{9m\,\alpha^2}}`,
  assumes,
  claim: (p) => constantBound(p, 1 / (3 * rateOf(p))),
  counterexample: smallestCounterexample,
  values: [
    {
      parameters: one,
      step: 0,
      claim: 1 / 12,
      tolerance: 1e-15,
      source: "by hand: ⅔ · √(1/64)",
    },
    {
      parameters: two,
      step: 0,
      claim: 0.513701166914081370854182698455,
      tolerance: 1e-14,
      source: "mpmath: √(2 · 0.95/(9 · 4 · 0.2))",
    },
  ],
  slip: String.raw`The last line integrates $\|\dot w_r\|\le\sqrt{4n\hat L(0)/(9m\alpha^4)}\,e^{-\alpha t/2}$, which gives $\sqrt{16n\hat L(0)/(9m\alpha^6)}$; and this lacks another factor 2, since $\|f-y\|$ is $\sqrt{2L}$, not $\sqrt L$, and the bound of Lemma 6 is to be doubled. The statement itself, $R'(t)=\frac2b\bigl(\sqrt{nC/(mB)}+e^{-Bt/2}\sqrt{L(0)}\bigr)$, does not say what $B$ and $C$ are.`,
  survives: String.raw`The width in it: the distance falls as $1/\sqrt m$, which is what the theorem is built on. The power of $\lambda_0$ that the width must have changes with it.`,
  scan: "The statement and the last line of the proof are clear in our copy.",
};
