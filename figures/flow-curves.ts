import { chart, type Note, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { decimatePairs } from "./decimate.ts";
import { discs } from "./discs.ts";
import { FURTHER_AXIS, horizontalAxis } from "./horizontal-axis.ts";
import {
  boundStroke,
  companionWidth,
  curveWidth,
  heldCurveWidth,
  printedBoundStroke,
} from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { linearTicks, logTicks, powerTick } from "./ticks.ts";

/** A quantity along a flow, as pairs `[x₀, y₀, x₁, y₁, …]`, x ascending in units of the first axis; NaN leaves a gap. */
export interface FlowCurve {
  readonly name: string;
  readonly pairs: Float64Array;
  /** A colour of the page; ink where it belongs to no method. */
  readonly colour?: string;
  /** A curve, if left out; steps are dots alone: the iterates of a method. */
  readonly role?: "held" | "curve" | "companion" | "bound" | "printed" | "outside" | "steps";
}

/** An axis: its name, and how much of it is one unit of the first. */
export interface FlowAxis {
  readonly name: string;
  readonly perUnit: number;
}

export interface FlowCurves {
  readonly curves: readonly FlowCurve[];
  /** The first is the one that the curves are given in; under it the same in other units: the clocks. */
  readonly axes: readonly FlowAxis[];
  /** Its right end; the left is 0. */
  readonly end: number;
  readonly y: {
    readonly name: string;
    readonly type: "log" | "linear";
    readonly range: readonly [number, number];
    /** The level that means something. */
    readonly strong?: number;
  };
}

/** Quantities along flows over the time, with the clocks of the methods under it. */
export function flowCurves(data: FlowCurves): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => heightIn(data, size),
    table: () => table(data),
  };
}

function heightIn({ axes }: FlowCurves, { width, narrow }: Size): number {
  return (
    (narrow ? Math.round(width * 0.8) : Math.round(Math.min(380, Math.max(280, 0.6 * width)))) +
    FURTHER_AXIS * (axes.length - 1)
  );
}

function table({ curves, axes, y }: FlowCurves): DataTable {
  const [first] = axes;
  return curves.flatMap(({ name, pairs }, i) =>
    pairColumns(
      columnName(first?.name ?? "time") + (i > 0 ? ` (${i + 1})` : ""),
      `${columnName(y.name)}: ${columnName(name) || i + 1}`,
      pairs,
    ),
  );
}

function draw(data: FlowCurves, size: Size): SVGSVGElement {
  const { curves, axes, end, y } = data;
  const { width, narrow, height = heightIn(data, size) } = size;
  const longest = Math.max(...curves.map(({ name }) => columnName(name).length));
  const margin = {
    top: 34,
    right: narrow ? 14 : 26 + 7 * longest,
    bottom: 46 + FURTHER_AXIS * (axes.length - 1),
    left: 50,
  };
  const [low, high] = y.range;
  // A label has three or four digits.
  const count = Math.max(3, Math.min(6, Math.round((width - margin.left - margin.right) / 70)));
  const ticksOf = (perUnit: number) =>
    linearTicks(0, end * perUnit, count).map((value) => ({
      value: value / perUnit,
      label: formatShort(value),
    }));
  const { svg, x } = chart({
    className: "flow-curves",
    width,
    height,
    margin,
    x: { domain: [0, end], ticks: ticksOf(1), name: axes[0]?.name ?? "" },
    y: {
      type: y.type,
      domain: [low, high],
      ticks:
        y.type === "log"
          ? logTicks(low, high, 6).map(powerTick)
          : linearTicks(low, high, 5).map((value) => ({ value, label: formatShort(value) })),
      name: y.name,
      ...(y.strong === undefined ? {} : { strong: y.strong }),
    },
    marks: curves.flatMap(({ pairs, colour = "var(--ink)", role = "curve" }) => {
      const points = thinned(pairs, data);
      const round = { strokeLinejoin: "round" } as const;
      if (role === "steps") return [discs(pointsOf(points), colour, 2.6)];
      if (role !== "outside") return [curve(points, { ...round, stroke: colour, ...strokes[role] })];
      return [
        curve(points, { ...round, stroke: "var(--paper)", strokeWidth: 1.6 }),
        curve(points, { ...round, stroke: "var(--outside)", strokeWidth: 4 }),
      ].reverse();
    }),
    notes: narrow ? namesOnLines(data) : [],
    endLabels: narrow
      ? []
      : curves.flatMap(({ name, pairs, colour = "var(--ink)", role }) => {
          const at = lastSeen(pairs, data);
          return name && at ? [{ ...at, text: name, colour, strong: role === "held" }] : [];
        }),
  });
  axes.slice(1).forEach(({ name, perUnit }, i) => {
    const top = height - margin.bottom + 4 + FURTHER_AXIS * (i + 1);
    svg.append(
      horizontalAxis(name, ticksOf(perUnit), x, { top, left: margin.left, right: width - margin.right }),
    );
  });
  return svg;
}

const strokes = {
  held: { strokeWidth: heldCurveWidth },
  curve: { strokeWidth: curveWidth },
  companion: { strokeWidth: companionWidth },
  bound: boundStroke,
  printed: printedBoundStroke,
};

/** On a phone the names stand where the curves end, but for those that would stand in each other's way. */
function namesOnLines(data: FlowCurves): Note[] {
  const notes: Note[] = [];
  for (const { name, pairs, colour = "" } of data.curves.toReversed()) {
    const at = lastSeen(pairs, data);
    const className = /--(gd|hb|nag)/.exec(colour)?.[1] ?? "ink";
    if (!name || !at || notes.some((note) => isNear(note, at, data))) continue;
    const right = at.x > data.end / 2;
    notes.push({ ...at, text: name, className, anchor: right ? "end" : "start", dx: right ? -3 : 3, dy: -7 });
  }
  return notes;
}

/** Whether two names would touch: within a twelfth of the height, and half of the width. */
function isNear(a: { x: number; y: number }, b: { x: number; y: number }, { y, end }: FlowCurves): boolean {
  const height = (value: number) => (y.type === "log" ? Math.log(value) : value);
  const share = (height(a.y) - height(b.y)) / (height(y.range[1]) - height(y.range[0]));
  return Math.abs(share) < 1 / 12 && Math.abs(a.x - b.x) < end / 2;
}

/** A curve with as many points as a screen can show, where they are drawn. */
function thinned(curve: Float64Array, data: FlowCurves): Float64Array {
  return decimatePairs(curve).map((value, i) => (i % 2 === 0 ? value : plotted(value, data)));
}

/** On a logarithmic axis nothing at all is far below, and less has no place; what has run away is far outside, and no number too large to draw. */
function plotted(value: number, { y }: FlowCurves): number {
  if (y.type === "linear") return Math.max(-1e6, Math.min(value, 1e6));
  return value >= 0 && value < Infinity ? Math.max(value, (y.range[0] * y.range[0]) / y.range[1]) : NaN;
}

/** Where a curve is last to be seen. */
function lastSeen(pairs: Float64Array, { y, end }: FlowCurves): { x: number; y: number } | null {
  for (let i = pairs.length - 2; i >= 0; i -= 2) {
    const [x, value] = [pairs[i] ?? NaN, pairs[i + 1] ?? NaN];
    if (x <= end * (1 + 1e-9) && value >= y.range[0] && value <= y.range[1]) return { x, y: value };
  }
  return null;
}
