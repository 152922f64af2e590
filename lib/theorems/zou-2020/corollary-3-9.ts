/**
 * Corollary 3.9 of Zou, Long and Gu 2020: with Gaussian A and B (entries N(0, 1)), 𝓛* = 0 and m = Ω̃(krκ²n²/B² + d), SGD comes down to the loss ε in T = Õ(κ² ln(1/ε)n²/B²)
 * steps, with high probability.
 *
 * With constants (ours, from Theorem 3.8 and Proposition 3.3): let 𝓁 = 6.05km ln(3n/δ)‖X‖²_F + ‖Y‖²_F and ε = 10⁻ᶜ𝓁. If m is as Proposition 3.3 asks and
 * (0.81m)²/(1.21m) ≥ 4√(2e³)(n/B)‖X‖√(2𝓁)/σ_r², then SGD needs no more steps than Theorem 3.8 gives for μ_Aμ_B = 0.81m, λ_Aλ_B = 1.21m, 𝓛₀ = 𝓁: with
 * η = ln 2·B²g/(96e³Ln²(1.21m)⁴‖X‖⁴ ln(T/δ)), g = (0.81mσ_r)², that is T = (e/(ηLg)) ln(2𝓁/ε), T and η together.
 * Proof. With probability 1 − δ these bound what A and B have; the theorem's terms are monotone in them, and 2𝓛₀ exp(−TηLg/e) ≤ ε. ∎
 * (The appendix, A.7, has m = O(krκ²B/n), which points the wrong way; the main text is right.)
 *
 * The claim is that T; what is measured is T of Theorem 3.8 for A and B as drawn. SGD itself is not run here: the certified step makes T at least some 10⁵ where it is kindest, and 10⁹ in
 * the setting of the experiments. `theorem-3-8` runs it.
 */
import { fillNormal, type Random } from "../../random.ts";
import { dataOf } from "../deep-linear-instance.ts";
import { decided, inWords } from "../hypothesis.ts";
import { selfConsistentSteps } from "../linear-resnet-batches.ts";
import {
  drawnMaps,
  gaussianBounds,
  gaussianWidth,
  leastWidth,
  type GaussianSetting,
} from "../linear-resnet-gaussian.ts";
import { CONDITION, dataRange, gain, resNetSizes, sampleLinearData } from "../linear-resnet-instance.ts";
import { logUniform } from "../quadratic-instance.ts";
import type { Case, Hypothesis, IndependentValue, InProbability, Series, Statement } from "../theorem.ts";

/** Y = ΦX for the `map` Φ, k × d, row-major; ε is 10^(−`digits`) times the bound 𝓁 of the loss at the start. */
export interface Parameters extends Omit<GaussianSetting, "targets"> {
  readonly map: Float64Array;
  readonly depth: number;
  readonly batchSize: number;
  readonly digits: number;
}

