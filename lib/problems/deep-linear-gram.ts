import { checkChain, layerOffsets, type Chain } from "./deep-linear-chain.ts";
import type { LinearData } from "./deep-linear-data.ts";
import { multiply, multiplyTransposed } from "./deep-linear-products.ts";

/**
 * H = JJᵀ for the derivative J of vec U by all weights, the matrix that moves the residuals of gradient descent: for the network of Wang et al. 2021
 * H = (1/(m^{L−1}d_y)) Σ_l (W^{(l−1:1)}X)ᵀ(W^{(l−1:1)}X) ⊗ W^{(L:l+1)}(W^{(L:l+1)})ᵀ. nk × nk, row-major, symmetric; entry (jk + o, j'k + o') belongs to
 * the outputs o of example j and o' of example j', which is vec of U column by column. RangeError for weights of another length.
 * Cost: O(L(n + k)m² + Ln²k²). Source: Wang et al. 2021, Lemma 8.
 */
export function deepLinearGram(chain: Chain, data: LinearData, weights: Float64Array): Float64Array {
  checkChain(chain, data);
  const { sizes, scales, residual, readout } = chain;
  const [n, depth] = [data.examples, scales.length];
  const k = data.targets.length / n;
  const offsets = layerOffsets(sizes);
  if (weights.length !== offsets[depth])
    throw new RangeError(`length of weights must be ${offsets[depth]}: ${weights.length}`);
  const forth = [data.inputs];
  for (let l = 1; l < depth; l++) {
    const next = new Float64Array(n * sizes[l]!);
    multiply(weights, offsets[l - 1]!, sizes[l]!, sizes[l - 1]!, scales[l - 1]!, forth[l - 1]!, next, n);
    forth.push(residual ? sum(next, forth[l - 1]!) : next);
  }
  const gram = new Float64Array((n * k) ** 2);
  let back = readout ?? identity(k);
  for (let l = depth; l >= 1; l--) {
    addKronecker(gram, scales[l - 1]! ** 2, products(forth[l - 1]!, n), products(back, k), n, k);
    if (l === 1) break;
    const below = new Float64Array(k * sizes[l - 1]!);
    multiplyTransposed(weights, offsets[l - 1]!, sizes[l]!, sizes[l - 1]!, scales[l - 1]!, back, below, k);
    back = residual ? sum(below, back) : below;
  }
  return gram;
}

/** The products of a matrix's `count` rows with one another. */
function products(rows: Float64Array, count: number): Float64Array {
  const out = new Float64Array(count * count);
  multiply(rows, 0, count, rows.length / count, 1, rows, out, count);
  return out;
}

/** Adds scale·(P ⊗ Q) for P of n × n and Q of k × k. */
function addKronecker(
  out: Float64Array,
  scale: number,
  p: Float64Array,
  q: Float64Array,
  n: number,
  k: number,
): void {
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      for (let o = 0; o < k; o++)
        for (let r = 0; r < k; r++)
          out[(a * k + o) * n * k + b * k + r]! += scale * p[a * n + b]! * q[o * k + r]!;
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x + b[i]!);
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
}
