import { dsvFormat } from "d3-dsv";
import { norm } from "../norm.ts";
import { cleanField, isNumber, numberIn, separatorOf, shownField } from "./csv-fields.ts";

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
  /** The lines (from 1) of two rows that point in the same direction, so that λ_min(H̄) = 0; null if there are none. */
  readonly sameDirection: readonly [number, number] | null;
}

const LARGEST_COUNT = 1000;
const LARGEST_DIMENSION = 10_000;
/** Unit rows nearer to each other than this have the same direction: some roundings of each entry. */
const SAME_DIRECTION = 1e-14;

/** A field with its place, for messages. */
interface Field {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a table of numbers: a row for each datum, features and one column with its label. The separator is the one of comma, semicolon and
 * tab that the first line has most of; a field may be in double quotes. A first line with a word among its features names the columns. Empty
 * lines are left out; a true minus sign counts as a hyphen.
 *
 * `labelColumn`: the column of the labels, from 1; left out, the last. Labels are finite numbers, or two different words, of which the first
 * to come is +1 and the other −1. Each row of features is divided by its Euclidean norm.
 *
 * RangeError that names line and column (from 1) for a field that is missing or no finite number, a row with more or fewer fields than the
 * first, a row of zeros, a third word; also for fewer than 2 rows, more than 1000, fewer than 2 columns, more than 10 000 features, or no
 * such column. Rows that have the same direction are a condition of the data, not an error: see `sameDirection`. O(n²d).
 */
export function readCsv(text: string, labelColumn?: number): LabelledData {
  const rows = readRows(text);
  const columns = rows[0]?.length ?? 0;
  const label = labelColumn ?? columns;
  checkColumns(columns, label);
  if (rows.length > 0 && isHeader(rows[0]!, label)) rows.shift();
  if (rows.length < 2) throw new RangeError(`rows must be at least 2: ${rows.length}`);
  if (rows.length > LARGEST_COUNT)
    throw new RangeError(`rows must be at most ${LARGEST_COUNT}: ${rows.length}`);
  const [count, dimension] = [rows.length, columns - 1];
  const points = new Float64Array(count * dimension);
  rows.forEach((row, i) =>
    fillPoint(points.subarray(i * dimension, (i + 1) * dimension), row, columns, label),
  );
  const labels = readLabels(rows.map((row) => row[label - 1]!));
  const pair = findSameDirection(points, count, dimension);
  const sameDirection = pair && ([rows[pair[0]]![0]!.line, rows[pair[1]]![0]!.line] as const);
  return { count, dimension, labels, points, sameDirection };
}

/** Lines that are not empty, as fields. */
function readRows(text: string): Field[][] {
  return dsvFormat(separatorOf(text))
    .parseRows(text.replace(/^\uFEFF/, ""))
    .map((row, i) => row.map((field, k) => ({ text: cleanField(field), line: i + 1, column: k + 1 })))
    .filter((row) => row.some((field) => field.text !== ""));
}

function checkColumns(columns: number, label: number): void {
  if (columns < 2) throw new RangeError(`columns must be at least 2, features and a label: ${columns}`);
  if (columns - 1 > LARGEST_DIMENSION)
    throw new RangeError(`features must be at most ${LARGEST_DIMENSION}: ${columns - 1}`);
  if (!(Number.isInteger(label) && label >= 1 && label <= columns))
    throw new RangeError(`labelColumn must be a whole number in [1, ${columns}]: ${label}`);
}

/** Whether a first line names its columns: every feature in it is a word. */
function isHeader(row: readonly Field[], label: number): boolean {
  return row.every(({ text, column }) => column === label || (text !== "" && !isNumber(text)));
}

function fillPoint(point: Float64Array, row: readonly Field[], columns: number, label: number): void {
  const { line } = row[0]!;
  if (row.length !== columns) throw new RangeError(`line ${line} must have ${columns} fields: ${row.length}`);
  const features = row.filter(({ column }) => column !== label);
  features.forEach((field, k) => (point[k] = readNumber(field)));
  const length = norm(point);
  if (length === 0) throw new RangeError(`line ${line} must have a feature that is not 0: all are 0`);
  for (let k = 0; k < point.length; k++) point[k]! /= length;
}

function readNumber({ text, line, column }: Field): number {
  const value = numberIn(text);
  if (!Number.isNaN(value)) return value;
  throw new RangeError(`line ${line}, column ${column} must be a finite number: ${shownField(text)}`);
}

function readLabels(fields: readonly Field[]): Float64Array {
  const missing = fields.find(({ text }) => text === "");
  if (missing)
    throw new RangeError(`line ${missing.line}, column ${missing.column} must be a label: ${shownField("")}`);
  if (fields.some(({ text }) => isNumber(text))) return Float64Array.from(fields, readNumber);
  const words = [...new Set(fields.map(({ text }) => text))];
  const third = fields.find(({ text }) => text === words[2]);
  if (third)
    throw new RangeError(
      `line ${third.line}, column ${third.column} must be ${words[0]} or ${words[1]}: ${shownField(third.text)}`,
    );
  return Float64Array.from(fields, ({ text }) => (text === words[0] ? 1 : -1));
}

/** The first two rows with the same direction. */
function findSameDirection(points: Float64Array, count: number, dimension: number): [number, number] | null {
  for (let i = 1; i < count; i++)
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let k = 0; k < dimension && square <= SAME_DIRECTION ** 2; k++)
        square += (points[i * dimension + k]! - points[j * dimension + k]!) ** 2;
      if (square <= SAME_DIRECTION ** 2) return [j, i];
    }
  return null;
}
