import { orthonormalize, randomFrame } from "./deep-linear-basis.ts";
import { chainProblem, layerOffsets } from "./deep-linear-chain.ts";
import { compressData, type LinearData } from "./deep-linear-data.ts";
import { gaussianTriangle } from "./deep-linear-gaussian.ts";
import {
  deepLinearChain,
  layerScales,
  orthogonalWeights,
  type DeepLinearShape,
  type DeepLinearStart,
} from "./deep-linear-network.ts";
import { multiply } from "./deep-linear-products.ts";
import { fillNormal, type Random } from "../random.ts";

/*
 * A network with orthogonal weights trains like a narrow one. Gradient descent, heavy ball and Nesterov commute with W_l → O_l W_l O_{l−1}ᵀ for
 * orthogonal O_l, and there are O_l that turn W₂, …, W_{L−1} into √m I, W₁ into √m A and leave W_L = √m B. With r = rank X, X = Q_x R
 * and A Q_x, an isometry ℝʳ → ℝᵐ, in place of A, the inputs are the r × n matrix R.
 * All residuals lie in S = span(Y, BA): so does W_L⋯W₁X at the start, and a step adds to it what is in S (below).
 * Let q = dim S ≤ min(d_y, 2r), N = range A + Bᵀ S, dim N = k ≤ min(m, r + q), and P the projection to N. By induction over the steps
 * W₁ = PW₁, W_l = √m I + P(…)P and P_S W_L = P_S W_L P, up to a part of W_L off S that stays as it is and meets residuals with 0: the
 * gradient of W_l is (W_L⋯W_{l+1})ᵀ ξ (W_{l−1}⋯W₁X)ᵀ, whose left factor is in N (in S for l = L) and whose right one is in N (in ℝʳ for l = 1).
 * In bases of S and N this is a network of width k with hidden weights √m I, the same losses and the same norms of all that moves. ∎
 * For n ≤ d examples in general position, k = min(m, n + min(d_y, 2n)). The reduction is ours.
 */

/**
 * The narrow network that trains exactly like one with the given orthogonal weights: the same loss but for the constant 𝓛* that no linear map gets
 * below, which is 0 for at most d independent inputs, at every step of GD, heavy ball and Nesterov, with the same step size and momentum.
 * RangeError for weights or data that do not fit the shape. Cost: O(Lm²r), once.
 */
export function reduceDeepLinear(
  shape: DeepLinearShape,
  data: LinearData,
  weights: Float64Array,
): DeepLinearStart {
  const { depth, width, inputs, outputs } = shape;
  const offsets = layerOffsets(deepLinearChain(shape).sizes);
  if (weights.length !== offsets[depth])
    throw new RangeError(`length of weights must be ${offsets[depth]}: ${weights.length}`);
  const { basis, coordinates } = principalInputs(shape, data);
  const rank = basis.length / inputs;
  const columns = pushForward(shape, weights.subarray(0, offsets[depth - 1]), basis);
  const lastRows = weights.slice(offsets[depth - 1]).map((w) => w / Math.sqrt(width));
  const images = new Float64Array(rank * outputs);
  multiply(lastRows, 0, outputs, width, 1, columns, images, rank);
  const { span, q } = residualSpan(coordinates.targets, images, outputs);
  const pulled = productOfRows(span, q, lastRows, outputs, width);
  const frame = new Float64Array((rank + q) * width);
  frame.set(columns);
  frame.set(pulled, rank * width);
  const k = orthonormalize(frame, rank + q, width);
  const first = innerProducts(frame, k, columns, rank, width);
  const last = innerProducts(pulled, q, frame, k, width);
  return narrowStart(shape, coordinates, { span, q, k, first, last });
}

/**
 * The start of the narrow network for weights as `orthogonalWeights` draws them, with exactly their distribution, without drawing them: the first
 * columns of the last layer in the frame of the data are a corner of a uniform orthogonal m × m matrix, which is Z R⁻¹ for normal Z (d_y × r) and the
 * triangular factor R of Z with m − d_y normal rows below it; the rest of the last layer enters by its products alone.
 * RangeError as `orthogonalWeights`. Cost: O((n + d_y)³), whatever the width m: a width of 10⁹ takes milliseconds.
 */
export function sampleDeepLinear(shape: DeepLinearShape, data: LinearData, random: Random): DeepLinearStart {
  const { depth, width, inputs, outputs } = shape;
  if (width < inputs + outputs) return reduceDeepLinear(shape, data, orthogonalWeights(shape, random));
  if (!(Number.isInteger(depth) && depth >= 2))
    throw new RangeError(`depth must be a whole number of at least 2: ${depth}`);
  const { basis, coordinates } = principalInputs(shape, data);
  const rank = basis.length / inputs;
  const tall = outputs + rank;
  const frame = sampleFrame(width, outputs, rank, random);
  const images = new Float64Array(rank * outputs);
  for (let i = 0; i < rank; i++) images.set(frame.subarray(i * tall, i * tall + outputs), i * outputs);
  const { span, q } = residualSpan(coordinates.targets, images, outputs);
  const k = rank + q;
  // [M C] for M = Sᵀ(corner), q × r, and CCᵀ = I − MMᵀ: the upper rows of an orthogonal matrix whose first columns are (M, T).
  const completed = new Float64Array(2 * k * k);
  for (let i = 0; i < rank; i++) {
    for (let p = 0; p < q; p++)
      for (let o = 0; o < outputs; o++)
        completed[i * k + p]! += span[p * outputs + o]! * images[i * outputs + o]!;
    for (let p = 0; p < rank; p++) completed[i * k + q + p] = frame[i * tall + outputs + p]!;
  }
  for (let i = 0; i < k; i++) completed[(rank + i) * k + i] = 1;
  orthonormalize(completed, rank + k, k);
  const first = new Float64Array(k * rank);
  for (let i = 0; i < rank; i++) first[i * rank + i] = 1;
  const last = new Float64Array(q * k);
  for (let p = 0; p < q; p++) for (let c = 0; c < k; c++) last[p * k + c] = completed[c * k + p]!;
  return narrowStart(shape, coordinates, { span, q, k, first, last });
}

