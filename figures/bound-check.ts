import { dot, type Markish } from "@observablehq/plot";
import { chart, type Note, type Size } from "./chart.ts";
import { curve, shading } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import type { EndLabel } from "./end-labels.ts";
import {
  boundStroke,
  companionWidth,
  heldCurveWidth,
  methodStyle,
  printedBoundStroke,
  type MethodName,
} from "./method-style.ts";
import { formatCount, formatShort } from "./number-format.ts";
import { linearTicks } from "./ticks.ts";

/** A theorem's error with the decay of its bound divided out: the claim is that the curves stay under the line. */
export interface BoundCheck {
  readonly method: MethodName;
  /** The name of the vertical axis, and what it is in words. */
  readonly name: string;
  readonly quantity: string;
  /** Indexed by the iteration; the curve that the theorem is tried on first, companions after it. */
  readonly curves: readonly { readonly values: Float64Array; readonly name: string }[];
  /** Horizontal lines; none where a hypothesis fails and no bound exists. */
  readonly repaired: { readonly value: number; readonly name: string } | null;
  readonly printed: {
    readonly value: number;
    readonly name: string;
    readonly crossedAt: number | null;
  } | null;
  /** A hypothesis fails: the curves are hollow. */
  readonly outside: boolean;
  /** Drawn as on a phone, where it stands in a narrow place. */
  readonly compact?: boolean;
}

const xy = { x: "x", y: "y" } as const;

export function boundCheck(check: BoundCheck): Drawing {
  const placed = (size: Size) => ({ ...size, narrow: size.narrow || Boolean(check.compact) });
  return {
    draw: (size) => draw(check, placed(size)),
    height: (size) => heightIn(placed(size)),
    table: () => table(check),
  };
}

function table({ curves, repaired, printed, quantity }: BoundCheck): DataTable {
  const measured = curves.map((curve) => ({
    name: `${columnName(curve.name)}: ${quantity}`,
    values: curve.values,
  }));
  const count = countColumn("iteration", measured);
  const level = (text: string, bound: { readonly value: number } | null) =>
    bound ? [{ name: text, values: Array.from(count.values, () => bound.value) }] : [];
  return [count, ...measured, ...level("bound", repaired), ...level("bound as printed", printed)];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.85) : 330;
}

function draw(check: BoundCheck, { width, height, narrow }: Size): SVGSVGElement {
  const { colour } = methodStyle[check.method];
  const steps = Math.max(1, ...check.curves.map(({ values }) => values.length - 1));
  const top = ceiling(check);
  return chart({
    className: "bound-check",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 36, right: narrow ? 12 : 172, bottom: 46, left: 42 },
    x: { domain: [0, steps], ticks: ticks(steps, narrow ? 5 : 7, formatCount), name: "iteration *t*" },
    y: { domain: [0, top], ticks: ticks(top, 5, formatShort), name: check.name, strong: 0 },
    marks: [
      ...boundLines(check, steps, colour),
      ...check.curves.flatMap(({ values }, i) => measured(values, i === 0, check.outside, colour)).reverse(),
      ...crossing(check, colour),
    ],
    notes: [...crossingNote(check, steps), ...(narrow ? boundNotes(check, steps) : [])],
    endLabels: narrow ? [] : names(check, steps, top, colour),
  }).svg;
}

function ticks(end: number, count: number, format: (value: number) => string) {
  return linearTicks(0, end, count).map((value) => ({ value, label: format(value) }));
}

/** A little above whatever must be seen; a curve that runs away does not flatten the rest. */
function ceiling({ curves, repaired, printed }: BoundCheck): number {
  const bound = Math.max(repaired?.value ?? 0, printed?.value ?? 0);
  const peak = Math.max(...curves.map(({ values }) => values.reduce((a, b) => Math.max(a, b), 0)));
  return (
    1.12 * (bound > 0 ? Math.max(bound, Math.min(peak, 30 * bound)) : Math.min(Math.max(peak, 1.5), 1e4))
  );
}

function boundLines({ repaired, printed, curves }: BoundCheck, steps: number, colour: string): Markish[] {
  const flat = (value: number) => [
    { x: 0, y: value },
    { x: steps, y: value },
  ];
  const marks: Markish[] = [];
  if (printed) {
    const above = decimate(curves[0]?.values ?? []).map(({ x, y }) => ({ x, y: Math.max(y, printed.value) }));
    marks.push(shading(above, ({ y }) => [printed.value, y], { fill: colour, fillOpacity: 0.16 }));
    marks.push(curve(flat(printed.value), { stroke: colour, ...printedBoundStroke }));
  }
  if (repaired) marks.push(curve(flat(repaired.value), { stroke: colour, ...boundStroke }));
  return marks;
}

function measured(values: Float64Array, isTried: boolean, outside: boolean, colour: string): Markish[] {
  const points = decimate(values);
  const style = { strokeLinejoin: "round" } as const;
  if (!isTried)
    return [curve(points, { ...style, stroke: colour, strokeWidth: companionWidth, strokeOpacity: 0.75 })];
  if (!outside) return [curve(points, { ...style, stroke: colour, strokeWidth: heldCurveWidth })];
  return [
    curve(points, { ...style, stroke: "var(--paper)", strokeWidth: 1.6 }),
    curve(points, { ...style, stroke: "var(--outside)", strokeWidth: 4 }),
  ];
}

function crossing({ printed, curves }: BoundCheck, colour: string): Markish[] {
  if (printed?.crossedAt == null) return [];
  const place = { x: printed.crossedAt, y: curves[0]?.values[printed.crossedAt] };
  return [dot([place], { ...xy, r: 4.5, stroke: colour, strokeWidth: 2, fill: "var(--paper)" })];
}

function crossingNote({ printed }: BoundCheck, steps: number): Note[] {
  if (printed?.crossedAt == null) return [];
  const { crossedAt: x, value: y } = printed;
  // In the right half the note stands to the left of the crossing, where there is room.
  const side = x < steps / 2 ? ({ anchor: "start", dx: 9 } as const) : ({ anchor: "end", dx: -9 } as const);
  return [{ x, y, ...side, dy: 19, text: `crossed at *t* = ${formatCount(x)}`, className: "ink" }];
}

/** On a phone the bounds are named on their lines. */
function boundNotes({ repaired, printed }: BoundCheck, x: number): Note[] {
  const style = { x, anchor: "end", className: "hb" } as const;
  return [
    ...(repaired ? [{ ...style, y: repaired.value, dy: -6, text: repaired.name }] : []),
    ...(printed ? [{ ...style, y: printed.value, dy: 17, text: printed.name }] : []),
  ];
}

function names(check: BoundCheck, steps: number, top: number, colour: string): EndLabel[] {
  const bounds = [check.repaired, check.printed].filter((bound) => bound !== null);
  return [
    ...bounds.map(({ value, name }) => ({ x: steps, y: value, text: name, colour })),
    ...check.curves.map(({ values, name }, i) => ({
      x: values.length - 1,
      y: Math.min(values.at(-1) ?? 0, top),
      text: name,
      colour: check.outside && i === 0 ? "var(--ink-2)" : colour,
      strong: i === 0,
    })),
  ];
}
