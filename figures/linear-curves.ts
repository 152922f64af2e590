import { dot } from "@observablehq/plot";
import { chart, type Note, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke, companionWidth, curveWidth, heldCurveWidth } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { linearTicks } from "./ticks.ts";

/** A quantity at some places, as pairs `[x₀, y₀, x₁, y₁, …]`, x ascending; NaN leaves a gap. */
export interface LinearCurve {
  /** What stands at its end; nothing, if empty. */
  readonly name: string;
  readonly pairs: Float64Array;
  /** A colour of the page; ink where the quantity belongs to no method. */
  readonly colour?: string;
  /** A line, if left out; a law is a dashed line, a companion a thin one. */
  readonly role?: "held" | "law" | "companion";
}

export interface LinearCurvesData {
  /** The names of the axes, and the range of the vertical one; what lies outside is clipped. */
  readonly x: string;
  readonly y: string;
  readonly range: readonly [number, number];
  readonly curves: readonly LinearCurve[];
  /** A place that is named. */
  readonly place?: { readonly x: number; readonly y: number; readonly text: string };
}

/** Quantities against another one, both axes linear. */
export function linearCurves(data: LinearCurvesData): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ x, y, curves, place }: LinearCurvesData): DataTable {
  const columns = curves.flatMap(({ name, pairs }, i) =>
    pairColumns(
      columnName(x) + (i > 0 ? ` (${i + 1})` : ""),
      `${columnName(y)}: ${columnName(name) || i + 1}`,
      pairs,
    ),
  );
  if (!place) return columns;
  const text = columnName(place.text);
  return [
    ...columns,
    { name: `${text}: ${columnName(x)}`, values: [place.x] },
    { name: text, values: [place.y] },
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.8) : 300;
}

function draw(data: LinearCurvesData, { width, height, narrow }: Size): SVGSVGElement {
  const { x, y, range, curves, place } = data;
  const [low, high] = range;
  const all = curves.flatMap(({ pairs }) => drawnPoints(pairs).map((point) => point.x));
  const [left, right] = [Math.min(...all), Math.max(...all)];
  const longest = Math.max(...curves.map(({ name }) => columnName(name).length));
  const tick = (value: number) => ({ value, label: formatShort(value) });
  return chart({
    className: "linear-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 14 : 24 + 7.2 * longest, bottom: 46, left: 46 },
    x: { domain: [left, right], ticks: linearTicks(left, right, narrow ? 4 : 7).map(tick), name: x },
    y: { domain: [low, high], ticks: linearTicks(low, high, 5).map(tick), name: y, strong: 0 },
    marks: [
      ...curves.map(({ pairs, colour = "var(--ink)", role }) =>
        curve(drawnPoints(pairs), {
          stroke: colour,
          strokeLinejoin: "round",
          ...(role === "law" ? boundStroke : { strokeWidth: widths[role ?? "curve"] }),
        }),
      ),
      ...(place ? [dot([place], { x: "x", y: "y", r: 4.5, stroke: "var(--ink)", strokeWidth: 1.5 })] : []),
    ],
    notes: place ? [noteAt(place, (left + right) / 2)] : [],
    endLabels: narrow
      ? []
      : curves.flatMap(({ name, pairs, colour = "var(--ink)", role }) => {
          const end = drawnPoints(pairs).findLast((point) => point.y >= low && point.y <= high);
          return name && end ? [{ ...end, text: name, colour, strong: role === "held" }] : [];
        }),
  }).svg;
}

const widths = { held: heldCurveWidth, curve: curveWidth, companion: companionWidth };

function noteAt({ x, y, text }: { x: number; y: number; text: string }, middle: number): Note {
  const side = x < middle ? ({ anchor: "start", dx: 9 } as const) : ({ anchor: "end", dx: -9 } as const);
  return { x, y, ...side, dy: -8, text, className: "ink" };
}

/** What has run away is far outside, and no number too large to draw. */
function drawnPoints(pairs: Float64Array): Point[] {
  return pointsOf(pairs, (value) => Math.max(-1e6, Math.min(value, 1e6)));
}
