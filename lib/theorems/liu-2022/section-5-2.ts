/**
 * Section 5.2 of Liu et al. 2022 finds the loss of Nesterov's method below that of heavy ball in all its settings, at the same η and β, and takes it for the general picture. Per mode of a constant
 * kernel and as far as the factor per step goes, it is so from a certain ηλ on (ours): with r = √β,
 *   ρ_Nesterov(ηλ, β) ≤ ρ_heavy ball(ηλ, β)  for  (1 − r)²/(1 − r + r²) ≤ ηλ ≤ 1,
 * and below heavy ball is the faster. Proof: on that range heavy ball rings, with r. Nesterov's roots are complex for ηλ > ((1 − β)/(1 + β))², of modulus r√(1 − ηλ) ≤ r; else real, and
 * p(r) = r² − (1 + β)(1 − z)r + β(1 − z) = r(z(1 − r + r²) − (1 − r)²) ≥ 0 with r to the right of their middle, so that the larger one is at most r. Below the crossing p(r) < 0 while heavy ball
 * rings; and where it creeps, p at heavy ball's slower root x, which solves x² − (1 + β − z)x + β = 0, is z(βx − β) < 0. ∎
 * At the second step Nesterov is always above, by βz²x₀ on each mode: both start with (1 − z)x₀.
 */
import { equalRadius } from "../../methods/equal-radius.ts";
import { spectralRadius as heavyBallRadius } from "../../methods/heavy-ball-mode.ts";
import { spectralRadius as nesterovRadius } from "../../methods/nesterov-mode.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { ends, logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** ηλ of some modes. */
export interface Parameters {
  readonly stepTimesEigenvalues: Float64Array;
  readonly momentum: number;
}

/** 0 ≤ β < 1 and (1 − r)²/(1 − r + r²) ≤ ηλ ≤ 1. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const least = ends(p.stepTimesEigenvalues).smallest;
  const crossing = p.momentum >= 0 && p.momentum < 1 ? equalRadius(p.momentum) : NaN;
  return [
    ...allowed(p),
    decided(
      "modes beyond the crossing",
      String.raw`\eta\lambda \ge \tfrac{(1-r)^2}{1-r+r^2},\ r=\sqrt\beta`,
      least - crossing,
      `the least $\\eta\\lambda$ is ${inWords(least)}, the crossing at ${inWords(crossing)}`,
      false,
    ),
  ];
}

/** Heavy ball's factor per step for each mode; NaN for a momentum outside [0, 1]. O(n). */
export function claim({ stepTimesEigenvalues, momentum }: Parameters): Series {
  return stepTimesEigenvalues.map((z) =>
    momentum >= 0 && momentum <= 1 ? heavyBallRadius(z, momentum) : NaN,
  );
}

/** Nesterov's factor per step for each mode. O(n). */
export function measure({ stepTimesEigenvalues, momentum }: Parameters): Series {
  return stepTimesEigenvalues.map((z) => nesterovRadius(z, momentum));
}

/** 0 ≤ β < 1, 0 < ηλ ≤ 1. */
function allowed({ stepTimesEigenvalues, momentum }: Parameters): Hypothesis[] {
  const { smallest, largest } = ends(stepTimesEigenvalues);
  return [
    decided(
      "momentum",
      String.raw`0 \le \beta < 1`,
      momentum < 1 ? momentum : 1 - momentum,
      `$\\beta$ = ${inWords(momentum)}`,
      momentum >= 1,
    ),
    decided("step size", String.raw`0 < \eta\lambda`, smallest, `$\\eta\\lambda$ = ${inWords(smallest)}`),
    decided(
      "step size at most 1/λ",
      String.raw`\eta\lambda \le 1`,
      1 - largest,
      `$\\eta\\lambda$ = ${inWords(largest)}`,
      false,
    ),
  ];
}

const creeping: Parameters = { stepTimesEigenvalues: Float64Array.of(0.001), momentum: 0.9 };

