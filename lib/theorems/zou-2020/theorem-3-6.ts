/**
 * Theorem 3.6 of Zou, Long and Gu 2020: SGD on a deep linear ResNet from W = 0 finds, with probability at least ½, a network with 𝓛 ≤ 𝓛* + ε within T steps. With the
 * constants of the appendix, ε' = ε/3, ε < 𝓛₀ − 𝓛* and δ ≤ 1/6:
 *   μ_A²μ_B²/(λ_Aλ_B) ≥ √8e^{3/2} n‖X‖ ln(𝓛₀/ε')√(2𝓛₀)/(Bσ_r²),
 *   η ≤ (Bμ_A²μ_B²σ_r²/(6e³Lnλ_A⁴λ_B⁴‖X‖²)) · min{ε'/(‖X‖²_{2,∞}𝓛*), ln²2·B/(3n‖X‖² ln(T/δ) ln(𝓛₀/ε'))},
 *   T = (e/(ηLμ_A²μ_B²σ_r²)) ln((𝓛₀ − 𝓛*)/ε'),
 * where T and η name each other; their common solution is found by iteration. The T steps are for the best iterate, not for the last.
 *
 * On the proof: its use of Azuma's inequality needs the lower bound on the increments that stands in `theorem-3-8`, as long as 𝓛 − 𝓛* > ε'; and ln(𝓛_t 1(E_t)) is −∞ where the
 * event fails: the process has to be stopped there instead. (A.12) has a factor 1/(BL²) too many, γ₁ an η² too many, (A.16) has ln(δ/T) for ln(T/δ).
 *
 * The claim is T, what is measured is the first step with 𝓛 − 𝓛* ≤ ε. The certified step is so small that T is 10⁴ at the least; samples and cases therefore ask for a few per cent only. For ε → 0
 * and B = n the quotient of the two falls to 2e, as the run goes at twice the rate that the condition on the gradient gives, and the bound has another 1/e.
 */
import type { Random } from "../../random.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  batchSetting,
  bestIterateSchedule,
  byBatches,
  largestExample,
  type BatchInstance,
  type Schedule,
} from "../linear-resnet-batches.ts";
import {
  diagonalExamples,
  gain,
  resNetSizes,
  sampleTransformations,
  stepsToExcess,
  transformationCondition,
  withModifiedIdentity,
  type LinearResNetInstance,
  type ResNetSizes,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, InProbability, Series, Statement } from "../theorem.ts";

/** ε is `goalPercent` per cent of 𝓛₀ − 𝓛*. */
export interface Parameters extends BatchInstance {
  readonly goalPercent: number;
}

/** The conditions on A and B and on η with the constants of the appendix, 0 < ε < 𝓛₀ − 𝓛*, 1 ≤ B ≤ n, 0 < δ ≤ 1/6. O(m(d + k)² + nd(d + k)). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const sizes = resNetSizes(p);
  return [
    transformationCondition(
      String.raw`\frac{\mu_A^2\mu_B^2}{\lambda_A\lambda_B} \ge \sqrt8\,e^{3/2}\,\frac{n\|X\|_2\ln(\mathcal L_0/\epsilon')\sqrt{2\mathcal L_0}}{B\,\sigma_r^2(X)}`,
      sizes,
      askedSide(p, sizes),
    ),
    decided(
      "something to gain",
      String.raw`0 < \epsilon < \mathcal L_0-\mathcal L_*`,
      p.goalPercent > 0 ? (1 - p.goalPercent / 100) * sizes.excess : -1,
      `$\\epsilon$ is ${p.goalPercent} % of $\\mathcal L_0-\\mathcal L_*$ = ${inWords(sizes.excess)}`,
    ),
    ...batchSetting(
      p,
      1 / 6,
      String.raw`\eta \le \frac{B\mu_A^2\mu_B^2\sigma_r^2}{6e^3Ln\lambda_A^4\lambda_B^4\|X\|_2^2}\min\Bigl\{\frac{\epsilon'}{\|X\|_{2,\infty}^2\mathcal L_*},\allowbreak\frac{\ln^2 2\;B}{3n\|X\|_2^2\ln(T/\delta)\ln(\mathcal L_0/\epsilon')}\Bigr\}`,
    ),
  ];
}

/** T, a series of length 1; NaN where there is nothing to gain. O(m(d + k)² + nd(d + k)). */
export function claim(p: Parameters): Series {
  return Float64Array.of(schedule(p).steps);
}

/** The first step with 𝓛 − 𝓛* ≤ ε by SGD with batches drawn with the seed, Infinity if it is not among T; a series of length 1. */
export function measure(p: Parameters): Series {
  const { steps, stepSize, goal } = schedule(p);
  if (!(stepSize > 0 && Number.isFinite(steps))) return Float64Array.of(NaN);
  return Float64Array.of(stepsToExcess(byBatches(p), stepSize, goal, steps));
}

export const inProbability: InProbability<Parameters> = {
  failure: () => 0.5,
  withSeed: (p, seed) => ({ ...p, seed }),
};

/** √8e^{3/2}n‖X‖ln(𝓛₀/ε')√(2𝓛₀)/(Bσ_r²). */
function askedSide(
  { examples, batchSize, goalPercent }: Pick<Parameters, "examples" | "batchSize" | "goalPercent">,
  { largestX, smallestX, excess, floor }: ResNetSizes,
): number {
  const loss = excess + floor;
  const ratio = Math.log((300 * loss) / (goalPercent * excess));
  const share = batchSize / examples;
  return (Math.sqrt(8 * Math.E ** 3) * largestX * ratio * Math.sqrt(2 * loss)) / (share * smallestX ** 2);
}

