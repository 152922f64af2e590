import { arcCosineKernel } from "./arc-cosine-kernel.ts";
import { gramRoot, type GramRoot } from "./gram-root.ts";
import { gramMatrix } from "./gram.ts";

/** What a one-layer ReLU network knows of its data: their products and their labels. */
export interface ReluData extends GramRoot {
  /** n. */
  readonly count: number;
  /** y, n labels. */
  readonly labels: Float64Array;
  /** G = XXᵀ, n × n, row-major. */
  readonly gram: Float64Array;
  /** H̄, n × n, row-major: `arcCosineKernel`. */
  readonly kernel: Float64Array;
}

/**
 * The data of a network u = (1/√m) Σᵣ aᵣ max(Xwᵣ, 0) with loss ½‖u − y‖²: `points` are n = count unit rows of d = dimension values,
 * row-major, `labels` n finite numbers. In training, pre-activations zᵣ = Xwᵣ stay in z = z(0) + range(G), so that X is not needed.
 * RangeError for lengths that differ, a label that is not finite, and as `gramMatrix` and `activeShares`. O(n²d + n³).
 */
export function reluData(
  points: Float64Array,
  labels: Float64Array,
  count: number,
  dimension: number,
): ReluData {
  if (labels.length !== count) throw new RangeError(`length of labels must be ${count}: ${labels.length}`);
  const unusable = labels.find((label) => !Number.isFinite(label));
  if (unusable !== undefined) throw new RangeError(`labels must be finite: ${unusable}`);
  const gram = gramMatrix(points, count, dimension);
  const kernel = arcCosineKernel(gram, count);
  return { count, labels, gram, kernel, ...gramRoot(gram, count) };
}
