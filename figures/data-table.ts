import type { Size } from "./chart.ts";
import { columnsOf } from "./pairs.ts";

/** A column of a table: what it holds, in words and with its unit, and its numbers from the top down. */
export interface Column {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** What a figure shows, as numbers. A column may end before others do. */
export type DataTable = readonly Column[];

/** A figure of some data, which can be drawn, and told as numbers: all of them, as they were computed. */
export interface Drawing {
  draw(size: Size): SVGSVGElement;
  /** How high it is where its place does not say so (px), so that the place can be kept until it is drawn. */
  height(size: Size): number;
  table(): DataTable;
}

/** How many rows the longest column has. */
export function rowCount(table: DataTable): number {
  return table.reduce((count, { values }) => Math.max(count, values.length), 0);
}

/** At most `most` of `count` rows, evenly chosen, the first and the last among them. */
export function chosenRows(count: number, most: number): number[] {
  const chosen = Math.min(count, most);
  if (chosen < 2) return count > 0 ? [0] : [];
  return Array.from({ length: chosen }, (_, i) => Math.round((i * (count - 1)) / (chosen - 1)));
}

/** 0, 1, …, as a column, as long as the longest of others. */
export function countColumn(name: string, others: DataTable): Column {
  return { name, values: Array.from({ length: rowCount(others) }, (_, i) => i) };
}

/** Pairs `[x₀, y₀, x₁, y₁, …]` as two columns. */
export function pairColumns(xName: string, yName: string, pairs: Float64Array): [Column, Column] {
  const [xs, ys] = columnsOf(pairs);
  return [
    { name: xName, values: xs },
    { name: yName, values: ys },
  ];
}

/** A label of a figure as the name of a column: `*w*_(−1)` becomes w_−1, and `^(−2)` becomes ^−2. */
export function columnName(label: string): string {
  return label
    .replace(/([\^_])\(([^)]*)\)/g, "$1$2")
    .replaceAll("*", "")
    .replace(/\s+/g, " ");
}
