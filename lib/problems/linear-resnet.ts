import { chainProblem, type Chain, type ChainProblem } from "./deep-linear-chain.ts";
import { orthonormalize } from "./deep-linear-basis.ts";
import { checkData, compressData, type LinearData } from "./deep-linear-data.ts";
import { multiply } from "./deep-linear-products.ts";
import type { Transformations } from "./linear-resnet-transformations.ts";
import type { Problem } from "./problem.ts";
import { fillNormal, type Random } from "../random.ts";

/**
 * 𝓛(W) = ½‖B(I + W_L)⋯(I + W₁)AX − Y‖²_F as a function of W₁, …, W_L, flat, L·m² numbers; a run starts at 0. On data from `compressData` it is the excess
 * over the best linear map, at a cost that does not depend on the number of examples. RangeError for a depth that is not whole and
 * positive, and for data that do not fit A and B. Cost per example: L·m² for the loss, 3L·m² for the gradient. Source: Zou et al. 2020, section 2.
 */
export function linearResNet(
  transformations: Transformations,
  depth: number,
  data: LinearData,
): ChainProblem {
  return throughLayers(transformations, depth, data, true);
}

/**
 * The same without the identity in each layer, 𝓛(W) = ½‖B W_L⋯W₁AX − Y‖²_F: the standard deep linear network that the ResNet is compared with. A run starts at
 * `standardWeights`. Source: Zou et al. 2020, section 5.2, after Du and Hu 2019.
 */
export function standardLinearNetwork(
  transformations: Transformations,
  depth: number,
  data: LinearData,
): ChainProblem {
  return throughLayers(transformations, depth, data, false);
}

/** Independent entries N(0, 1/m) for L layers of m × m: a vector keeps its length on average. */
export function standardWeights(width: number, depth: number, random: Random): Float64Array {
  const scale = 1 / Math.sqrt(width);
  return fillNormal(random, new Float64Array(depth * width * width)).map((x) => scale * x);
}

/**
 * The ResNet with a gradient by chance: each call draws B = batchSize of the n examples without replacement and writes G = (n/B)Σ∇ℓ(W; xᵢ, yᵢ), whose
 * expectation is the gradient; `run` with gradient descent is then SGD. The loss is the excess over all examples. The same `random` from the
 * same state draws the same batches. More than d examples of a batch are compressed to d, as in `compressData`, so that its size counts only there.
 * RangeError as `linearResNet`, and for a batch size that is not a whole number from 1 to n. Cost per gradient: O(Bd(d + k)) and 3L·m²·min{B, d}.
 * Source: Zou et al. 2020, Algorithm 1.
 */
export function linearResNetByBatches(
  transformations: Transformations,
  depth: number,
  data: LinearData,
  batchSize: number,
  random: Random,
): Problem {
  checkData(data);
  const { examples, inputs, targets } = data;
  if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= examples))
    throw new RangeError(`batchSize must be a whole number from 1 to ${examples}: ${batchSize}`);
  const whole = linearResNet(transformations, depth, compressData(data));
  const { width, into } = transformations;
  const [d, k] = [inputs.length / examples, targets.length / examples];
  const few = Math.min(batchSize, d);
  const batch = { examples: few, inputs: new Float64Array(few * width), targets: new Float64Array(few * k) };
  const sampled = chainProblem(chainOf(transformations, depth, true), batch);
  const order = Int32Array.from({ length: examples }, (_, i) => i);
  const [basis, points] = [new Float64Array(d * batchSize), new Float64Array(few * d)];
  const scale = Math.sqrt(examples / batchSize);
  return {
    dimension: whole.dimension,
    loss: (w) => whole.loss(w),
    gradient(w, out) {
      drawBatch(order, batchSize, random);
      if (batchSize <= d) gather();
      else compress();
      multiply(into, 0, width, d, 1, points, batch.inputs, few);
      return sampled.gradient(w, out);
    },
  };

  function gather(): void {
    for (let j = 0; j < batchSize; j++) {
      for (let i = 0; i < d; i++) points[j * d + i] = scale * inputs[order[j]! * d + i]!;
      for (let o = 0; o < k; o++) batch.targets[j * k + o] = scale * targets[order[j]! * k + o]!;
    }
  }

  function compress(): void {
    for (let i = 0; i < d; i++)
      for (let j = 0; j < batchSize; j++) basis[i * batchSize + j] = inputs[order[j]! * d + i]!;
    const rank = orthonormalize(basis, d, batchSize);
    points.fill(0);
    batch.targets.fill(0);
    for (let r = 0; r < rank; r++)
      for (let j = 0; j < batchSize; j++) {
        const share = scale * basis[r * batchSize + j]!;
        for (let i = 0; i < d; i++) points[r * d + i]! += share * inputs[order[j]! * d + i]!;
        for (let o = 0; o < k; o++) batch.targets[r * k + o]! += share * targets[order[j]! * k + o]!;
      }
  }
}

/** Brings `size` entries of `order`, drawn without replacement, to its front. Takes `size` numbers from `random`. */
export function drawBatch(order: Int32Array, size: number, random: Random): void {
  for (let j = 0; j < size; j++) {
    const other = j + Math.floor((order.length - j) * random());
    const drawn = order[other]!;
    order[other] = order[j]!;
    order[j] = drawn;
  }
}

function throughLayers(
  transformations: Transformations,
  depth: number,
  data: LinearData,
  residual: boolean,
): ChainProblem {
  checkData(data);
  const { width, into } = transformations;
  const { examples, inputs, targets } = data;
  const d = into.length / width;
  if (inputs.length !== examples * d)
    throw new RangeError(`length of inputs must be ${examples * d}: ${inputs.length}`);
  const first = new Float64Array(examples * width);
  multiply(into, 0, width, d, 1, inputs, first, examples);
  return chainProblem(chainOf(transformations, depth, residual), { examples, inputs: first, targets });
}

function chainOf({ width, outOf }: Transformations, depth: number, residual: boolean): Chain {
  if (!(Number.isInteger(depth) && depth >= 1))
    throw new RangeError(`depth must be a whole number of at least 1: ${depth}`);
  const sizes = new Array<number>(depth + 1).fill(width);
  return { sizes, scales: new Array<number>(depth).fill(1), residual, readout: outOf };
}
