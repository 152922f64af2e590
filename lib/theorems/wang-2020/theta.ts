/**
 * θ(α) = ln(1 − α)/ln(1 − √α), Figure 1 of the paper of 2020 (the first version of Wang et al. 2021): the part of gradient descent's steps that momentum
 * needs, as its (11) says, at α = ηλ/2. Stated as the text reads its values off: rounded to some number of decimals.
 *
 * Of the three values in the text, 0.1 at 10⁻² (0.0954) and 0.01 at 10⁻⁴ (0.00995) are right as rounded. The one at ½, about 0.55, is 0.5645, so 0.56;
 * nothing rests on it. For small α, θ(α) → √α from below: see `theta-small`.
 *
 * Measured by the factors per step themselves: 1 − α of gradient descent's bound, and the spectral radius 1 − √α of heavy ball at
 * momentum (1 − √α)², taken from the mode ηλ = 1, which rings at every momentum.
 */
import { spectralRadius } from "../../methods/heavy-ball-mode.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { QuadraticState } from "../quadratic-state.ts";
import type { Case, Hypothesis, IndependentValue, Printed, Series, Statement } from "../theorem.ts";

/** α, and how many decimals of θ(α) are given, at most 15. */
export interface Parameters {
  readonly alpha: number;
  readonly decimals: number;
}

/** 0 < α < 1. O(1). */
export function assumes({ alpha }: Parameters): readonly Hypothesis[] {
  return [
    decided(
      "between 0 and 1",
      String.raw`0 < \alpha < 1`,
      Math.min(alpha, 1 - alpha),
      `$\\alpha$ = ${inWords(alpha)}`,
    ),
  ];
}

/** ln(1 − α)/ln(1 − √α) with these decimals, a series of length 1; NaN where it does not exist. O(1). */
export function claim({ alpha, decimals }: Parameters): Series {
  return rounded(Math.log1p(-alpha) / Math.log1p(-Math.sqrt(alpha)), decimals);
}

/** The ratio of the logarithms of the two factors per step with these decimals, a series of length 1. O(1). */
export function measure({ alpha, decimals }: Parameters): Series {
  const momentum = (1 - Math.sqrt(alpha)) ** 2;
  return rounded(Math.log1p(-alpha) / Math.log(spectralRadius(1, momentum)), decimals);
}

/** α = ηλ/2 of the state's slowest mode, to four decimals; its momentum has no say. O(1). */
export function at({ stepSize, smallest }: QuadraticState): Parameters {
  return { alpha: (stepSize * smallest) / 2, decimals: 4 };
}

function rounded(value: number, decimals: number): Series {
  const unit = 10 ** decimals;
  return Float64Array.of(Math.round(value * unit) / unit);
}

const half: Case<Parameters> = {
  name: "α = 1/2 to two decimals: 0.56, in the text about 0.55",
  parameters: { alpha: 0.5, decimals: 2 },
  expected: "holds",
  expectedPrinted: "violated",
};

const cases: readonly Case<Parameters>[] = [
  half,
  {
    name: "α = 10⁻² to one decimal: 0.1",
    parameters: { alpha: 1e-2, decimals: 1 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  {
    name: "α = 10⁻⁴ to two decimals: 0.01",
    parameters: { alpha: 1e-4, decimals: 2 },
    expected: "holds",
    expectedPrinted: "holds",
  },
  { name: "α = 1/4: log₂(4/3)", parameters: { alpha: 0.25, decimals: 9 }, expected: "holds" },
  { name: "α = 1: both logarithms are infinite", parameters: { alpha: 1, decimals: 2 }, expected: "outside" },
  { name: "α = 0", parameters: { alpha: 0, decimals: 2 }, expected: "outside" },
];

const oracle = "test/oracles/wang-2020.py, theta";

/** θ(α) to fifteen decimals, from the oracle. */
function value(alpha: number, claim: number): IndependentValue<Parameters> {
  // Half a unit of the fifteenth decimal, and a few roundings.
  return {
    parameters: { alpha, decimals: 15 },
    step: 0,
    claim,
    tolerance: 0.6e-15 / claim + 4e-16,
    source: oracle,
  };
}

const values: readonly IndependentValue<Parameters>[] = [
  { parameters: half.parameters, step: 0, claim: 0.56, tolerance: 0, source: "by hand: 0.6931/1.2279" },
  value(0.5, 0.5644763825137046444),
  value(0.25, 0.41503749927884381855),
  value(0.1, 0.27716939613914170343),
  value(0.01, 0.09538996454935146843),
  value(1e-4, 0.00995041377632345955),
  value(5e-5, 0.00704621440127543857),
];

/** One of the three values of the text, or α from 10⁻⁶ to 1 with up to six decimals. */
function sample(random: Random): Parameters {
  const kind = Math.floor(20 * random());
  if (kind < 3) return cases[kind]!.parameters;
  return { alpha: logUniform(random, 6), decimals: 1 + Math.floor(6 * random()) };
}

export const statement: Statement<Parameters> = {
  id: "wang-2020/theta",
  paper: "wang-2020",
  number: "Figure 1",
  title: "The part of the steps that momentum needs",
  kind: "equality",
  tex: String.raw`\theta(\alpha) = \frac{\ln(1-\alpha)}{\ln(1-\sqrt\alpha)}:\qquad \theta(\tfrac12) \approx 0.56,\quad \theta(10^{-2}) \approx 0.1,\quad \theta(10^{-4}) \approx 0.01`,
  plain:
    "Momentum needs the part θ of the steps of gradient descent, and θ is small where the problem is hard.",
  looseness: 1,
  cases,
  values,
  sample,
};

/** The values of the text, each with its decimals. */
const inText = [
  { alpha: 0.5, decimals: 2, theta: 0.55 },
  { alpha: 1e-2, decimals: 1, theta: 0.1 },
  { alpha: 1e-4, decimals: 2, theta: 0.01 },
];

function read({ alpha, decimals }: Parameters): number {
  return inText.find((given) => given.alpha === alpha && given.decimals === decimals)?.theta ?? NaN;
}

/** The three values in the text beside the figure. */
export const printed: Printed<Parameters> = {
  tex: String.raw`\theta(\tfrac12) \approx 0.55,\quad \theta(10^{-2}) \approx 0.1,\quad \theta(10^{-4}) = 0.01`,
  assumes: (p) => [
    decided(
      "a value of the text",
      String.raw`\alpha \in \{\tfrac12,\ 10^{-2},\ 10^{-4}\}`,
      Number.isNaN(read(p)) ? NaN : 1,
      `$\\alpha$ = ${inWords(p.alpha)}`,
    ),
  ],
  claim: (p) => Float64Array.of(read(p)),
  counterexample: half,
  values: [{ parameters: half.parameters, step: 0, claim: 0.55, tolerance: 0, source: "the text" }],
  slip: String.raw`A value read off a plot: $\theta(\tfrac12) = \ln 2/\ln(2+\sqrt2) = 0.5645$, so about 0.56.`,
  survives: String.raw`Everything: the formula, the other two values as rounded, and what is concluded from them. This is a number in passing, listed for completeness.`,
  scan: String.raw`It could be: one digit is at stake, and our copy of the text under review at ICLR 2021 (arXiv 2010.01618v1) has lost the figure itself. The version of 2021 has neither; others we did not read.`,
};
