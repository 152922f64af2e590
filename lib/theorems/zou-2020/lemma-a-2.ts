/**
 * Lemma A.2 of Zou, Long and Gu 2020, smoothness: where ‖W_l‖_F, ‖W̃_l‖_F ≤ 0.5/L for every l,
 *   𝓛(W̃) − 𝓛(W) ≤ Σ⟨∇_l𝓛(W), W̃_l − W_l⟩ + Lλ_Aλ_B‖X‖₂(√(2e𝓛(W)) + ½eλ_Aλ_B‖X‖₂) Σ‖W̃_l − W_l‖²_F.
 * Its proof bounds Σ_{l>s} a_l a_s by (Σa_l)². Half of it does, so that √(e𝓛(W)/2) may stand for √(2e𝓛(W)); the proof of Theorem 3.1, which quotes the lemma with
 * √(e𝓛), rests on that. The second term is reached in the limit of many layers of width one at the border.
 *
 * What is compared is 𝓛(W̃) − 𝓛(W) − Σ⟨∇_l𝓛(W), W̃_l − W_l⟩ and the last term.
 */
import { linearResNet } from "../../problems/linear-resnet.ts";
import { fillNormal, type Random } from "../../random.ts";
import { norm } from "../../norm.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  diagonalExamples,
  resNetSizes,
  sampleLinearData,
  withModifiedIdentity,
  type LinearResNetInstance,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `weights` are W₁, …, W_L and `moved` W̃₁, …, W̃_L, each m × m, row-major. */
export interface Parameters extends LinearResNetInstance {
  readonly weights: Float64Array;
  readonly moved: Float64Array;
}

/** ‖W_l‖_F, ‖W̃_l‖_F ≤ 0.5/L for all l. O(Lm²). */
export function assumes({ depth, width, weights, moved }: Parameters): readonly Hypothesis[] {
  const largest = (w: Float64Array): number =>
    Math.max(
      ...Array.from({ length: depth }, (_, l) => norm(w.subarray(l * width ** 2, (l + 1) * width ** 2))),
    );
  const small = (name: string, tex: string, w: Float64Array): Hypothesis => {
    const room = 0.5 / depth - largest(w);
    const detail = `the largest norm is ${inWords(largest(w))}, must be at most ${inWords(0.5 / depth)}`;
    return decided(name, tex, Math.abs(room) < 1e-15 ? 0 : room, detail, false);
  };
  return [
    small("small weights before", String.raw`\|W_l\|_F \le \frac{0.5}{L}`, weights),
    small("small weights after", String.raw`\|\widetilde W_l\|_F \le \frac{0.5}{L}`, moved),
  ];
}

/** Lλ_Aλ_B‖X‖(√(2e𝓛(W)) + ½eλ_Aλ_B‖X‖)Σ‖W̃_l − W_l‖²_F, a series of length 1. O(Lm²n). */
export function claim(p: Parameters): Series {
  const { largestA, largestB, largestX } = resNetSizes(p);
  const reach = largestA * largestB * largestX;
  const loss = linearResNet(p, p.depth, p).loss(p.weights);
  const curvature = p.depth * reach * (Math.sqrt(2 * Math.E * loss) + 0.5 * Math.E * reach);
  return Float64Array.of(curvature * norm(stepOf(p)) ** 2);
}

/** 𝓛(W̃) − 𝓛(W) − Σ⟨∇_l𝓛(W), W̃_l − W_l⟩, a series of length 1. O(Lm²n). */
export function measure(p: Parameters): Series {
  const problem = linearResNet(p, p.depth, p);
  const gradient = problem.gradient(p.weights, new Float64Array(p.weights.length));
  const slope = stepOf(p).reduce((sum, x, i) => sum + x * gradient[i]!, 0);
  return Float64Array.of(problem.loss(p.moved) - problem.loss(p.weights) - slope);
}

/** Some hundred roundings of the losses, of which the difference is taken. */
export function rounding(p: Parameters): Series {
  const problem = linearResNet(p, p.depth, p);
  const size = problem.loss(p.moved) + problem.loss(p.weights);
  return Float64Array.of((1e-13 * p.depth * size) / claim(p)[0]!);
}

