import type { Markish } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve, shading } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import {
  boundStroke,
  companionWidth,
  curveWidth,
  heldCurveWidth,
  methodStyle,
  type MethodName,
} from "./method-style.ts";
import { hatching } from "./hatching.ts";
import { formatCount } from "./number-format.ts";
import type { Point } from "./pairs.ts";
import { linearTicks, logTicks, powerTick, type Tick } from "./ticks.ts";

/** One method's error ‖w_t − w*‖ / ‖w_0 − w*‖ for t = 0, 1, …, and the bound proved for it, if one applies. */
export interface ErrorCurve {
  readonly method: MethodName;
  /** What stands at its end; the method's name, if left out; nothing, if empty. */
  readonly name?: string;
  readonly values: Float64Array;
  readonly bound?: Float64Array | null;
  /** The one in hand is drawn a little stronger, a companion (pinned, or for reference) lighter. */
  readonly role?: "held" | "companion";
}

export interface ErrorCurvesData {
  readonly curves: readonly ErrorCurve[];
  readonly steps: number;
  /** How many steps lie between two values of a curve; 1 if left out. */
  readonly every?: number;
  /** No method gets below it on its worst spectrum: hatched. */
  readonly lowerBound?: Float64Array | null;
  /** The least value shown, a power of ten; 10⁻⁸ if left out. */
  readonly least?: number;
  /** Names with their settings need more room at the right. */
  readonly wide?: boolean;
}

/** Relative error against the iteration on a logarithmic axis; bounds are dashed in their method's colour. */
export function errorCurves(data: ErrorCurvesData): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => heightIn(size, Boolean(data.wide)),
    table: () => table(data),
  };
}

function table({ curves, lowerBound, every = 1 }: ErrorCurvesData): DataTable {
  const columns = curves.flatMap(({ method, name = methodStyle[method].name, values, bound }) => [
    { name: `${columnName(name)}: relative error`, values },
    ...(bound ? [{ name: `${columnName(name)}: bound`, values: bound }] : []),
  ]);
  const forbidden = lowerBound ? [{ name: "lower bound for every method", values: lowerBound }] : [];
  const { name, values } = countColumn("iteration", [...columns, ...forbidden]);
  return [{ name, values: Array.from(values, (t) => every * t) }, ...columns, ...forbidden];
}

function heightIn({ width, narrow }: Size, wide: boolean): number {
  if (narrow) return Math.round(width * (wide ? 0.95 : 0.75));
  return wide ? 340 : 266;
}

function draw(data: ErrorCurvesData, { width, height, narrow }: Size): SVGSVGElement {
  const { curves, steps, every = 1, lowerBound, least = 1e-8, wide = false } = data;
  const top = topDecade(curves);
  const { pattern, fill } = hatching();
  const { svg } = chart({
    className: "error-curves",
    width,
    height: height ?? heightIn({ width, narrow }, wide),
    margin: { top: 34, right: wide ? (narrow ? 122 : 210) : 110, bottom: 46, left: 46 },
    x: {
      domain: [0, steps],
      ticks: linearTicks(0, steps, narrow ? 3 : wide ? 5 : 4).map(countTick),
      name: "iteration *t*",
    },
    y: {
      type: "log",
      domain: [least, top],
      ticks: logTicks(least, top, 6).map(powerTick),
      name: "relative error",
      strong: 1,
    },
    marks: [
      ...(lowerBound ? forbidden(lowerBound, every, least, fill) : []),
      ...curves.flatMap(({ method, bound }) =>
        bound
          ? [
              curve(plotted(bound, every, least), {
                stroke: methodStyle[method].colour,
                ...boundStroke,
              }),
            ]
          : [],
      ),
      ...curves.map(({ method, values, role }) =>
        curve(plotted(values, every, least), {
          stroke: methodStyle[method].colour,
          strokeWidth: role === "held" ? heldCurveWidth : role === "companion" ? companionWidth : curveWidth,
          strokeLinejoin: "round",
        }),
      ),
    ],
    endLabels: curves
      .map((curve) => ({ ...curve, name: nameOf(curve) }))
      .filter(({ name }) => name !== "")
      .map(({ method, name, values, role }, _, named) => ({
        ...lastPlotted(values, every, least, top),
        text: narrow ? shortName(name, named) : name,
        colour: methodStyle[method].colour,
        strong: wide && role === "held",
      })),
  });
  if (lowerBound) svg.prepend(pattern);
  return svg;
}

function nameOf({ method, name }: ErrorCurve): string {
  return name ?? methodStyle[method].name;
}

/** A phone has room for a method or for its setting: the setting, where several curves are of one method. */
function shortName(name: string, curves: readonly { readonly name: string }[]): string {
  const [method = name, setting = method] = name.split(", ");
  const ofMethod = curves.filter((other) => other.name.split(", ")[0] === method);
  return ofMethod.length > 1 ? setting : method;
}

/** Below the lower bound, with its border. */
function forbidden(lowerBound: Float64Array, every: number, least: number, fill: string): Markish[] {
  const points = plotted(lowerBound, every, least);
  return [
    shading(points, ({ y }) => [least, y], { fill }),
    curve(points, { stroke: "var(--line)", strokeWidth: 1 }),
  ];
}

/** The decade above all bounds, between 10 and 10⁴. */
function topDecade(curves: readonly ErrorCurve[]): number {
  const highest = Math.max(
    10,
    ...curves.map(({ bound, values }) => Math.max(bound?.[0] ?? 1, values.at(-1) ?? 1)),
  );
  return 10 ** Math.min(4, Math.ceil(Math.log10(Math.min(highest, 1e4)) - 1e-9));
}

/** A thinned curve that leaves the picture once and for all: zeros have no place on a logarithmic axis. */
function plotted(values: Float64Array, every: number, least: number): Point[] {
  return decimate(values).map(({ x, y }) => ({
    x: every * x,
    y: y > 0 ? Math.min(Math.max(y, least * 1e-3), 1e12) : least * 1e-3,
  }));
}

function lastPlotted(values: Float64Array, every: number, least: number, top: number): Point {
  let x = values.length - 1;
  // Where a curve leaves by the floor or the ceiling, its name stands there.
  const leaves = values.findIndex((value) => value < least || value > top);
  if (leaves >= 0 && values.subarray(leaves).every((value) => value < least || value > top)) x = leaves;
  return { x: every * x, y: Math.min(Math.max(values[x] ?? least, least), top) };
}

function countTick(value: number): Tick {
  return { value, label: formatCount(value) };
}
