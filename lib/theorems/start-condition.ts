import type { LinearData } from "../problems/deep-linear-data.ts";
import { deepLinearGram } from "../problems/deep-linear-gram.ts";
import {
  deepLinearChain,
  gaussianWeights,
  type DeepLinearShape,
  type DeepLinearStart,
} from "../problems/deep-linear-network.ts";
import { sampleDeepLinear } from "../problems/deep-linear-reduction.ts";
import { seededRandom } from "../random.ts";
import { symmetricEigenvalues } from "../spectra/symmetric-eigenvalues.ts";

/** A ratio above this says nothing: the smallest eigenvalue is then of the size of rounding. */
const MEASURABLE = 1e12;

/** κ(H₀) of a start: the largest eigenvalue of its Gram matrix over the smallest; NaN above 10¹². Cost: that of the matrix, and O(n³k³). */
export function startCondition({ chain, data, weights }: DeepLinearStart): number {
  const eigenvalues = symmetricEigenvalues(deepLinearGram(chain, data, weights), data.targets.length);
  const ratio = eigenvalues.at(-1)! / eigenvalues[0]!;
  return ratio > 0 && ratio < MEASURABLE ? ratio : NaN;
}

/** The same for weights drawn with the seed: Gaussian ones in full width, or orthogonal ones, whose cost does not depend on the width. */
export function drawnCondition(
  weights: "orthogonal" | "gaussian",
  shape: DeepLinearShape,
  data: LinearData,
  seed: number,
): number {
  const random = seededRandom(seed);
  return startCondition(
    weights === "orthogonal"
      ? sampleDeepLinear(shape, data, random)
      : { chain: deepLinearChain(shape), data, weights: gaussianWeights(shape, random) },
  );
}