function stepOf({ weights, moved }: Parameters): Float64Array {
  return moved.map((x, i) => x - weights[i]!);
}

/** One number, f(x) = (1 + w)^L x with target (1 + from)^L, from w = from to w = to: without loss before the step. */
function scalar(depth: number, from: number, to: number): Parameters {
  const target = (1 + from) ** depth;
  const data = { examples: 1, inputs: Float64Array.of(1), targets: Float64Array.of(target) };
  const maps = { width: 1, into: Float64Array.of(1), outOf: Float64Array.of(1) };
  const [weights, moved] = [from, to].map((w) => new Float64Array(depth).fill(w));
  return { ...data, ...maps, depth, weights: weights!, moved: moved! };
}

const two: Parameters = {
  ...withModifiedIdentity(diagonalExamples([2, 1], [1, 3]), 3, 2),
  weights: new Float64Array(2 * 16),
  moved: new Float64Array(2 * 16).fill(0.05),
};

const cases: readonly Case<Parameters>[] = [
  {
    name: "400 layers of width one at the border",
    parameters: scalar(400, 0.00124, 0.00125),
    expected: "holds",
  },
  { name: "one layer: a factor e of room", parameters: scalar(1, 0.2, 0.4), expected: "holds" },
  { name: "two inputs and outputs from zero", parameters: two, expected: "holds" },
  { name: "weights too large", parameters: scalar(10, 0, 0.2), expected: "outside" },
];

const oracle = "test/oracles/zou-2020.py";

const skew: Parameters = {
  ...diagonalExamples([3, 4], [1, 2]),
  width: 4,
  into: Float64Array.of(2, 0, 0, 3, 0, 0, 0, 0),
  outOf: Float64Array.of(0, 0, 5, 0, 0, 0, 0, 7),
  depth: 6,
  weights: new Float64Array(6 * 16),
  moved: new Float64Array(6 * 16).fill(0.01),
};

// Tolerance: a few roundings.
const values: readonly IndependentValue<Parameters>[] = [
  { parameters: two, step: 0, claim: 12.833817530454311, tolerance: 1e-13, source: oracle },
  { parameters: skew, step: 0, claim: 570.2271626379617, tolerance: 1e-13, source: oracle },
  {
    parameters: scalar(1, 0.25, 0.5),
    step: 0,
    claim: Math.E / 32,
    tolerance: 1e-14,
    source: "by hand: ½e/16, no loss",
  },
  {
    parameters: { ...scalar(2, 0, 0.25), targets: Float64Array.of(-1) },
    step: 0,
    claim: 1.1641458639074447,
    tolerance: 1e-13,
    source: "by hand: 2(√(4e) + ½e)/8, 𝓛 = 2",
  },
];

/** Any data; weights up to the border, in a third of the cases equal ones at it, with a step inwards. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, 0.5);
  const depth = 1 + Math.floor(6 * random());
  const p = withModifiedIdentity(data, 1 + 3 * random(), depth);
  const size = p.width ** 2;
  const normals = (scale: number): Float64Array =>
    fillNormal(random, new Float64Array(depth * size)).map((x) => (scale * x) / (depth * p.width));
  const weights = normals(0.2 * random());
  return {
    ...p,
    weights,
    moved: random() < 0.5 ? normals(0.2) : weights.map((x) => x * (1 + 0.5 * random())),
  };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/lemma-a-2",
  paper: "zou-2020",
  number: "Lemma A.2",
  title: "The loss is smooth near zero",
  kind: "upper",
  tex: String.raw`\mathcal L(\widetilde W)-\mathcal L(W) \le \sum_l\langle\nabla_{W_l}\mathcal L(W),\widetilde W_l-W_l\rangle + L\lambda_A\lambda_B\|X\|_2\Bigl(\sqrt{2e\mathcal L(W)}+\tfrac e2\lambda_A\lambda_B\|X\|_2\Bigr)\sum_l\|\widetilde W_l-W_l\|_F^2`,
  plain:
    "As long as the weights of a linear ResNet are small, a step changes the loss by no more than its slope and a multiple of the squared length of the step.",
  looseness: 1.02,
  cases,
  values,
  sample,
};
