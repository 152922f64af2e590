import { dot, link } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import type { DataTable, Drawing } from "./data-table.ts";

/** The fixed maps of a linear ResNet, row-major: A, m × d, and B, k × m. */
export interface TransformationDiagram {
  readonly width: number;
  readonly into: Float64Array;
  readonly outOf: Float64Array;
}

const HEIGHT = 210;

/** Inputs, hidden variables and outputs as three columns of dots, and each entry of A and B that is not 0 as a line: the larger, the stronger; dashed, negative. */
export function transformationDiagram(data: TransformationDiagram): Drawing {
  return { draw: (size) => draw(data, size), height: () => HEIGHT, table: () => table(data) };
}

function table(data: TransformationDiagram): DataTable {
  const named = (side: string, lines: readonly Line[]) => [
    { name: `${side}: from`, values: lines.map(({ from }) => from + 1) },
    { name: `${side}: to`, values: lines.map(({ to }) => to + 1) },
    { name: `${side}: entry`, values: lines.map(({ entry }) => entry) },
  ];
  const { into, outOf } = linesOf(data);
  return [...named("A", into), ...named("B", outOf)];
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly entry: number;
}

function linesOf({ width, into, outOf }: TransformationDiagram): { into: Line[]; outOf: Line[] } {
  const d = into.length / width;
  const entriesOf = (matrix: Float64Array, columns: number): Line[] =>
    Array.from(matrix, (entry, e) => ({ from: e % columns, to: Math.floor(e / columns), entry })).filter(
      ({ entry }) => entry !== 0,
    );
  return { into: entriesOf(into, d), outOf: entriesOf(outOf, width) };
}

function draw(data: TransformationDiagram, { width, height }: Size): SVGSVGElement {
  const { into, outOf } = linesOf(data);
  const [d, m, k] = [data.into.length / data.width, data.width, data.outOf.length / data.width];
  const side = Math.min(width, 320);
  const at = (index: number, count: number) => (count === 1 ? 0.5 : 1 - index / (count - 1));
  // The fewer stand in the middle of the more.
  const place = (index: number, count: number) => 0.5 + (at(index, count) - 0.5) * (count / m);
  const drawn = (lines: readonly Line[], x1: number, counts: readonly [number, number]) => {
    const largest = Math.max(...lines.map(({ entry }) => Math.abs(entry)), 1e-300);
    return [1, -1].map((sign) =>
      link(
        lines
          .filter(({ entry }) => entry * sign > 0)
          .map(({ from, to, entry }) => ({
            x1,
            x2: x1 + 1,
            y1: place(from, counts[0]),
            y2: place(to, counts[1]),
            weight: Math.abs(entry) / largest,
          })),
        {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          stroke: "var(--ink)",
          strokeWidth: ({ weight }: { weight: number }) => 0.4 + 1.6 * weight,
          strokeOpacity: ({ weight }: { weight: number }) => 0.25 + 0.75 * weight,
          ...(sign < 0 ? { strokeDasharray: "3 3" } : {}),
        },
      ),
    );
  };
  const dots = [d, m, k].flatMap((count, column) =>
    Array.from({ length: count }, (_, i) => ({ x: column, y: place(i, count) })),
  );
  return chart({
    className: "transformation-diagram",
    width: side,
    height: height ?? HEIGHT,
    margin: { top: 30, right: 24, bottom: 10, left: 24 },
    x: { domain: [-0.06, 2.06], ticks: [], name: "" },
    y: { domain: [-0.05, 1.05], ticks: [], name: "" },
    marks: [
      ...drawn(into, 0, [d, m]),
      ...drawn(outOf, 1, [m, k]),
      dot(dots, { x: "x", y: "y", r: 3.2, fill: "var(--ink)" }),
    ],
    notes: [
      { x: 0.5, y: 1.05, dy: -12, text: "*A*", anchor: "middle" },
      { x: 1, y: 1.05, dy: -12, text: "hidden", anchor: "middle" },
      { x: 1.5, y: 1.05, dy: -12, text: "*B*", anchor: "middle" },
    ],
    bare: true,
  }).svg;
}