/** An orthonormal basis of the span of the inputs, row by row, and the data with inputs in it; at most d examples, by `compressData`. */
function principalInputs(
  { inputs, outputs }: DeepLinearShape,
  data: LinearData,
): { basis: Float64Array; coordinates: LinearData } {
  const few = data.examples > inputs ? compressData(data) : data;
  if (few.inputs.length !== few.examples * inputs)
    throw new RangeError(`length of inputs must be ${data.examples * inputs}: ${data.inputs.length}`);
  if (few.targets.length !== few.examples * outputs)
    throw new RangeError(`length of targets must be ${data.examples * outputs}: ${data.targets.length}`);
  const rows = few.inputs.slice();
  const rank = orthonormalize(rows, few.examples, inputs);
  const basis = rows.slice(0, rank * inputs);
  const inBasis = innerProducts(few.inputs, few.examples, basis, rank, inputs);
  return { basis, coordinates: { examples: few.examples, inputs: inBasis, targets: few.targets } };
}

/** W_{L−1}⋯W₁ b/√m^{L−1} for each row b of the basis. */
function pushForward(shape: DeepLinearShape, weights: Float64Array, basis: Float64Array): Float64Array {
  const { depth, width, inputs } = shape;
  const count = basis.length / inputs;
  const sizes = [inputs, ...new Array<number>(depth - 1).fill(width)];
  const scales = layerScales(shape).slice(0, -1);
  const data = { examples: count, inputs: basis, targets: new Float64Array(count * width) };
  return chainProblem({ sizes, scales, residual: false }, data).outputs(
    weights,
    new Float64Array(count * width),
  );
}

/** An orthonormal basis of the span of targets and images, q rows. */
function residualSpan(
  targets: Float64Array,
  images: Float64Array,
  outputs: number,
): { span: Float64Array; q: number } {
  const span = new Float64Array(targets.length + images.length);
  span.set(targets);
  span.set(images, targets.length);
  const q = orthonormalize(span, span.length / outputs, outputs);
  return { span: span.slice(0, q * outputs), q };
}

/** The first columns (as rows of `rank` × (d_y + rank)) of an orthogonal m × m matrix, of which d_y entries are as they are, and the others turned together. */
function sampleFrame(width: number, outputs: number, rank: number, random: Random): Float64Array {
  const tall = outputs + rank;
  if (width === tall) return randomFrame(rank, tall, random);
  const corner = fillNormal(random, new Float64Array(rank * outputs));
  const triangle = gaussianTriangle(width - outputs, rank, random);
  const rows = new Float64Array(rank * tall);
  for (let i = 0; i < rank; i++) {
    rows.set(corner.subarray(i * outputs, (i + 1) * outputs), i * tall);
    for (let p = 0; p < rank; p++) rows[i * tall + outputs + p] = triangle[p * rank + i]!;
  }
  orthonormalize(rows, rank, tall);
  return rows;
}

interface Narrow {
  readonly span: Float64Array;
  readonly q: number;
  readonly k: number;
  /** k × rank and q × k; times √m, the first and the last weights. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

function narrowStart(
  shape: DeepLinearShape,
  { examples, inputs, targets }: LinearData,
  { span, q, k, first, last }: Narrow,
): DeepLinearStart {
  const { depth, width, outputs } = shape;
  const sizes = [inputs.length / examples, ...new Array<number>(depth - 1).fill(k), q];
  const offsets = layerOffsets(sizes);
  const weights = new Float64Array(offsets[depth]!);
  weights.set(first);
  for (let l = 1; l < depth - 1; l++) for (let i = 0; i < k; i++) weights[offsets[l]! + i * (k + 1)] = 1;
  weights.set(last, offsets[depth - 1]!);
  for (let i = 0; i < weights.length; i++) weights[i]! *= Math.sqrt(width);
  const inSpan = innerProducts(targets, examples, span, q, outputs);
  return {
    chain: { sizes, scales: layerScales(shape), residual: false },
    data: { examples, inputs, targets: inSpan },
    weights,
  };
}

/** The products of each of `a`'s `count` rows with each of `b`'s `rows` rows, count × rows. */
function innerProducts(
  a: Float64Array,
  count: number,
  b: Float64Array,
  rows: number,
  length: number,
): Float64Array {
  const out = new Float64Array(count * rows);
  multiply(b, 0, rows, length, 1, a, out, count);
  return out;
}

/** PM for P of q × inner and M of inner × columns. */
function productOfRows(
  p: Float64Array,
  q: number,
  m: Float64Array,
  inner: number,
  columns: number,
): Float64Array {
  const out = new Float64Array(q * columns);
  for (let i = 0; i < q; i++)
    for (let j = 0; j < inner; j++)
      for (let k = 0; k < columns; k++) out[i * columns + k]! += p[i * inner + j]! * m[j * columns + k]!;
  return out;
}
