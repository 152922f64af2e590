import { dot, rect } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { hatching } from "./hatching.ts";
import { companionWidth, curveWidth } from "./method-style.ts";
import { formatCount, formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { linearTicks } from "./ticks.ts";

/** How many steps a method takes from each start, `[start, steps, …]`; NaN where it never arrives. */
export interface StartCurve {
  readonly name: string;
  readonly pairs: Float64Array;
  readonly role: "held" | "companion";
}

export interface StartSteps {
  readonly curves: readonly StartCurve[];
  /** Intervals of starts from which the held one never arrives: hatched. */
  readonly never: readonly (readonly [number, number])[];
  /** The start in hand. */
  readonly here: number;
  readonly xName: string;
  readonly yName: string;
}

/** Steps against the start, with the starts that lead nowhere hatched from the floor to the top. */
export function startSteps(data: StartSteps): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ curves, never, xName, yName }: StartSteps): DataTable {
  return [
    ...curves.flatMap(({ name, pairs }, i) =>
      pairColumns(
        columnName(xName) + (i > 0 ? ` (${i + 1})` : ""),
        `${columnName(yName)}: ${columnName(name)}`,
        pairs,
      ),
    ),
    { name: "never arrives, from", values: never.map(([low]) => low) },
    { name: "never arrives, to", values: never.map(([, high]) => high) },
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.8) : 300;
}

function draw({ curves, never, here, xName, yName }: StartSteps, size: Size): SVGSVGElement {
  const { width, narrow, height = heightIn(size) } = size;
  const all = curves.map(({ pairs }) => pointsOf(pairs));
  const shown = all.flat().filter(({ y }) => !Number.isNaN(y));
  const [left, right] = [Math.min(...shown.map(({ x }) => x)), Math.max(...shown.map(({ x }) => x))];
  const high = 1.08 * Math.max(...shown.map(({ y }) => y));
  const { pattern, fill } = hatching();
  const { svg } = chart({
    className: "start-steps",
    width,
    height,
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 50 },
    x: {
      domain: [left, right],
      ticks: linearTicks(left, right, narrow ? 4 : 7).map((value) => ({ value, label: formatShort(value) })),
      name: xName,
    },
    y: {
      domain: [0, high],
      ticks: linearTicks(0, high, 4).map((value) => ({ value, label: formatCount(value) })),
      name: yName,
    },
    marks: [
      rect(never, { x1: "0", x2: "1", y1: () => 0, y2: () => high, fill }),
      ...all.map((points, i) =>
        curve(points, {
          stroke: "var(--hb)",
          strokeWidth: curves[i]?.role === "held" ? curveWidth : companionWidth,
        }),
      ),
      curve(
        [
          { x: here, y: 0 },
          { x: here, y: high },
        ],
        { stroke: "var(--ink)", strokeWidth: 1.5 },
      ),
      dot([[here, 0]], { fill: "var(--ink)", r: 5 }),
    ],
    endLabels: narrow
      ? []
      : curves.map(({ name, role }, i) => ({
          ...(all[i]?.findLast(({ y }) => !Number.isNaN(y)) ?? { x: right, y: 0 }),
          text: name,
          colour: "var(--hb)",
          strong: role === "held",
        })),
  });
  svg.prepend(pattern);
  return svg;
}
