import { lossCurve } from "../methods/deep-linear-training.ts";
import type { Method } from "../methods/method.ts";
import { norm } from "../norm.ts";
import type { LinearData } from "../problems/deep-linear-data.ts";
import { deepLinear, type DeepLinearShape, type DeepLinearStart } from "../problems/deep-linear-network.ts";
import { sampleDeepLinear } from "../problems/deep-linear-reduction.ts";
import { fillNormal, seededRandom, type Random } from "../random.ts";
import { singularValues } from "../spectra/singular-values.ts";
import { decided, inWords } from "./hypothesis.ts";
import { logUniform } from "./quadratic-instance.ts";
import type { Hypothesis } from "./theorem.ts";

/** A deep linear network with orthogonal weights that are drawn with a seed, and data Y = W*X. */
export interface DeepLinearInstance {
  /** n ≤ d. */
  readonly examples: number;
  /** n × d, one example after the other; X is its transpose. */
  readonly inputs: Float64Array;
  /** W*, d_y × d, row-major. */
  readonly map: Float64Array;
  /** L ≥ 2. */
  readonly depth: number;
  /** m. */
  readonly width: number;
  /** The δ of "with probability 1 − δ". */
  readonly failure: number;
  readonly seed: number;
}

/** What the statements say about the data. */
export interface DataSizes {
  /** σ_max(X) and σ_min(X), the n-th singular value; 0 for dependent examples. */
  readonly largest: number;
  readonly smallest: number;
  /** κ = σ_max²/σ_min². */
  readonly conditionNumber: number;
  /** ‖X‖_F. */
  readonly size: number;
  /** ‖W*‖₂. */
  readonly mapNorm: number;
}

/** d, d_y, L, m. RangeError for lengths that do not fit. */
export function shapeOf({ examples, inputs, map, depth, width }: DeepLinearInstance): DeepLinearShape {
  const d = inputs.length / examples;
  return { depth, width, inputs: d, outputs: map.length / d };
}

/** Singular values of X, and what follows from them. Examples are dependent below 1e−12 of σ_max. O(nd min{n, d}). */
export function dataSizes({ examples, inputs, map }: DeepLinearInstance): DataSizes {
  const d = inputs.length / examples;
  const sigma = singularValues(inputs, examples, d);
  const largest = sigma[0]!;
  const last = sigma[examples - 1] ?? 0;
  const smallest = last > 1e-12 * largest ? last : 0;
  const mapNorm = singularValues(map, map.length / d, d)[0]!;
  return { largest, smallest, conditionNumber: (largest / smallest) ** 2, size: norm(inputs), mapNorm };
}

/** X with Y = W*X. */
export function dataOf({
  examples,
  inputs,
  map,
}: Pick<DeepLinearInstance, "examples" | "inputs" | "map">): LinearData {
  const d = inputs.length / examples;
  const outputs = map.length / d;
  const targets = new Float64Array(examples * outputs);
  for (let j = 0; j < examples; j++)
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < d; i++) targets[j * outputs + o]! += map[o * d + i]! * inputs[j * d + i]!;
  return { examples, inputs, targets };
}

/** The narrow network that trains like one drawn with the seed, in distribution. Its cost does not depend on the width. */
export function startOf(p: DeepLinearInstance): DeepLinearStart {
  return sampleDeepLinear(shapeOf(p), dataOf(p), seededRandom(p.seed));
}

/** X = diag(values) and W* = value·I, d = d_y = n, so that all is known by hand. */
export function diagonalData(
  values: readonly number[],
  value: number,
): Pick<DeepLinearInstance, "examples" | "inputs" | "map"> {
  const n = values.length;
  const [inputs, map] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (const [i, x] of values.entries()) {
    inputs[i * (n + 1)] = x;
    map[i * (n + 1)] = value;
  }
  return { examples: n, inputs, map };
}