function schedule(p: Parameters): Schedule {
  const sizes = resNetSizes(p);
  const goal = (p.goalPercent / 100) * sizes.excess;
  return bestIterateSchedule({
    ...p,
    share: p.batchSize / p.examples,
    longest: largestExample(p),
    gain: gain(sizes),
    reach: sizes.largestA * sizes.largestB,
    largestX: sizes.largestX,
    floor: sizes.floor,
    excess: sizes.excess,
    goal,
  });
}

function instance(p: LinearResNetInstance, batchSize: number, goalPercent: number): Parameters {
  return { ...p, batchSize, failure: 0.1, seed: 1, stepPercent: 100, goalPercent };
}

/** One input, one output, two examples; and two that no linear map fits. */
const fitted = { examples: 2, inputs: Float64Array.of(1, 2), targets: Float64Array.of(-1, -2) };
const noisy = { examples: 2, inputs: Float64Array.of(1, 1), targets: Float64Array.of(-1, -1.2) };

const cases: readonly Case<Parameters>[] = [
  {
    name: "no linear map fits",
    parameters: instance(withModifiedIdentity(noisy, 100, 1), 1, 90),
    expected: "holds",
  },
  {
    name: "batches of one, 15 % to gain: some forty times the steps that it takes",
    parameters: instance(withModifiedIdentity(fitted, 130, 1), 1, 85),
    expected: "holds",
  },
  {
    name: "batches of one, three layers, 10 % to gain",
    parameters: instance(withModifiedIdentity(fitted, 130, 3), 1, 90),
    expected: "holds",
  },
  {
    name: "α too small",
    parameters: instance(withModifiedIdentity(fitted, 5, 2), 1, 90),
    expected: "outside",
  },
  {
    name: "nothing to gain",
    parameters: instance(withModifiedIdentity(fitted, 130, 1), 1, 100),
    expected: "outside",
  },
];

const oracle = "test/oracles/zou-2020.py";
const two = instance(withModifiedIdentity(diagonalExamples([2, 1], [1, 3]), 3, 2), 1, 50);
const noise: Parameters = {
  ...instance(withModifiedIdentity(noisy, 50, 3), 1, 90),
  failure: 0.01,
  stepPercent: 40,
};

/** Far from every linear map, the longest example last; to gain a tenth of a per cent, the noise has to settle. A doubles what it reads. */
const far = withModifiedIdentity(
  { examples: 3, inputs: Float64Array.of(0, 0.1, 0, 0.1, 0.3, 0), targets: Float64Array.of(-4, 4, 3) },
  50,
  3,
);
const apart = instance({ ...far, into: far.into.map((x) => 2 * x) }, 2, 0.1);
const turned = { inputs: Float64Array.of(0.3, 0, 0, 0.1, 0, 0.1), targets: Float64Array.of(3, -4, 4) };

// Tolerance: the whole number may differ by one.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: two, step: 0, claim: 7628056, tolerance: 1e-9, source: oracle },
  {
    parameters: { ...two, batchSize: 2, goalPercent: 10 },
    step: 0,
    claim: 6829751,
    tolerance: 1e-9,
    source: oracle,
  },
  { parameters: noise, step: 0, claim: 531022, tolerance: 1e-9, source: oracle },
  { parameters: { ...noise, goalPercent: 1 }, step: 0, claim: 14036483, tolerance: 1e-9, source: oracle },
  { parameters: apart, step: 0, claim: 849786276, tolerance: 1e-9, source: oracle },
  { parameters: { ...apart, ...turned }, step: 0, claim: 849786276, tolerance: 1e-9, source: oracle },
  {
    parameters: { ...apart, goalPercent: 50 },
    step: 0,
    claim: 10186065,
    tolerance: 1e-9,
    source: oracle,
  },
  { parameters: { ...two, goalPercent: 0 }, step: 0, claim: NaN, tolerance: 0, source: "by hand: ε = 0" },
  { parameters: cases.at(-1)!.parameters, step: 0, claim: NaN, tolerance: 0, source: "by hand: ε = 𝓛₀ − 𝓛*" },
];

/** One input, one output, one layer; a few per cent to gain, so that a run is short. */
function sample(random: Random): Parameters {
  const examples = random() < 2 / 3 ? 1 : 2;
  const inputs = Float64Array.from({ length: examples }, () => 0.5 + random());
  const slope = 4 * random() - 2;
  const noise = random() < 0.5 ? 0 : 0.05;
  const targets = inputs.map((x) => (slope + noise * (random() - 0.5)) * x);
  const settings = {
    batchSize: 1 + Math.floor(examples * random()),
    goalPercent: 95 + Math.floor(4 * random()),
  };
  const p = sampleTransformations(random, { examples, inputs, targets }, 1, (q) =>
    askedSide({ ...q, ...settings }, resNetSizes(q)),
  );
  const stepPercent = 60 + Math.floor(45 * random());
  return {
    ...p,
    ...settings,
    failure: 0.15 * random() + 0.01,
    seed: Math.floor(1e9 * random()),
    stepPercent,
  };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/theorem-3-6",
  paper: "zou-2020",
  number: "Theorem 3.6",
  title: "SGD on a deep linear ResNet",
  kind: "upper",
  tex: String.raw`\min\{t : \mathcal L(W_t)\le\mathcal L_*+\epsilon\} \;\le\; T = \frac{e}{\eta L\,\mu_A^2\mu_B^2\,\sigma_r^2(X)}\,\ln\frac{3(\mathcal L_0-\mathcal L_*)}{\epsilon}`,
  plain:
    "When the maps into and out of the net are large enough, SGD with a small step size comes within any distance of the best loss in a number of steps that is known beforehand, with probability at least one half.",
  looseness: 45,
  cases,
  values,
  sample,
};
