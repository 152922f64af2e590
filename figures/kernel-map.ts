import { rect } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import type { DataTable, Drawing } from "./data-table.ts";

/** A symmetric matrix, n × n, row-major. */
export interface KernelMapData {
  readonly matrix: Float64Array;
  readonly count: number;
}

/** No square is larger than this (px). */
const LARGEST_SQUARE = 36;

/** A kernel as squares of ink, as deep as the entry is large beside the largest; negative entries are hollow. */
export function kernelMap(data: KernelMapData): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => sideIn(size, data.count),
    table: () => table(data),
  };
}

function table({ matrix, count }: KernelMapData): DataTable {
  const column = (j: number) => Float64Array.from({ length: count }, (_, i) => matrix[i * count + j] ?? NaN);
  return [
    { name: "row", values: Array.from({ length: count }, (_, i) => i + 1) },
    ...Array.from({ length: count }, (_, j) => ({ name: `column ${j + 1}`, values: column(j) })),
  ];
}

function sideIn({ width, height = Infinity }: Size, count: number): number {
  return Math.min(width, height, LARGEST_SQUARE * count);
}

function draw({ matrix, count }: KernelMapData, size: Size): SVGSVGElement {
  const side = sideIn(size, count);
  const largest = matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0) || 1;
  const squares = Array.from(matrix, (entry, k) => ({
    x: k % count,
    y: count - 1 - Math.floor(k / count),
    depth: Math.abs(entry) / largest,
    isNegative: entry < 0,
  }));
  const square = { x1: "x", y1: "y", x2: nextOf("x"), y2: nextOf("y"), inset: 1 } as const;
  const { svg } = chart({
    className: "kernel-map",
    width: side,
    height: side,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { domain: [0, count], ticks: [], name: "" },
    y: { domain: [0, count], ticks: [], name: "" },
    marks: [
      rect(
        squares.filter(({ isNegative }) => !isNegative),
        { ...square, fill: "var(--ink)", fillOpacity: "depth" },
      ),
      rect(
        squares.filter(({ isNegative }) => isNegative),
        { ...square, fill: "none", stroke: "var(--ink)", strokeOpacity: "depth", strokeWidth: 1.5 },
      ),
    ],
    bare: true,
  });
  return svg;
}

function nextOf(key: "x" | "y") {
  return (square: { x: number; y: number }) => square[key] + 1;
}
