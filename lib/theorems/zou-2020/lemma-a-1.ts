/**
 * Lemma A.1 of Zou, Long and Gu 2020: where ‖W_l‖₂ ≤ 0.5/L for every l,
 *   (2/e)μ_A²μ_B²σ_r²(𝓛 − 𝓛*) ≤ ‖∇_l𝓛‖²_F ≤ 2eλ_A²λ_B²‖X‖₂²(𝓛 − 𝓛*),   ‖∇_l ℓ(W; xᵢ, yᵢ)‖²_F ≤ 2eλ_A²λ_B²‖xᵢ‖²ℓ(W; xᵢ, yᵢ),
 *   ‖G_l‖²_F ≤ (2en²/B²)λ_A²λ_B²‖X‖₂²𝓛 for the gradient G_l of a batch of B examples.
 * The proof needs no more than (1 ± 0.5/L)^{2L−2} between 1/e and e. So the upper bounds are reached in the limit of many layers with W_l = (0.5/L)I, and for L = 1
 * the first two are off by the factor e.
 *
 * The claim is a list of upper bounds: for each layer that of ‖∇_l‖², of 1/‖∇_l‖², of ‖∇_lℓ‖² for the first example, and of ‖G_l‖².
 */
import { compressData, type LinearData } from "../../problems/deep-linear-data.ts";
import { linearResNet } from "../../problems/linear-resnet.ts";
import { fillNormal, type Random } from "../../random.ts";
import { singularValues } from "../../spectra/singular-values.ts";
import { decided, inWords } from "../hypothesis.ts";
import {
  diagonalExamples,
  gain,
  resNetSizes,
  sampleLinearData,
  withModifiedIdentity,
  type LinearResNetInstance,
} from "../linear-resnet-instance.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

/** `weights` are W₁, …, W_L, each m × m, row-major; the batch holds the first `batchSize` examples. */
export interface Parameters extends LinearResNetInstance {
  readonly weights: Float64Array;
  readonly batchSize: number;
}

/** ‖W_l‖₂ ≤ 0.5/L for all l, 1 ≤ B ≤ n. O(Lm³). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  const largest = Math.max(...layersOf(p).map((w) => singularValues(w, p.width, p.width)[0]!));
  const detail = `$\\max_l\\|W_l\\|_2$ = ${inWords(largest)}, must be at most ${inWords(0.5 / p.depth)}`;
  const batch = `$B$ = ${p.batchSize} of ${p.examples} examples`;
  const room = 0.5 / p.depth - largest;
  return [
    decided(
      "small weights",
      String.raw`\|W_l\|_2 \le \frac{0.5}{L}`,
      Math.abs(room) < 1e-15 ? 0 : room,
      detail,
      false,
    ),
    decided(
      "a batch",
      String.raw`1 \le B \le n`,
      Math.min(p.batchSize - 1, p.examples - p.batchSize),
      batch,
      false,
    ),
  ];
}

/** The four bounds, for l = 1 … L. O(Lm²n). */
export function claim(p: Parameters): Series {
  const sizes = resNetSizes(p);
  const reach = (sizes.largestA * sizes.largestB) ** 2;
  const excess = lossOf(p, compressData(p));
  const one = examplesOf(p, 1);
  const square = one.inputs.reduce((sum, x) => sum + x * x, 0);
  const whole = (p.examples / p.batchSize) ** 2;
  return perLayer(p, [
    2 * Math.E * reach * sizes.largestX ** 2 * excess,
    Math.E / (2 * gain(sizes) * excess),
    2 * Math.E * reach * square * lossOf(p, one),
    2 * Math.E * whole * reach * sizes.largestX ** 2 * (excess + sizes.floor),
  ]);
}

/** ‖∇_l𝓛‖², its reciprocal, ‖∇_lℓ(W; x₁, y₁)‖², ‖G_l‖², for l = 1 … L, by the kernels. O(Lm²n). */
export function measure(p: Parameters): Series {
  const out = new Float64Array(4 * p.depth);
  const [all, one, batch] = [p, examplesOf(p, 1), examplesOf(p, p.batchSize)].map((data) =>
    gradientSquares(p, data),
  );
  for (let l = 0; l < p.depth; l++)
    out.set([all![l]!, 1 / all![l]!, one![l]!, batch![l]! * (p.examples / p.batchSize) ** 2], 4 * l);
  return out;
}

/** Near the minimum 𝓛 − 𝓛* and the gradient are what is left of a difference; compared are numbers far from it. */
export function rounding(p: Parameters): Series {
  const data = compressData(p);
  const relative = Math.sqrt(
    lossOf(p, { ...data, targets: new Float64Array(data.targets.length) }) + data.floor,
  );
  const left = Math.sqrt(lossOf(p, data));
  const size = 1e-13 * p.depth * (1 + (relative + Math.sqrt(data.floor)) / left);
  return new Float64Array(4 * p.depth).fill(size);
}

function perLayer({ depth }: Parameters, bounds: readonly number[]): Series {
  return Float64Array.from({ length: 4 * depth }, (_, i) => bounds[i % 4]!);
}

function examplesOf({ examples, inputs, targets }: LinearData, count: number): LinearData {
  const [d, k] = [inputs.length / examples, targets.length / examples];
  return { examples: count, inputs: inputs.slice(0, count * d), targets: targets.slice(0, count * k) };
}

function lossOf(p: Parameters, data: LinearData): number {
  return linearResNet(p, p.depth, data).loss(p.weights);
}

