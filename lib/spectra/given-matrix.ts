import { shownWord, typedNumber, withHyphens } from "../typed-number.ts";

/** A symmetric matrix that a reader typed. */
export interface GivenMatrix {
  readonly dimension: number;
  /** n × n, row-major, exactly symmetric. */
  readonly matrix: Float64Array;
}

const LARGEST_DIMENSION = 200;
/** How far apart two entries may be, of the largest in size: printed numbers have few digits. */
const ASYMMETRY = 1e-6;

/**
 * The symmetric matrix that a reader types: a row on each line, numbers separated by blanks, commas or semicolons; a true minus sign counts as a hyphen, and brackets are left out. Entries that
 * should be equal and differ by a rounding get their mean.
 * RangeError, with row and column (from 1), for what is no finite number, rows of other lengths, and entries that differ; also for no row, more than 200, and a matrix of zeros. O(n²).
 */
export function givenMatrix(text: string): GivenMatrix {
  const rows = withHyphens(text)
    .split(/[\r\n]+/)
    .map((line) => line.match(/[^\s,;[\]]+/g) ?? [])
    .filter((row) => row.length > 0);
  const n = rows.length;
  if (n < 1) throw new RangeError("matrix must have at least 1 row: 0");
  if (n > LARGEST_DIMENSION) throw new RangeError(`matrix must have at most ${LARGEST_DIMENSION} rows: ${n}`);
  const matrix = new Float64Array(n * n);
  rows.forEach((row, i) => {
    if (row.length !== n)
      throw new RangeError(`row ${i + 1} must have as many numbers as there are rows, ${n}: ${row.length}`);
    row.forEach((word, j) => (matrix[i * n + j] = entry(word, i, j)));
  });
  makeSymmetric(matrix, n);
  return { dimension: n, matrix };
}

function entry(word: string, row: number, column: number): number {
  const value = typedNumber(word);
  if (Number.isFinite(value)) return value;
  throw new RangeError(`row ${row + 1}, column ${column + 1} must be a finite number: ${shownWord(word)}`);
}

function makeSymmetric(matrix: Float64Array, n: number): void {
  const size = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (size === 0) throw new RangeError("matrix must have an entry that is not 0: all are 0");
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [below, above] = [matrix[i * n + j]!, matrix[j * n + i]!];
      if (Math.abs(below - above) > ASYMMETRY * size)
        throw new RangeError(
          `matrix must be symmetric, but row ${i + 1}, column ${j + 1} is ${below}, and its mirror image: ${above}`,
        );
      matrix[i * n + j] = matrix[j * n + i] = below / 2 + above / 2;
    }
}
