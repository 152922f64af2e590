/**
 * rateᵗ · constant for t = 0 … `steps`, length steps + 1. rate in [0, 1], constant finite or NaN (then all NaN).
 * The power is split in two around the constant, so that neither factor underflows before the product does.
 * Relative error about t·1e−16, from the rounding of the rate. O(steps).
 */
export function geometricBound(rate: number, constant: number, steps: number): Float64Array {
  const bound = new Float64Array(steps + 1);
  for (let t = 0; t <= steps; t++) {
    const half = rate ** (t / 2);
    bound[t] = half * constant * half;
  }
  return bound;
}
