import { lossCurve } from "../methods/deep-linear-training.ts";
import { gradientDescent } from "../methods/gradient-descent.ts";
import { run } from "../methods/method.ts";
import { norm } from "../norm.ts";
import { compressData, type LinearData } from "../problems/deep-linear-data.ts";
import { linearResNet } from "../problems/linear-resnet.ts";
import { modifiedIdentity, type Transformations } from "../problems/linear-resnet-transformations.ts";
import type { Problem } from "../problems/problem.ts";
import { fillNormal, type Random } from "../random.ts";
import { singularValues } from "../spectra/singular-values.ts";
import { decided, inWords } from "./hypothesis.ts";
import type { Hypothesis } from "./theorem.ts";

/** A linear ResNet f(x) = B(I + W_L)⋯(I + W₁)Ax with data. A and B may be those of a wide net or their collapse: all that is said is the same. */
export interface LinearResNetInstance {
  /** n. */
  readonly examples: number;
  /** n × d and n × k, one example after the other; the paper's X and Y are the transposes. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  /** m. */
  readonly width: number;
  /** A, m × d, and B, k × m, row-major. */
  readonly into: Float64Array;
  readonly outOf: Float64Array;
  /** L. */
  readonly depth: number;
}

/** What the statements are made of. */
export interface ResNetSizes {
  /** λ_A, μ_A, λ_B, μ_B: the largest and the least singular values of A and B. */
  readonly largestA: number;
  readonly smallestA: number;
  readonly largestB: number;
  readonly smallestB: number;
  /** ‖X‖₂ and σ_r(X). */
  readonly largestX: number;
  readonly smallestX: number;
  /** 𝓛*, the least loss of a linear map. */
  readonly floor: number;
  /** 𝓛₀ − 𝓛*, at W = 0. */
  readonly excess: number;
}

/** The constant of the condition in Theorem 3.1, 4√(2e³) = 25.35, as its appendix has it. */
export const CONDITION = 4 * Math.sqrt(2 * Math.E ** 3);

/** ‖X‖₂ and σ_r(X), the least singular value of X that is not 0 (1e−12 of the largest counts as 0), of an X ≠ 0. O(nd min{n, d}). */
export function dataRange({ examples, inputs }: Pick<LinearData, "examples" | "inputs">): {
  largest: number;
  smallest: number;
} {
  const sigma = singularValues(inputs, examples, inputs.length / examples);
  const positive = sigma.filter((x) => x > 1e-12 * sigma[0]!);
  return { largest: sigma[0]!, smallest: positive.at(-1)! };
}

/** O(m(d + k)² + nd(d + k)). */
export function resNetSizes(p: LinearResNetInstance): ResNetSizes {
  const { examples, inputs, targets, width, into, outOf } = p;
  const [d, k] = [inputs.length / examples, targets.length / examples];
  const [a, b] = [singularValues(into, width, d), singularValues(outOf, k, width)];
  const { largest, smallest } = dataRange(p);
  const data = compressData(p);
  const excess = linearResNet(p, p.depth, data).loss(new Float64Array(p.depth * width ** 2));
  return {
    largestA: a[0]!,
    smallestA: width >= d ? a.at(-1)! : 0,
    largestB: b[0]!,
    smallestB: width >= k ? b.at(-1)! : 0,
    largestX: largest,
    smallestX: smallest,
    floor: data.floor,
    excess,
  };
}

/** μ_A²μ_B²/(λ_Aλ_B), the left side of the conditions. */
export function conditionSide({ largestA, smallestA, largestB, smallestB }: ResNetSizes): number {
  return (smallestA * smallestB) ** 2 / (largestA * largestB);
}

/** μ_A²μ_B²σ_r², times ηL/e what a step of the theorems gains. */
export function gain({ smallestA, smallestB, smallestX }: ResNetSizes): number {
  return (smallestA * smallestB * smallestX) ** 2;
}

/** 1/(2Lλ_Aλ_B‖X‖(√(e𝓛₀) + ½eλ_Aλ_B‖X‖)), the largest step size of Theorem 3.1. */
export function largestStep(
  depth: number,
  { largestA, largestB, largestX, floor, excess }: ResNetSizes,
): number {
  const reach = largestA * largestB * largestX;
  return 1 / (2 * depth * reach * (Math.sqrt(Math.E * (floor + excess)) + 0.5 * Math.E * reach));
}

/** μ_A²μ_B²/(λ_Aλ_B) ≥ `asked`, with the ratio less 1 as its margin. */
export function transformationCondition(tex: string, sizes: ResNetSizes, asked: number): Hypothesis {
  const side = conditionSide(sizes);
  const detail = `$\\mu_A^2\\mu_B^2/(\\lambda_A\\lambda_B)$ = ${inWords(side)}, must be at least ${inWords(asked)}`;
  // The proof rests on 𝓛₀ > 𝓛*; at the minimum there is nothing to show.
  return decided("transformations large enough", tex, asked > 0 ? side / asked - 1 : side, detail, false);
}