/** ‖U_t − Y‖_F for t = 0 … T; Infinity once it has diverged, NaN for a width that has no orthogonal weights. */
export function residualNorms(
  method: Method,
  p: DeepLinearInstance,
  setting: { stepSize: number; momentum: number; steps: number },
): Float64Array {
  const { inputs, outputs } = shapeOf(p);
  const norms = new Float64Array(setting.steps + 1).fill(Infinity);
  if (p.width < Math.max(inputs, outputs)) return norms.fill(NaN);
  const start = startOf(p);
  const losses = lossCurve(method, deepLinear(start), { ...setting, start: start.weights });
  for (const [t, loss] of losses.entries()) norms[t] = Math.sqrt(2 * loss);
  return norms;
}

/** ‖U_t − Y‖_F/‖U₀ − Y‖_F for t = 0 … T, as `residualNorms`. */
export function residualRatios(
  method: Method,
  p: DeepLinearInstance,
  setting: { stepSize: number; momentum: number; steps: number },
): Float64Array {
  const norms = residualNorms(method, p, setting);
  return norms.map((x) => x / norms[0]!);
}

/** (A1): Y = W*X, which is given, and X with independent columns; and L ≥ 2, m ≥ max{d, d_y}, 0 < δ < 1. */
export function deepLinearSetting(p: DeepLinearInstance): readonly Hypothesis[] {
  const { largest, smallest } = dataSizes(p);
  const { inputs, outputs } = shapeOf(p);
  const least = Math.max(inputs, outputs);
  const sigmas = `$\\sigma_{\\min}(X)$ = ${inWords(smallest)}, $\\sigma_{\\max}(X)$ = ${inWords(largest)}`;
  const { depth, width, failure } = p;
  return [
    decided("examples independent", String.raw`\operatorname{rank} X = n`, smallest, sigmas),
    decided("at least two layers", String.raw`L \ge 2`, depth - 2, `$L$ = ${depth}`, false),
    decided(
      "room for orthogonal weights",
      String.raw`m \ge \max\{d, d_y\}`,
      width - least,
      `$m$ = ${width}, must be at least ${least}`,
      false,
    ),
    decided(
      "a probability",
      String.raw`0 < \delta < 1`,
      Math.min(failure, 1 - failure),
      `$\\delta$ = ${inWords(failure)}`,
    ),
  ];
}

/** d_y(1 + ‖W*‖²) + ln(n/δ). */
export function widthTerm(p: DeepLinearInstance): number {
  const { outputs } = shapeOf(p);
  return outputs * (1 + dataSizes(p).mapNorm ** 2) + Math.log(p.examples / p.failure);
}

/**
 * What rounding makes of ‖U_t − Y‖/‖U₀ − Y‖, relative to `bounds` at each step: some 100 roundings of numbers of the size of U₀ − Y, L of them for what
 * the layers gather, and √m where the weights are √m and move by 1.
 */
export function residualRounding({ depth, width }: DeepLinearInstance, bounds: Float64Array): Float64Array {
  const relative = Number.EPSILON * (100 + depth + Math.sqrt(width));
  return bounds.map((bound) => relative / bound);
}

/** One or two examples in up to three dimensions, scaled by 10⁻² to 10², one or two outputs, two to four layers: small, so that many can be run. */
export function sampleDeepLinearInstance(random: Random): DeepLinearInstance {
  const examples = 1 + Math.floor(2 * random());
  const d = examples + Math.floor(2 * random());
  const scale = 100 * logUniform(random, 4);
  const inputs = fillNormal(random, new Float64Array(examples * d)).map((x) => scale * x);
  // One more strong direction each, so that examples are seldom nearly parallel.
  for (let j = 0; j < examples; j++) inputs[j * d + j]! += 3 * scale;
  const outputs = 1 + Math.floor(2 * random());
  const map = fillNormal(random, new Float64Array(outputs * d));
  const depth = 2 + Math.floor(3 * random());
  return {
    examples,
    inputs,
    map,
    depth,
    width: d + outputs,
    failure: 10 ** (-2 - 4 * random()),
    seed: Math.floor(1e9 * random()),
  };
}
