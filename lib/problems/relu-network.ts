import type { Problem } from "./problem.ts";

/** The data and the signs of a one-layer network: n = `count` rows of d = `dimension` values, n labels, m signs ±1. */
export interface ReluNetworkData {
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly signs: Float64Array;
}

/** The loss as a function of the weights, and what it is made of. */
export interface ReluNetwork extends Problem {
  /** n. */
  readonly count: number;
  /** Δ = f − y, n values, into `out`. O(mnd). */
  errors(w: Float64Array, out: Float64Array): Float64Array;
}

/**
 * ½Σᵢ(fᵢ − yᵢ)² for fᵢ = (1/√m) Σᵣ aᵣ max{wᵣᵀxᵢ, 0} as a function of the weights w, m rows of d values, row-major: a small network as it stands, in weight space, with
 * none of the shortcuts of `lib/methods/relu`. On a kink the slope is that of an active neuron. The arrays are kept, not copied.
 * RangeError for lengths that differ. Loss and gradient: O(mnd).
 */
export function reluNetwork({ points, labels, count, dimension, signs }: ReluNetworkData): ReluNetwork {
  if (points.length !== count * dimension)
    throw new RangeError(`length of points must be ${count * dimension}: ${points.length}`);
  if (labels.length !== count) throw new RangeError(`length of labels must be ${count}: ${labels.length}`);
  const width = signs.length;
  if (width === 0) throw new RangeError("length of signs must be at least 1: 0");
  const share = 1 / Math.sqrt(width);
  const products = new Float64Array(width * count);
  const delta = new Float64Array(count);
  const errors = (w: Float64Array, out: Float64Array): Float64Array => {
    for (let i = 0; i < count; i++) out[i] = -labels[i]!;
    for (let r = 0; r < width; r++)
      for (let i = 0; i < count; i++) {
        let z = 0;
        for (let k = 0; k < dimension; k++) z += w[r * dimension + k]! * points[i * dimension + k]!;
        products[r * count + i] = z;
        if (z > 0) out[i]! += share * signs[r]! * z;
      }
    return out;
  };
  return {
    dimension: width * dimension,
    count,
    errors,
    loss: (w) => errors(w, delta).reduce((sum, error) => sum + (error * error) / 2, 0),
    gradient(w, out) {
      errors(w, delta);
      out.fill(0);
      for (let r = 0; r < width; r++)
        for (let i = 0; i < count; i++) {
          if (products[r * count + i]! < 0) continue;
          const push = share * signs[r]! * delta[i]!;
          for (let k = 0; k < dimension; k++) out[r * dimension + k]! += push * points[i * dimension + k]!;
        }
      return out;
    },
  };
}
