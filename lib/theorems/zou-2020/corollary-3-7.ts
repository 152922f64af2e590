/**
 * Corollary 3.7 of Zou, Long and Gu 2020: with Gaussian A and B (entries N(0, 1)) and m = Ω̃(krκ² ln²(1/ε)n²/B² + d), SGD comes within ε of the best loss in
 * T = Õ(κ²ε⁻¹ ln(1/ε)n/B) steps, with constant probability.
 *
 * With constants (ours, from Theorem 3.6 and Proposition 3.3): let 𝓁 = 6.05km ln(3n/δ)‖X‖²_F + ‖Y‖²_F and ε = 10⁻ᶜ𝓁. If m is as Proposition 3.3 asks and
 * (0.81m)²/(1.21m) ≥ √8e^{3/2}(n/B)‖X‖ ln(3·10ᶜ)√(2𝓁)/σ_r², then SGD needs no more steps than Theorem 3.6 gives for μ_Aμ_B = 0.81m, λ_Aλ_B = 1.21m, 𝓛₀ − 𝓛* = 𝓁.
 * Proof. With probability 1 − δ these bound what A and B have; all of the theorem's terms are monotone in them. ∎
 * (The appendix, A.5, has m = O(krκ² ln²(1/ε)B/n), which points the wrong way: the condition is linear in n/B, and its left side grows like √m against √𝓁. The main text is right.)
 *
 * The claim is that T; what is measured is T of Theorem 3.6 for A and B as drawn. SGD itself is not run here: the certified step makes T at least some 10⁷, which is too long for a page.
 * `theorem-3-6` runs it where a few per cent are to be gained.
 */
import { compressData, type LinearData } from "../../problems/deep-linear-data.ts";
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import { bestIterateSchedule, largestExample, type ScheduleTerms } from "../linear-resnet-batches.ts";
import {
  drawnMaps,
  gaussianBounds,
  gaussianWidth,
  leastWidth,
  type GaussianSetting,
} from "../linear-resnet-gaussian.ts";
import {
  dataRange,
  diagonalExamples,
  gain,
  resNetSizes,
  sampleLinearData,
} from "../linear-resnet-instance.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, InProbability, Series, Statement } from "../theorem.ts";

/** ε is 10^(−`digits`) times the bound 𝓁 of the loss at the start; `failure` is δ, at most 1/6, for the maps and for the batches. */
export interface Parameters extends GaussianSetting {
  readonly depth: number;
  readonly batchSize: number;
  readonly digits: number;
}

/** The widths of Proposition 3.3 and for Theorem 3.6, with constants; 1 ≤ B ≤ n; δ ≤ 1/6. O(nd(d + k)). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const { least, most, loss } = gaussianBounds(p);
  const { largest, smallest } = dataRange(p);
  const ratio = Math.log(3) + p.digits * Math.LN10;
  const asked =
    (Math.sqrt(8 * Math.E ** 3) * (p.examples / p.batchSize) * largest * ratio * Math.sqrt(2 * loss)) /
    smallest ** 2;
  return [
    ...gaussianWidth(p),
    decided(
      "wide enough for its transformations",
      String.raw`\frac{(0.81m)^2}{1.21m} \ge \sqrt8\,e^{3/2}\,\frac{n\|X\|_2\ln(3\ell/\epsilon)\sqrt{2\ell}}{B\,\sigma_r^2(X)}`,
      least ** 2 / most / asked - 1,
      `the left side is ${inWords(least ** 2 / most)}, must be at least ${inWords(asked)}`,
      false,
    ),
    decided(
      "a batch",
      String.raw`1 \le B \le n`,
      Math.min(p.batchSize - 1, p.examples - p.batchSize),
      `$B$ = ${p.batchSize} of ${p.examples} examples`,
      false,
    ),
    decided(
      "δ at most 1/6",
      String.raw`\delta \le \tfrac16`,
      1 / 6 - p.failure,
      `$\\delta$ = ${inWords(p.failure)}`,
      false,
    ),
  ];
}

/** T for the bounds of Proposition 3.3, a series of length 1. O(nd(d + k)). */
export function claim(p: Parameters): Series {
  const { least, most, loss } = gaussianBounds(p);
  const bounds = { gain: (least * dataRange(p).smallest) ** 2, reach: most, excess: loss };
  return Float64Array.of(bestIterateSchedule({ ...terms(p), ...bounds }).steps);
}

