import { norm } from "../norm.ts";
import { readTable, type Table } from "./table.ts";

/** A reader's own data, ready to train on. */
export interface LabelledData {
  /** Number of rows n. */
  readonly count: number;
  /** Number of features d. */
  readonly dimension: number;
  /** n labels: numbers as they stand, or +1 and −1 for two words. */
  readonly labels: Float64Array;
  /** n × d, row-major, each row of Euclidean norm 1. */
  readonly points: Float64Array;
}

const LARGEST_COUNT = 1000;
const LARGEST_DIMENSION = 10_000;

/**
 * Reads a table of directions: as `readTable` does, with each row of features divided by its Euclidean norm; the labels may all be the same. `labelColumn`: the column of
 * the labels, from 1; 0 is the last.
 *
 * RangeError as `readTable`, and for a row of zeros or more than 1000 rows or 10 000 features. Rows that have the same direction are a condition of the data (λ_min(H̄) = 0), not an error. O(nd).
 */
export function readCsv(text: string, labelColumn = 0): LabelledData {
  const { rows, count, dimension, labels, features, lines } = wholeTable(text, labelColumn);
  if (rows > LARGEST_COUNT) throw new RangeError(`rows must be at most ${LARGEST_COUNT}: ${rows}`);
  const points = features.slice();
  for (let i = 0; i < count; i++) {
    const point = points.subarray(i * dimension, (i + 1) * dimension);
    const length = norm(point);
    if (length === 0) throw new RangeError(`line ${lines[i]} must have a feature that is not 0: all are 0`);
    for (let k = 0; k < dimension; k++) point[k]! /= length;
  }
  return { count, dimension, labels, points };
}

function wholeTable(text: string, labelColumn: number): Table {
  const reading = readTable({
    text,
    labelColumn,
    mostFeatures: LARGEST_DIMENSION,
    most: LARGEST_COUNT,
    manyColumns: LARGEST_DIMENSION,
    mostOfWide: LARGEST_COUNT,
    seed: 0,
    labelsMayAgree: true,
  });
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
