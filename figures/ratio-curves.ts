import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import { boundStroke, companionWidth, curveWidth, heldCurveWidth } from "./method-style.ts";
import { formatCount } from "./number-format.ts";
import { linearTicks, logTicks, powerTick } from "./ticks.ts";

/** A positive quantity for t = 0, 1, …; NaN and 0 leave a gap. */
export interface RatioCurve {
  /** What stands at its end; nothing, if empty. */
  readonly name: string;
  readonly values: Float64Array;
  /** A colour of the page; ink where the quantity belongs to no method. */
  readonly colour?: string;
  /** A bound is dashed; a part of a whole is drawn lighter. */
  readonly role?: "bound" | "part" | "held";
}

export interface RatioCurvesData {
  readonly curves: readonly RatioCurve[];
  /** The name of the vertical axis. */
  readonly name: string;
  /** Decades that are shown at most, from the largest value down. */
  readonly decades?: number;
}

/** Quantities against the iteration on a logarithmic axis that fits them. */
export function ratioCurves(data: RatioCurvesData): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ curves, name }: RatioCurvesData): DataTable {
  const columns = curves.map((curve) => ({
    name: `${columnName(name)}: ${columnName(curve.name)}`,
    values: curve.values,
  }));
  return [countColumn("iteration", columns), ...columns];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.75) : 300;
}

function draw(
  { curves, name, decades = 8 }: RatioCurvesData,
  { width, height, narrow }: Size,
): SVGSVGElement {
  const shown = curves.flatMap(({ values }) => [...values]).filter((value) => value > 0 && value < Infinity);
  const high = shown.length > 0 ? 10 ** Math.ceil(Math.log10(Math.max(...shown)) - 1e-9) : 1;
  const smallest = shown.length > 0 ? 10 ** Math.floor(Math.log10(Math.min(...shown)) + 1e-9) : 0.1;
  const low = Math.min(high / 10, Math.max(smallest, high / 10 ** decades));
  const steps = Math.max(1, ...curves.map(({ values }) => values.length - 1));
  return chart({
    className: "ratio-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 50 },
    x: {
      domain: [0, steps],
      ticks: linearTicks(0, steps, narrow ? 3 : 5).map((value) => ({ value, label: formatCount(value) })),
      name: "iteration *t*",
    },
    y: { type: "log", domain: [low, high], ticks: logTicks(low, high, 6).map(powerTick), name },
    marks: curves.map(({ values, colour = "var(--ink)", role }) =>
      curve(plotted(values, low), {
        stroke: colour,
        ...(role === "bound" ? boundStroke : { strokeWidth: widths[role ?? "whole"] }),
        strokeLinejoin: "round",
      }),
    ),
    endLabels: narrow
      ? []
      : curves
          .filter(({ name: text }) => text)
          .map(({ name: text, values, colour = "var(--ink)", role }) => ({
            ...lastOf(values, low),
            text,
            colour,
            strong: role === "held",
          })),
  }).svg;
}

const widths = { part: companionWidth, whole: curveWidth, held: heldCurveWidth };

/** Thinned; what is no number, or nothing at all, has no place on a logarithmic axis. */
function plotted(values: Float64Array, low: number): { x: number; y: number }[] {
  return decimate(values).map(({ x, y }) => ({ x, y: y > 0 ? Math.max(y, low * 1e-3) : NaN }));
}

function lastOf(values: Float64Array, low: number): { x: number; y: number } {
  const x = values.findLastIndex((value) => value > 0);
  return { x: Math.max(x, 0), y: Math.max(values[x] ?? low, low) };
}