/** T for A and B as drawn, 0 where ε is reached at the start; a series of length 1. O((d + k)³ + nd(d + k)). */
export function measure(p: Parameters): Series {
  const sizes = resNetSizes({ ...p, ...drawnMaps(p), depth: 1 });
  const drawn = { gain: gain(sizes), reach: sizes.largestA * sizes.largestB, excess: sizes.excess };
  const { steps } = bestIterateSchedule({ ...terms(p), ...drawn });
  return Float64Array.of(Number.isNaN(steps) ? 0 : steps);
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function terms(p: Parameters): Omit<ScheduleTerms, "gain" | "reach" | "excess"> {
  return {
    depth: p.depth,
    share: p.batchSize / p.examples,
    longest: largestExample(p),
    largestX: dataRange(p).largest,
    floor: compressData(p).floor,
    goal: 10 ** -p.digits * gaussianBounds(p).loss,
    failure: p.failure,
    stepPercent: 100,
  };
}

function instance(data: LinearData, width: number, batchSize: number, digits: number): Parameters {
  return { ...data, width, batchSize, digits, depth: 2, failure: 0.1, seed: 1 };
}

const two = diagonalExamples([2, 1], [1, 3]);
const noisy = { examples: 2, inputs: Float64Array.of(1, 1), targets: Float64Array.of(-1, -1.2) };

const cases: readonly Case<Parameters>[] = [
  {
    name: "κ = 4, batches of one of two, width 10¹⁰",
    parameters: instance(two, 1e10, 1, 4),
    expected: "holds",
  },
  { name: "no linear map fits, width 10⁸", parameters: instance(noisy, 1e8, 1, 4), expected: "holds" },
  { name: "width 10⁴", parameters: instance(two, 1e4, 1, 4), expected: "outside" },
  { name: "batches larger than the data", parameters: instance(two, 1e10, 3, 4), expected: "outside" },
];

const oracle = "test/oracles/zou-2020.py";

// Tolerance: of the iteration for T, 60 rounds of which leave nothing.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: instance(two, 1e10, 1, 4), step: 0, claim: 1629047150, tolerance: 1e-9, source: oracle },
  { parameters: instance(two, 1e6, 2, 6), step: 0, claim: 827854692, tolerance: 1e-9, source: oracle },
  { parameters: instance(noisy, 100, 1, 7), step: 0, claim: 261903988, tolerance: 1e-9, source: oracle },
];

/** Widths from what is asked to 1000 times that, one in ten below; δ ≤ 10⁻³, so that chance has no say. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, random() < 0.5 ? 0 : 0.3);
  const p = {
    ...data,
    failure: 10 ** (-3 - 5 * random()),
    seed: Math.floor(1e9 * random()),
    depth: 1 + Math.floor(9 * random()),
    batchSize: 1 + Math.floor(data.examples * random()),
    digits: 3 + Math.floor(4 * random()),
  };
  const asked = leastWidth((width) => assumes({ ...p, width }).every(({ margin }) => margin >= 0));
  return { ...p, width: Math.ceil(random() < 0.1 ? asked * random() : asked / logUniform(random, 3)) };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/corollary-3-7",
  paper: "zou-2020",
  number: "Corollary 3.7",
  title: "SGD between Gaussian maps",
  kind: "upper",
  tex: String.raw`m = \tilde\Omega\!\left(kr\kappa^2\ln^2\tfrac1\epsilon\cdot\tfrac{n^2}{B^2}+d\right) \quad\Longrightarrow\quad T = \tilde O\!\left(\frac{\kappa^2}{\epsilon}\ln\tfrac1\epsilon\cdot\frac nB\right)`,
  plain:
    "Between Gaussian maps, in a net that is wide enough, the steps that SGD needs grow like the square of the condition number and the inverse of the batch size.",
  looseness: 15,
  cases,
  values,
  sample,
};
