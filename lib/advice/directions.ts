import { norm } from "../norm.ts";
import { seededRandom } from "../random.ts";

/** Rows as a network sees them: their directions, each once. */
export interface Directions {
  readonly count: number;
  /** count × dimension, each row of norm 1. */
  readonly points: Float64Array;
  readonly labels: Float64Array;
  /** How many rows were drawn, in their order; how many of them were left out since they are 0, and since an earlier one has their direction. */
  readonly drawn: number;
  readonly zeros: number;
  readonly repeated: number;
}

/** A network gets at most that many rows. */
export const MOST_NETWORK_ROWS = 400;

/** Unit rows nearer to each other than this count as one: their kernel has an eigenvalue of about its square. */
const SAME = 1e-7;

/**
 * At most `most` of the rows, drawn with `seed` where there are more, each divided by its norm; rows of zeros and rows in the direction of an earlier one are left out.
 * `features` is rows × dimension, row-major. RangeError where fewer than 2 would be left. O(most²·dimension).
 */
export function directionsOf(
  features: Float64Array,
  labels: Float64Array,
  dimension: number,
  { most, seed }: { readonly most: number; readonly seed: number },
): Directions {
  const rows = drawnRows(labels.length, most, seed);
  const kept: { readonly point: Float64Array; readonly label: number }[] = [];
  let [zeros, repeated] = [0, 0];
  for (const row of rows) {
    const point = features.slice(row * dimension, (row + 1) * dimension);
    const length = norm(point);
    if (length === 0) {
      zeros++;
      continue;
    }
    for (let k = 0; k < dimension; k++) point[k]! /= length;
    if (kept.some((other) => areNear(point, other.point))) repeated++;
    else kept.push({ point, label: labels[row]! });
  }
  if (kept.length < 2) throw new RangeError(`rows must have at least 2 directions: ${kept.length}`);
  const points = new Float64Array(kept.length * dimension);
  kept.forEach(({ point }, i) => points.set(point, i * dimension));
  return {
    count: kept.length,
    points,
    labels: Float64Array.from(kept, ({ label }) => label),
    drawn: rows.length,
    zeros,
    repeated,
  };
}

/** All rows, or `most` of them, each as likely, in their order (selection sampling). */
function drawnRows(count: number, most: number, seed: number): number[] {
  const random = seededRandom(seed);
  const rows: number[] = [];
  for (let i = 0; i < count && rows.length < most; i++)
    if (count <= most || random() * (count - i) < most - rows.length) rows.push(i);
  return rows;
}

function areNear(a: Float64Array, b: Float64Array): boolean {
  let square = 0;
  for (let k = 0; k < a.length && square <= SAME ** 2; k++) square += (a[k]! - b[k]!) ** 2;
  return square <= SAME ** 2;
}