/** 0 < η ≤ `most`. */
export function stepCondition(tex: string, stepSize: number, most: number): Hypothesis {
  const detail = `$\\eta$ = ${inWords(stepSize)}, must be at most ${inWords(most)}`;
  const margin = stepSize > 0 ? 1 - stepSize / most : -1;
  return decided("step size small enough", tex, Math.abs(margin) < 1e-12 ? 0 : margin, detail, false);
}

/** 𝓛(W_t) − 𝓛* for t = 0 … T by gradient descent from 0; Infinity once it has diverged. O(L·m²·min{n, d}·T). */
export function excessCurve(p: LinearResNetInstance & { stepSize: number; steps: number }): Float64Array {
  const problem = linearResNet(p, p.depth, compressData(p));
  return excessAlong(problem, p.stepSize, p.steps);
}

/** The loss of a problem along gradient descent from 0, by whatever gradient it has; Infinity once it has diverged. */
export function excessAlong(problem: Problem, stepSize: number, steps: number): Float64Array {
  const curve = new Float64Array(steps + 1).fill(Infinity);
  if (!(stepSize > 0 && stepSize < Infinity)) return curve.fill(NaN);
  const start = new Float64Array(problem.dimension);
  curve.set(lossCurve(gradientDescent, problem, { stepSize, momentum: 0, start, steps }));
  return curve;
}

/** The first t at which the loss is at most `goal`, by gradient descent from 0; Infinity if none of t = 0 … `cap` has it. */
export function stepsToExcess(problem: Problem, stepSize: number, goal: number, cap: number): number {
  let reached = Infinity;
  const start = new Float64Array(problem.dimension);
  run(gradientDescent, problem, { stepSize, momentum: 0, start, steps: cap }, (t, w) => {
    if (!(problem.loss(w) <= goal)) return;
    reached = t;
    return false;
  });
  return reached;
}

/**
 * What rounding makes of an excess, relative to `bounds` at each step: the residual is some (100 + L) roundings of the outputs and targets off, and an
 * excess of their square.
 */
export function excessRounding(p: LinearResNetInstance, bounds: Float64Array): Float64Array {
  const { largestA, largestB } = resNetSizes(p);
  const residual =
    Number.EPSILON * (100 + p.depth) * (norm(p.targets) + 2 * largestA * largestB * norm(p.inputs));
  return bounds.map((bound) => (2 * residual) / Math.sqrt(bound) + residual ** 2 / bound);
}

/** Data with the examples diag(inputs) and targets diag(targets), d = k = n. */
export function diagonalExamples(inputs: readonly number[], targets: readonly number[]): LinearData {
  const n = inputs.length;
  const diagonal = (entries: readonly number[]): Float64Array =>
    Float64Array.from({ length: n * n }, (_, e) => (e % (n + 1) === 0 ? entries[e / (n + 1)]! : 0));
  return { examples: n, inputs: diagonal(inputs), targets: diagonal(targets) };
}

/** The modified identity of width d + k with the given α on data. */
export function withModifiedIdentity(data: LinearData, alpha: number, depth: number): LinearResNetInstance {
  const [inputs, outputs] = [data.inputs.length / data.examples, data.targets.length / data.examples];
  return { ...data, ...modifiedIdentity({ inputs, outputs, width: inputs + outputs }, alpha), depth };
}

/** One or two inputs and outputs, up to four examples with noise or without, any scale from 10⁻¹ to 10. */
export function sampleLinearData(random: Random, noise: number): LinearData {
  const [d, k] = [1 + Math.floor(2 * random()), 1 + Math.floor(2 * random())];
  const examples = d + Math.floor(3 * random());
  const scale = 10 ** (2 * random() - 1);
  const inputs = fillNormal(random, new Float64Array(examples * d)).map((x) => scale * x);
  // Each coordinate has an example of its own, so that X is seldom nearly singular.
  for (let i = 0; i < d; i++) inputs[i * d + i]! += 2 * scale;
  const map = fillNormal(random, new Float64Array(k * d));
  const targets = fillNormal(random, new Float64Array(examples * k)).map((x) => noise * scale * x);
  for (let j = 0; j < examples; j++)
    for (let o = 0; o < k; o++)
      for (let i = 0; i < d; i++) targets[j * k + o]! += map[o * d + i]! * inputs[j * d + i]!;
  return { examples, inputs, targets };
}

/** The modified identity with α between 0.8 and 12 times what `needed(α = 1)` asks, most often enough, its entries perturbed in half of the cases. */
export function sampleTransformations(
  random: Random,
  data: LinearData,
  depth: number,
  needed: (p: LinearResNetInstance) => number,
): LinearResNetInstance {
  const least = needed(withModifiedIdentity(data, 1, depth));
  const alpha = Math.max(least, 0.1) * 10 ** (1.2 * random() - 0.1);
  const p = withModifiedIdentity(data, alpha, depth);
  if (random() < 0.5) return p;
  const shake = (entries: Transformations["into"], size: number): Float64Array =>
    fillNormal(random, new Float64Array(entries.length)).map((x, i) => entries[i]! + 0.02 * size * x);
  return { ...p, into: shake(p.into, 1), outOf: shake(p.outOf, alpha) };
}
