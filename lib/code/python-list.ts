import { pythonNumber } from "./python-number.ts";

/** Numbers as a list of Python, `[1.0, 0.5]`; each is read back to the last bit. RangeError for one that is not finite. O(n). */
export function pythonList(values: Iterable<number>): string {
  return `[${Array.from(values, pythonNumber).join(", ")}]`;
}

/**
 * A matrix, row-major, as a list of lists of Python, a row on each line. RangeError for a number that is not finite, or `columns` that do
 * not divide the number of values. O(n).
 */
export function pythonRows(values: Float64Array, columns: number): string {
  const rows = values.length / columns;
  if (!(Number.isInteger(columns) && columns >= 1 && Number.isInteger(rows)))
    throw new RangeError(`columns must be a whole number that divides ${values.length}: ${columns}`);
  const lines = Array.from({ length: rows }, (_, i) =>
    pythonList(values.subarray(i * columns, (i + 1) * columns)),
  );
  return `[\n${lines.map((line) => `    ${line},\n`).join("")}]`;
}
