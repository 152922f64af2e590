/** How far from 1 the squared norm of a point may be: wide for rounding, narrow for data that were never normalised. */
const SQUARE_TOLERANCE = 2e-9;

/**
 * The Gram matrix of an infinitely wide one-layer ReLU network, H̄ᵢⱼ = cᵢⱼpᵢⱼ with cᵢⱼ = xᵢᵀxⱼ and pᵢⱼ = (π − arccos cᵢⱼ)/(2π), from the
 * Gram matrix of its data: the expectation of `reluGram` for weights w ~ N(0, I).
 *
 * `gram` holds G = XXᵀ, n × n, row-major and symmetric, of n = `count` points of norm 1. Returns n × n values, row-major; diagonal Gᵢᵢ/2.
 * Points that are equal to the last bit give equal rows, so that H̄ is exactly singular; opposite ones give an entry 0. For cosines within
 * ε of ±1 an entry carries the error √(2⁻⁵³/ε) of any angle that is found from its cosine: `reluGramMatrix` works from the points.
 *
 * RangeError as `activeShares`. Cost: O(n²). Source: Wang et al. 2021, eq. (3) and Lemma 17; Bu et al. 2021, Fact 2.2.
 */
export function arcCosineKernel(gram: Float64Array, count: number): Float64Array {
  return activeShares(gram, count).map((share, k) => gram[k]! * share);
}

/**
 * pᵢⱼ = P(wᵀxᵢ ≥ 0, wᵀxⱼ ≥ 0) = (π − arccos cᵢⱼ)/(2π) for w ~ N(0, I): the share of neurons that are active on both of two points. ½ on the
 * diagonal. With it, E‖Ĥ(W) − H̄‖²_F = (1/m) Σᵢⱼ cᵢⱼ² pᵢⱼ(1 − pᵢⱼ) at width m.
 *
 * `gram` as in `arcCosineKernel`. RangeError if `count` is less than 1, if the length of `gram` is not n², or if an entry of its diagonal
 * is not 1 (within 2e-9). Cost: O(n²).
 */
export function activeShares(gram: Float64Array, count: number): Float64Array {
  checkGram(gram, count);
  const shares = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const product = gram[i * count + j]!;
      // For equal points this is exactly the product, and the angle 0; √(1 − c²) would leave 1e-8 of it.
      const scale = Math.sqrt(gram[i * count + i]! * gram[j * count + j]!);
      const sine = Math.sqrt(Math.max(0, (scale - product) * (scale + product)));
      shares[i * count + j] = (Math.PI - Math.atan2(sine, product)) / (2 * Math.PI);
    }
  return shares;
}

function checkGram(gram: Float64Array, count: number): void {
  if (!(count >= 1)) throw new RangeError(`count must be at least 1: ${count}`);
  if (gram.length !== count * count)
    throw new RangeError(`length of gram must be ${count * count}: ${gram.length}`);
  for (let i = 0; i < count; i++) {
    const square = gram[i * count + i]!;
    if (!(Math.abs(square - 1) <= SQUARE_TOLERANCE))
      throw new RangeError(`squared norm of point ${i} must be 1: ${square}`);
  }
}