function gradientSquares(p: Parameters, data: LinearData): number[] {
  const gradient = linearResNet(p, p.depth, data).gradient(p.weights, new Float64Array(p.weights.length));
  return layersOf({ ...p, weights: gradient }).map((g) => g.reduce((sum, x) => sum + x * x, 0));
}

function layersOf({ depth, width, weights }: Parameters): Float64Array[] {
  return Array.from({ length: depth }, (_, l) => weights.subarray(l * width ** 2, (l + 1) * width ** 2));
}

/** W_l = value·I for all l. */
function multiples(width: number, depth: number, value: number): Float64Array {
  return Float64Array.from({ length: depth * width ** 2 }, (_, e) =>
    (e % width ** 2) % (width + 1) === 0 ? value : 0,
  );
}

/** One number: f(x) = b(1 + w)^L a x. */
function scalar(depth: number, w: number): Parameters {
  const data = { examples: 1, inputs: Float64Array.of(1), targets: Float64Array.of(-1) };
  const maps = { width: 1, into: Float64Array.of(1), outOf: Float64Array.of(1) };
  return { ...data, ...maps, depth, weights: multiples(1, depth, w), batchSize: 1 };
}

const cases: readonly Case<Parameters>[] = [
  {
    name: "100 equal layers at the border: e is nearly reached",
    parameters: scalar(100, 0.005),
    expected: "holds",
  },
  {
    name: "the same with the other sign: 1/e is nearly reached",
    parameters: scalar(100, -0.005),
    expected: "holds",
  },
  { name: "one layer: a factor e of room", parameters: scalar(1, 0.3), expected: "holds" },
  {
    name: "two inputs and outputs at the start, batch of one of three",
    parameters: {
      ...withModifiedIdentity(
        {
          examples: 3,
          inputs: Float64Array.of(1, 0, 0, 1, 1, 1),
          targets: Float64Array.of(1, 2, 3, 1, 0, 1),
        },
        3,
        2,
      ),
      weights: new Float64Array(2 * 16),
      batchSize: 1,
    },
    expected: "holds",
  },
  { name: "weights too large", parameters: scalar(10, 0.2), expected: "outside" },
];

const two: Parameters = {
  ...withModifiedIdentity(diagonalExamples([2, 1], [1, 3]), 3, 2),
  weights: new Float64Array(2 * 16),
  batchSize: 1,
};
// Tolerance: a few roundings.
const byHand = (
  step: number,
  value: number,
  parameters: Parameters,
  source: string,
): IndependentValue<Parameters> => ({
  parameters,
  step,
  claim: value,
  tolerance: 1e-13,
  source: `by hand: ${source}`,
});

const values: readonly IndependentValue<Parameters>[] = [
  byHand(0, 360 * Math.E, two, "2e · 9 · 4 · 5"),
  byHand(1, Math.E / 90, two, "e/(2 · 9 · 1 · 5)"),
  byHand(2, 36 * Math.E, two, "2e · 9 · 4 · ½, the first example alone"),
  byHand(3, 1440 * Math.E, two, "2e · 2² · 9 · 4 · 5"),
  byHand(4, 360 * Math.E, two, "the same for the second layer"),
  byHand(3, 360 * Math.E, { ...two, batchSize: 2 }, "2e · 9 · 4 · 5, as the batch has both"),
  byHand(0, 1440 * Math.E, { ...two, into: two.into.map((x) => 2 * x) }, "2e · 36 · 4 · 5"),
  byHand(0, 4 * Math.E, scalar(3, 0), "2e · 2, 𝓛 = ½(1 + 1)²"),
  byHand(1, Math.E / 4, scalar(3, 0), "e/(2 · 2)"),
];

/** Any data and perturbed modified identities, weights up to the border, in a third of the cases equal and at it. */
function sample(random: Random): Parameters {
  const data = sampleLinearData(random, 0.5);
  const depth = 1 + Math.floor(6 * random());
  const p = withModifiedIdentity(data, 1 + 3 * random(), depth);
  const shaken = fillNormal(random, new Float64Array(p.outOf.length)).map((x, i) => p.outOf[i]! + 0.3 * x);
  const weights =
    random() < 1 / 3
      ? multiples(p.width, depth, (random() < 0.5 ? 0.5 : -0.5) / depth)
      : fillNormal(random, new Float64Array(depth * p.width ** 2)).map((x) => (0.12 * random() * x) / depth);
  return { ...p, outOf: shaken, weights, batchSize: 1 + Math.floor(data.examples * random()) };
}

export const statement: Statement<Parameters> = {
  id: "zou-2020/lemma-a-1",
  paper: "zou-2020",
  number: "Lemma A.1",
  title: "The gradient near zero is as large as the excess",
  kind: "upper",
  tex: String.raw`\tfrac2e\,\mu_A^2\mu_B^2\sigma_r^2\,(\mathcal L-\mathcal L_*) \le \|\nabla_{W_l}\mathcal L\|_F^2 \le 2e\,\lambda_A^2\lambda_B^2\|X\|_2^2\,(\mathcal L-\mathcal L_*),\\ \|G_l\|_F^2 \le \frac{2en^2}{B^2}\lambda_A^2\lambda_B^2\|X\|_2^2\,\mathcal L`,
  plain:
    "As long as the weights of a linear ResNet are small, the gradient of every layer is bounded from below and from above by the excess loss, and that of a batch by the loss.",
  looseness: 1.02,
  cases,
  values,
  sample,
};
