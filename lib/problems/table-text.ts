import { csvFormatRows } from "d3-dsv";
import type { Table } from "./table.ts";

/** A table as text, comma-separated under the names of its columns, so that `readTable` with its label column gives the same numbers again. O(numbers). */
export function tableText({ columns, labelColumn, count, dimension, features, labels }: Table): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const row = Array.from(features.subarray(i * dimension, (i + 1) * dimension), String);
    row.splice(labelColumn - 1, 0, String(labels[i]));
    return row;
  });
  return csvFormatRows([[...columns], ...rows]);
}
