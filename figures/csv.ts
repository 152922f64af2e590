import { rowCount, type DataTable } from "./data-table.ts";

/**
 * A table as CSV after RFC 4180: a header line, then a line for each row, all ending in CR LF. Numbers are written so
 * that they can be read back as they were; where a column has ended, its field is empty.
 */
export function csvText(table: DataTable): string {
  const lines = Array.from({ length: rowCount(table) }, (_, row) =>
    table.map(({ values }) => (row < values.length ? String(values[row]) : "")),
  );
  return [table.map(({ name }) => quoted(name)), ...lines]
    .map((fields) => `${fields.join(",")}\r\n`)
    .join("");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
