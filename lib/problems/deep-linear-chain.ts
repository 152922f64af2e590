import { checkData, type LinearData } from "./deep-linear-data.ts";
import { multiply, multiplyTransposed, sumOfOuterProducts } from "./deep-linear-products.ts";
import type { Problem } from "./problem.ts";

/** Layers F_l = s_l W_l F_{l−1}, to which a residual layer adds F_{l−1}, for l = 1 … L; U = E F_L, where E is the identity unless given. */
export interface Chain {
  /** d₀, d₁, …, d_L: W_l is d_l × d_{l−1}. Residual layers have equal sizes. */
  readonly sizes: readonly number[];
  /** s₁, …, s_L. */
  readonly scales: readonly number[];
  readonly residual: boolean;
  /** E, k × d_L, row-major; fixed. */
  readonly readout?: Float64Array;
}

/** The loss of a chain as a function of its weights, which are flat: W₁, W₂, …, W_L, each row-major. */
export interface ChainProblem extends Problem {
  /** U, n × k, one example after the other, written into `out` and returned. */
  outputs(w: Float64Array, out: Float64Array): Float64Array;
  /** The derivative of U at w in the direction v, n × k, written into `out` and returned. */
  derivative(w: Float64Array, v: Float64Array, out: Float64Array): Float64Array;
}

/**
 * ℓ(W) = ½‖U − Y‖²_F over n examples, and its gradient by one pass forth and one back. Room for the activations is allocated here, nothing later.
 * `data` are kept, not copied. RangeError for data or a readout that do not fit the sizes.
 * Cost: n·dimension multiplications for the loss, three times that for the gradient, and n·dimension for the outputs.
 */
export function chainProblem(chain: Chain, data: LinearData): ChainProblem {
  const { sizes, scales, residual, readout } = chain;
  checkChain(chain, data);
  const n = data.examples;
  const depth = scales.length;
  const last = sizes[depth]!;
  const k = data.targets.length / n;
  const offsets = layerOffsets(sizes);
  const forth = sizes.map((size, l) => (l === 0 ? data.inputs : new Float64Array(n * size)));
  const back = sizes.map((size) => new Float64Array(n * size));
  const residuals = readout ? new Float64Array(n * k) : back[depth]!;

  function forward(w: Float64Array): void {
    for (let l = 1; l <= depth; l++) {
      multiply(w, offsets[l - 1]!, sizes[l]!, sizes[l - 1]!, scales[l - 1]!, forth[l - 1]!, forth[l]!, n);
      if (residual) add(forth[l]!, forth[l - 1]!);
    }
  }

  function read(from: Float64Array, out: Float64Array): Float64Array {
    if (readout) multiply(readout, 0, k, last, 1, from, out, n);
    else out.set(from);
    return out;
  }

  function outputs(w: Float64Array, out: Float64Array): Float64Array {
    forward(w);
    return read(forth[depth]!, out);
  }

  function subtractTargets(): void {
    for (let i = 0; i < residuals.length; i++) residuals[i]! -= data.targets[i]!;
  }

  return {
    dimension: offsets[depth]!,
    outputs,
    loss(w) {
      outputs(w, residuals);
      subtractTargets();
      let squares = 0;
      for (let i = 0; i < residuals.length; i++) squares += residuals[i]! * residuals[i]!;
      return squares / 2;
    },
    gradient(w, out) {
      outputs(w, residuals);
      subtractTargets();
      if (readout) multiplyTransposed(readout, 0, k, last, 1, residuals, back[depth]!, n);
      for (let l = depth; l >= 1; l--) {
        const rows = sizes[l]!;
        const columns = sizes[l - 1]!;
        const scale = scales[l - 1]!;
        sumOfOuterProducts(back[l]!, forth[l - 1]!, n, scale, out, offsets[l - 1]!, rows, columns);
        if (l === 1) break;
        multiplyTransposed(w, offsets[l - 1]!, rows, columns, scale, back[l]!, back[l - 1]!, n);
        if (residual) add(back[l - 1]!, back[l]!);
      }
      return out;
    },
    derivative(w, v, out) {
      forward(w);
      back[0]!.fill(0);
      for (let l = 1; l <= depth; l++) {
        const rows = sizes[l]!;
        const columns = sizes[l - 1]!;
        multiply(w, offsets[l - 1]!, rows, columns, scales[l - 1]!, back[l - 1]!, back[l]!, n);
        if (residual) add(back[l]!, back[l - 1]!);
        addProduct(v, l, back[l]!);
      }
      return read(back[depth]!, out);
    },
  };

  function addProduct(v: Float64Array, l: number, out: Float64Array): void {
    const [rows, columns, scale] = [sizes[l]!, sizes[l - 1]!, scales[l - 1]!];
    const [from, at] = [forth[l - 1]!, offsets[l - 1]!];
    for (let j = 0; j < n; j++)
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let c = 0; c < columns; c++) sum += v[at + i * columns + c]! * from[j * columns + c]!;
        out[j * rows + i]! += scale * sum;
      }
  }
}

/** Where W₁, …, W_L begin in the vector of all weights, and its length at the end. */
export function layerOffsets(sizes: readonly number[]): readonly number[] {
  const offsets = [0];
  for (let l = 1; l < sizes.length; l++) offsets.push(offsets[l - 1]! + sizes[l]! * sizes[l - 1]!);
  return offsets;
}

function add(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += from[i]!;
}

/** RangeError where data or a readout do not fit the sizes. */
export function checkChain({ sizes, scales, readout }: Chain, data: LinearData): void {
  checkData(data);
  const { examples, inputs, targets } = data;
  const [d, k] = [inputs.length / examples, targets.length / examples];
  if (d !== sizes[0])
    throw new RangeError(`length of inputs must be ${examples * sizes[0]!}: ${inputs.length}`);
  const last = sizes[scales.length]!;
  if (readout && readout.length !== k * last)
    throw new RangeError(`length of readout must be ${k * last}: ${readout.length}`);
  if (!readout && k !== last)
    throw new RangeError(`length of targets must be ${examples * last}: ${targets.length}`);
}
