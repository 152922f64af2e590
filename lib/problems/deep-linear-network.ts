import { chainProblem, layerOffsets, type Chain, type ChainProblem } from "./deep-linear-chain.ts";
import { randomFrame } from "./deep-linear-basis.ts";
import type { LinearData } from "./deep-linear-data.ts";
import { fillNormal, type Random } from "../random.ts";

/** The sizes of a deep linear network, U = W_L⋯W₁X/√(m^{L−1}d_y). */
export interface DeepLinearShape {
  /** L ≥ 2. */
  readonly depth: number;
  /** m. */
  readonly width: number;
  /** d. */
  readonly inputs: number;
  /** d_y. */
  readonly outputs: number;
}

/** A network with data and weights: what a run starts from. */
export interface DeepLinearStart {
  readonly chain: Chain;
  readonly data: LinearData;
  /** W₁, …, W_L, each row-major. */
  readonly weights: Float64Array;
}

/**
 * The layers of the network: W₁ is m × d, W_L is d_y × m, those between m × m. The factor 1/√(m^{L−1}d_y) is taken layer by layer, 1/√m for each
 * and 1/√d_y for the last: written out, it leaves the doubles at m = 50, L = 365. RangeError for sizes that are not whole and positive, L < 2.
 * Source: Wang et al. 2021, (4) and section 2.3.
 */
export function deepLinearChain(shape: DeepLinearShape): Chain {
  checkShape(shape);
  const { depth, width, inputs, outputs } = shape;
  const sizes = [inputs, ...new Array<number>(depth - 1).fill(width), outputs];
  return { sizes, scales: layerScales(shape), residual: false };
}

/** ℓ(W) = ½‖U − Y‖²_F of a network on its data, in the paper's own units: W has entries of size 1, and η is that of the paper. */
export function deepLinear({ chain, data }: Pick<DeepLinearStart, "chain" | "data">): ChainProblem {
  return chainProblem(chain, data);
}

/** 1/√m for the layers 1 … L − 1, 1/√d_y for the last. */
export function layerScales({ depth, width, outputs }: DeepLinearShape): readonly number[] {
  const scales = new Array<number>(depth).fill(1 / Math.sqrt(width));
  scales[depth - 1] = 1 / Math.sqrt(outputs);
  return scales;
}

/**
 * Weights drawn uniformly with W₁ᵀW₁ = mI, W_L W_Lᵀ = mI and W_lᵀW_l = mI between: each a frame of Haar measure times √m.
 * RangeError as in `deepLinearChain`, and for m < max{d, d_y}. Cost: O(Lm³). Source: Wang et al. 2021, section 2.3.
 */
export function orthogonalWeights(shape: DeepLinearShape, random: Random): Float64Array {
  const { depth, width, inputs, outputs } = shape;
  const offsets = layerOffsets(deepLinearChain(shape).sizes);
  if (!(width >= Math.max(inputs, outputs)))
    throw new RangeError(`width must be at least ${Math.max(inputs, outputs)}: ${width}`);
  const weights = new Float64Array(offsets[depth]!);
  const first = randomFrame(inputs, width, random);
  for (let i = 0; i < width; i++)
    for (let k = 0; k < inputs; k++) weights[i * inputs + k] = first[k * width + i]!;
  for (let l = 2; l < depth; l++) weights.set(randomFrame(width, width, random), offsets[l - 1]!);
  weights.set(randomFrame(outputs, width, random), offsets[depth - 1]!);
  for (let i = 0; i < weights.length; i++) weights[i]! *= Math.sqrt(width);
  return weights;
}

/** Weights with independent standard normal entries, for the same layers. RangeError as in `deepLinearChain`. Cost: O(Lm²). */
export function gaussianWeights(shape: DeepLinearShape, random: Random): Float64Array {
  const offsets = layerOffsets(deepLinearChain(shape).sizes);
  return fillNormal(random, new Float64Array(offsets[shape.depth]!));
}

function checkShape({ depth, width, inputs, outputs }: DeepLinearShape): void {
  if (!(Number.isInteger(depth) && depth >= 2))
    throw new RangeError(`depth must be a whole number of at least 2: ${depth}`);
  for (const [name, size] of Object.entries({ width, inputs, outputs }))
    if (!(Number.isInteger(size) && size >= 1))
      throw new RangeError(`${name} must be a whole number of at least 1: ${size}`);
}