export const printed: Printed<Parameters> = {
  tex: String.raw`\rho_{\mathrm{NAG}}(\eta\lambda,\beta) \le \rho_{\mathrm{HB}}(\eta\lambda,\beta)\ \text{for all}\ 0<\eta\lambda\le1`,
  assumes: (p) => allowed(p),
  claim,
  counterexample: {
    name: "β = 0.9 and ηλ = 0.001: after 1000 steps the loss of heavy ball is 1.22·10⁻¹⁰, that of Nesterov 1.56·10⁻¹⁰",
    parameters: creeping,
    expected: "outside",
    expectedPrinted: "violated",
  },
  slip: "It is an observation, on runs that end before the flat modes decide. Where a mode creeps under both methods, heavy ball’s slower root is the smaller one.",
  survives:
    "All that is proved. On the runs of the section Nesterov is ahead in nearly every step, and with $\\beta=(1-\\sqrt{\\mu\\eta})/(1+\\sqrt{\\mu\\eta})$ on every mode from $\\mu$ on.",
  scan: "No: it is said in words.",
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "β = 0.9, from the crossing to ηλ = 1",
    parameters: { stepTimesEigenvalues: Float64Array.of(equalRadius(0.9), 0.003, 0.1, 1), momentum: 0.9 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "no momentum",
    parameters: { stepTimesEigenvalues: Float64Array.of(1), momentum: 0 },
    expected: "holds",
  },
  { name: "a mode that creeps", parameters: creeping, expected: "outside", expectedPrinted: "violated" },
  {
    name: "between the borders of ringing",
    parameters: { stepTimesEigenvalues: Float64Array.of(0.0027), momentum: 0.9 },
    expected: "outside",
    expectedPrinted: "violated",
  },
  {
    name: "a step so long that Nesterov diverges",
    parameters: { stepTimesEigenvalues: Float64Array.of(1.5), momentum: 0.9 },
    expected: "outside",
    expectedPrinted: "outside",
  },
  { name: "full momentum", parameters: { ...creeping, momentum: 1 }, expected: "outside" },
];

// Tolerances: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: creeping,
    step: 0,
    claim: 0.98887321424522006,
    tolerance: 4e-16,
    source: "the larger root of x² − 1.899x + 0.9, 40 digits",
  },
  {
    parameters: { stepTimesEigenvalues: Float64Array.of(0.5), momentum: 0.25 },
    step: 0,
    claim: 0.5,
    tolerance: 1e-15,
    source: "by hand: √¼",
  },
  {
    parameters: { stepTimesEigenvalues: Float64Array.of(0.25), momentum: 0 },
    step: 0,
    claim: 0.75,
    tolerance: 1e-15,
    source: "by hand: 1 − ¼",
  },
  { parameters: { ...creeping, momentum: 1.5 }, step: 0, claim: NaN, tolerance: 0, source: "no such method" },
];

/** One to four modes, mostly beyond the crossing. */
function sample(random: Random): Parameters {
  const momentum = 1 - logUniform(random, 3);
  const from = equalRadius(momentum) * (random() < 0.1 ? 0.5 : 1);
  const stepTimesEigenvalues = new Float64Array(1 + Math.floor(4 * random())).map(() =>
    Math.min(1, from * (1 / from) ** random() * (1 + 1e-12)),
  );
  return { stepTimesEigenvalues, momentum };
}

export const statement: Statement<Parameters> = {
  id: "liu-2022/section-5-2",
  paper: "liu-2022",
  number: "Section 5.2",
  title: "On which modes Nesterov is ahead",
  kind: "tight",
  tex: String.raw`\rho_{\mathrm{NAG}}(\eta\lambda,\beta) \le \rho_{\mathrm{HB}}(\eta\lambda,\beta)\quad\text{for}\quad \frac{(1-r)^2}{1-r+r^2} \le \eta\lambda \le 1,\quad r=\sqrt\beta`,
  plain:
    "At the same step size and momentum Nesterov’s method is the faster on modes that are steep enough, and heavy ball on the others.",
  looseness: 1.0000001,
  cases,
  values,
  sample,
};