/** The widths of Proposition 3.3 and for Theorem 3.8, with constants; 1 ≤ B ≤ n. O(nd(d + k)). */
export function assumes(parameters: Parameters): readonly Hypothesis[] {
  const p = withTargets(parameters);
  const { least, most, loss } = gaussianBounds(p);
  const { largest, smallest } = dataRange(p);
  const asked = (CONDITION * (p.examples / p.batchSize) * largest * Math.sqrt(2 * loss)) / smallest ** 2;
  return [
    ...gaussianWidth(p),
    decided(
      "wide enough for its transformations",
      String.raw`\frac{(0.81m)^2}{1.21m} \ge 4\sqrt{2e^3}\,\frac{n\|X\|_2\sqrt{2\ell}}{B\,\sigma_r^2(X)}`,
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
  ];
}

/** T for the bounds of Proposition 3.3, a series of length 1. O(nd(d + k)). */
export function claim(parameters: Parameters): Series {
  const p = withTargets(parameters);
  const { least, most, loss } = gaussianBounds(p);
  return Float64Array.of(stepsFor(p, (least * dataRange(p).smallest) ** 2, most, loss));
}

/** T for A and B as drawn, 0 where ε is reached at the start; a series of length 1. O((d + k)³ + nd(d + k)). */
export function measure(parameters: Parameters): Series {
  const p = withTargets(parameters);
  const sizes = resNetSizes({ ...p, ...drawnMaps(p), depth: 1 });
  return Float64Array.of(stepsFor(p, gain(sizes), sizes.largestA * sizes.largestB, sizes.excess));
}

export const inProbability: InProbability<Parameters> = {
  failure: ({ failure }) => failure,
  withSeed: (p, seed) => ({ ...p, seed }),
};

function withTargets(p: Parameters): GaussianSetting & Parameters {
  return { ...p, targets: dataOf(p).targets };
}

/** T with T = (e/(ηLg)) ln(2𝓛₀/ε) and η = ln 2·B²g/(96e³Ln²r⁴‖X‖⁴ ln(T/δ)), for g = `gained`, r = `reach`, 𝓛₀ = `loss`. */
function stepsFor(p: GaussianSetting & Parameters, gained: number, reach: number, loss: number): number {
  const goal = 10 ** -p.digits * gaussianBounds(p).loss;
  if (!(goal < loss)) return 0;
  const share = (p.batchSize / p.examples) ** 2;
  const spread = 96 * Math.E ** 3 * p.depth * (reach * dataRange(p).largest) ** 4;
  const largest = (steps: number): number =>
    (Math.LN2 * share * gained) / (spread * Math.log(steps / p.failure));
  return selfConsistentSteps((Math.E * Math.log((2 * loss) / goal)) / (p.depth * gained), largest);
}

function instance(
  data: Pick<Parameters, "examples" | "inputs" | "map">,
  width: number,
  batchSize: number,
): Parameters {
  return { ...data, width, batchSize, digits: 5, depth: 2, failure: 0.1, seed: 1 };
}

const two = { examples: 2, inputs: Float64Array.of(2, 0, 0, 1), map: Float64Array.of(0.5, 0, 0, 3) };
const one = { examples: 3, inputs: Float64Array.of(1, 1, 1), map: Float64Array.of(-1) };

const cases: readonly Case<Parameters>[] = [
  { name: "κ = 4, batches of one of two, width 10⁹", parameters: instance(two, 1e9, 1), expected: "holds" },
  {
    name: "one input, two of three examples, width 10⁸",
    parameters: instance(one, 1e8, 2),
    expected: "holds",
  },
  { name: "width 10⁴", parameters: instance(two, 1e4, 1), expected: "outside" },
  { name: "no examples in a batch", parameters: instance(two, 1e9, 0), expected: "outside" },
];

const oracle = "test/oracles/zou-2020.py";

// Tolerance: of the iteration for T, 60 rounds of which leave nothing.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: { ...instance(two, 1e9, 1), digits: 0 },
    step: 0,
    claim: 0,
    tolerance: 0,
    source: "by hand: ε is the loss at the start",
  },
  { parameters: instance(two, 1e9, 1), step: 0, claim: 665338650, tolerance: 1e-9, source: oracle },
  {
    parameters: { ...instance(two, 1e6, 2), digits: 2, depth: 5 },
    step: 0,
    claim: 64765056,
    tolerance: 1e-9,
    source: oracle,
  },
  {
    parameters: { ...instance(one, 100, 1), failure: 0.001 },
    step: 0,
    claim: 104974436,
    tolerance: 1e-9,
    source: oracle,
  },
];

/** Widths from what is asked to 1000 times that, one in ten below; δ ≤ 10⁻³, so that chance has no say. */
function sample(random: Random): Parameters {
  const { examples, inputs, targets } = sampleLinearData(random, 0);
  const p = {
    examples,
    inputs,
    map: fillNormal(random, new Float64Array((targets.length / examples) * (inputs.length / examples))),
    failure: 10 ** (-3 - 5 * random()),
    seed: Math.floor(1e9 * random()),
    depth: 1 + Math.floor(9 * random()),
    batchSize: 1 + Math.floor(examples * random()),
    digits: 3 + Math.floor(4 * random()),
  };
  const asked = leastWidth((width) => assumes({ ...p, width }).every(({ margin }) => margin >= 0));
  return { ...p, width: Math.ceil(random() < 0.1 ? asked * random() : asked / logUniform(random, 3)) };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/corollary-3-9",
  paper: "zou-2020",
  number: "Corollary 3.9",
  title: "SGD between Gaussian maps, when the data can be fitted",
  kind: "upper",
  tex: String.raw`\mathcal L_*=0,\quad m = \tilde\Omega\!\left(kr\kappa^2\cdot\tfrac{n^2}{B^2}+d\right) \quad\Longrightarrow\quad T = \tilde O\!\left(\kappa^2\ln\tfrac1\epsilon\cdot\frac{n^2}{B^2}\right)`,
  plain:
    "Between Gaussian maps, when a linear map fits the data, the steps that SGD needs grow only like the logarithm of the accuracy, and like the square of the number of batches that the data make.",
  looseness: 9,
  cases,
  values,
  sample,
};
