import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { FURTHER_AXIS, horizontalAxis } from "./horizontal-axis.ts";
import { boundStroke, companionWidth, curveWidth, heldCurveWidth } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { logTicks, powerTick, type Tick } from "./ticks.ts";

/** A positive quantity at some places, as pairs `[x₀, y₀, x₁, y₁, …]`, x ascending; NaN leaves a gap. */
export interface LogCurve {
  /** What stands at its end; nothing, if empty. */
  readonly name: string;
  readonly pairs: Float64Array;
  /** A colour of the page; ink where the quantity belongs to no method. */
  readonly colour?: string;
  /** Dots joined by a line, if left out; a law is a dashed line, a companion a thin one; measured values are dots alone, and a mark is a large one. */
  readonly role?: "held" | "law" | "companion" | "measured" | "mark" | "curve";
}

export interface LogCurvesData {
  /** The names of the axes. */
  readonly x: string;
  readonly y: string;
  readonly curves: readonly LogCurve[];
  /** The least and the greatest value that are shown at most. */
  readonly range?: readonly [number, number];
  /** A second horizontal axis: the first in other units, of which it has `perUnit` in one of its own. */
  readonly further?: { readonly name: string; readonly perUnit: number };
}

/** Quantities against another one, both axes logarithmic. */
export function logCurves(data: LogCurvesData): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => heightIn(data, size),
    table: () => table(data),
  };
}

function table({ x, y, curves }: LogCurvesData): DataTable {
  return curves.flatMap(({ name, pairs }, i) =>
    pairColumns(
      columnName(x) + (i > 0 ? ` (${i + 1})` : ""),
      `${columnName(y)}: ${columnName(name) || i + 1}`,
      pairs,
    ),
  );
}

function heightIn({ further }: LogCurvesData, { width, narrow }: Size): number {
  const height = Math.round(narrow ? width * 0.8 : Math.min(420, Math.max(300, 0.68 * width)));
  return height + (further ? FURTHER_AXIS : 0);
}

function draw(data: LogCurvesData, size: Size): SVGSVGElement {
  const { x, y, curves, range = [0, Infinity], further } = data;
  const { width, narrow, height = heightIn(data, size) } = size;
  const shown = curves.flatMap(({ pairs }) => drawnPoints(pairs)).filter((point) => point.y > 0);
  const [left, right] = extent(shown.map((point) => point.x));
  const [least, most] = extent(shown.map((point) => point.y));
  const low = 10 ** Math.floor(Math.log10(Math.max(least, range[0])) + 1e-9);
  const high = Math.max(10 * low, 10 ** Math.ceil(Math.log10(Math.min(most, range[1])) - 1e-9));
  const longest = Math.max(...curves.map(({ name }) => columnName(name).length));
  const margin = {
    top: 34,
    right: narrow ? 20 : 30 + 7 * longest,
    bottom: 46 + (further ? FURTHER_AXIS : 0),
    left: 50,
  };
  const drawn = chart({
    className: "log-curves",
    width,
    height,
    margin,
    x: { type: "log", domain: [left / 1.06, right * 1.06], ticks: roundTicks(left, right), name: x },
    // Room for the dots at the edges.
    y: {
      type: "log",
      domain: [low / 1.15, high * 1.15],
      ticks: logTicks(low, high, 6).map(powerTick),
      name: y,
    },
    marks: curves.flatMap(({ pairs, colour = "var(--ink)", role = "curve" }) => {
      const points = drawnPoints(pairs);
      return [
        ...(role === "measured" || role === "mark"
          ? []
          : [curve(points, { stroke: colour, ...strokes[role] })]),
        ...(role === "law" || role === "companion"
          ? []
          : [dot(points, { x: "x", y: "y", fill: colour, ...(role === "mark" ? markStyle : { r: 3.2 }) })]),
      ];
    }),
    endLabels: narrow
      ? []
      : curves.flatMap(({ name, pairs, colour = "var(--ink)", role }) => {
          const end = drawnPoints(pairs).findLast((point) => point.y >= low && point.y <= high);
          return name && end ? [{ ...end, text: name, colour, strong: role === "held" }] : [];
        }),
  });
  if (further) {
    const { name, perUnit } = further;
    const ticks = roundTicks(left * perUnit, right * perUnit).map((tick) => ({
      ...tick,
      value: tick.value / perUnit,
    }));
    const top = height - margin.bottom + 4 + FURTHER_AXIS;
    drawn.svg.append(
      horizontalAxis(name, ticks, drawn.x, { top, left: margin.left, right: width - margin.right }),
    );
  }
  return drawn.svg;
}

const markStyle = { r: 6, stroke: "var(--paper)", strokeWidth: 2 };

const strokes = {
  held: { strokeWidth: heldCurveWidth },
  curve: { strokeWidth: curveWidth },
  companion: { strokeWidth: companionWidth },
  law: boundStroke,
};

function drawnPoints(pairs: Float64Array): Point[] {
  return pointsOf(pairs, (value) => (value > 0 && value < Infinity ? value : NaN));
}

function extent(values: readonly number[]): [number, number] {
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 10];
}

/** 1, 2 and 5 times powers of ten over less than two and a half decades, powers of ten over more. */
function roundTicks(low: number, high: number): Tick[] {
  const factors = high / low < 300 ? [1, 2, 5] : [1];
  return logTicks(10 ** Math.floor(Math.log10(low)), high, 12)
    .flatMap((power) => factors.map((factor) => factor * power))
    .filter((value) => value >= low * 0.999 && value <= high * 1.001)
    .map((value) => ({ value, label: formatShort(value) }));
}
