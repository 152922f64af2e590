import { fillNormal, seededRandom } from "../random.ts";
import { randomLabels } from "./sphere-points.ts";

/** Weights of a network that are drawn one by one. */
export interface ReluWeights {
  /** m rows of d values, row-major. */
  readonly weights: Float64Array;
  /** aᵣ = ±1, m of them. */
  readonly signs: Float64Array;
}

/** m = `width` neurons with weights wᵣ ~ N(0, I) in d = `dimension` dimensions and signs ±1 with equal chance, by seed. O(md). */
export function drawnWeights(width: number, dimension: number, seed: number): ReluWeights {
  const random = seededRandom(seed);
  return {
    weights: fillNormal(random, new Float64Array(width * dimension)),
    signs: randomLabels(random, width),
  };
}
