import { arcCosineKernel } from "../problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../problems/gram.ts";
import { alongBasis } from "../spectra/along-basis.ts";
import { symmetricBasis } from "../spectra/symmetric-basis.ts";
import type { Modes } from "./modes.ts";

/**
 * The residual of an infinitely wide one-layer ReLU network whose predictions start at 0, ξ₀ = −y, along the eigenvectors of its kernel H̄, with the loss ½‖ξ‖².
 * `points` are count × dimension, row-major, each row of norm 1. RangeError as `gramMatrix` and `arcCosineKernel`, for labels that are all 0, and where H̄ has no inverse within
 * rounding, as when two rows are the same. Cost: O(count²·dimension + count³).
 */
export function reluModes(
  points: Float64Array,
  labels: Float64Array,
  count: number,
  dimension: number,
): Modes {
  if (!labels.some((label) => label !== 0)) throw new RangeError("labels must not all be 0");
  const basis = symmetricBasis(arcCosineKernel(gramMatrix(points, count, dimension), count), count);
  const [smallest, largest] = [basis.eigenvalues[0]!, basis.eigenvalues.at(-1)!];
  if (!(smallest > count * Number.EPSILON * largest))
    throw new RangeError(
      `smallest eigenvalue of the kernel must be positive, but two rows have almost the same direction: ${smallest}`,
    );
  return { eigenvalues: basis.eigenvalues, start: alongBasis(basis, labels) };
}
