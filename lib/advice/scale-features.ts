/** How the columns of a table are brought to a scale: not at all, each to the same length, or without their mean and to the same spread. */
export type Scaling = "raw" | "length" | "standard";

export interface ScaledFeatures {
  /** How many columns are left. */
  readonly dimension: number;
  /** count × dimension, row-major. */
  readonly features: Float64Array;
  /** Columns (from 0) that are left out, since they hold nothing that could be scaled: all 0 or, without their mean, constant. */
  readonly leftOut: readonly number[];
}

/**
 * The columns of a table on another scale: `raw` as they are, `length` divided by the root of their mean square, `standard` without their mean and divided by their standard
 * deviation (that of the sample, /n). Predictions that are linear in the features do not change, but for the constant that `standard` takes off.
 * RangeError where no column would be left, or for a length that is not count × dimension. O(count·dimension).
 */
export function scaleFeatures(
  features: Float64Array,
  count: number,
  dimension: number,
  scaling: Scaling,
): ScaledFeatures {
  if (features.length !== count * dimension)
    throw new RangeError(`length of features must be ${count * dimension}: ${features.length}`);
  if (scaling === "raw") return { dimension, features, leftOut: [] };
  const columns = Array.from({ length: dimension }, (_, k) =>
    unitColumn(
      Float64Array.from({ length: count }, (_, i) => features[i * dimension + k]!),
      scaling,
    ),
  );
  const kept = columns.filter((column) => column !== null);
  if (kept.length === 0)
    throw new RangeError("features must not all be constant: there is none that differs");
  const scaled = new Float64Array(count * kept.length);
  kept.forEach((column, k) => column.forEach((value, i) => (scaled[i * kept.length + k] = value)));
  const leftOut = columns.flatMap((column, k) => (column === null ? [k] : []));
  return { dimension: kept.length, features: scaled, leftOut };
}

/** The column with mean square 1, for `standard` without its mean; null where that is 0 within rounding. Changes its argument. */
function unitColumn(column: Float64Array, scaling: "length" | "standard"): Float64Array | null {
  const size = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (size === 0) return null;
  // Values near the ends of the doubles have squares beyond them.
  for (let i = 0; i < column.length; i++) column[i]! /= size;
  if (scaling === "standard") {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    for (let i = 0; i < column.length; i++) column[i]! -= mean;
  }
  const spread = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0) / column.length);
  if (!(spread > CONSTANT)) return null;
  for (let i = 0; i < column.length; i++) column[i]! /= spread;
  return column;
}

/** What the rounding of a mean leaves of a constant column of size 1. */
const CONSTANT = 1e-14;
