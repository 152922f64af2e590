import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import { companionWidth, heldCurveWidth } from "./method-style.ts";
import { formatCount, formatShort } from "./number-format.ts";
import { linearTicks } from "./ticks.ts";

/** The signed root sign(det)·|det|^{1/d} of a map along a run, and that of the map it should come to. */
export interface DeterminantCurve {
  readonly name: string;
  /** At t = 0, `stride`, 2·`stride`, … */
  readonly roots: Float64Array;
  readonly stride: number;
  readonly target: number;
  readonly role: "held" | "companion";
}

export interface DeterminantCurvesData {
  readonly curves: readonly DeterminantCurve[];
  readonly steps: number;
}

/** Signed roots against the iteration, with 0 between them; where each should come to is dashed. */
export function determinantCurves(data: DeterminantCurvesData): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ curves }: DeterminantCurvesData): DataTable {
  return curves.flatMap(({ name, roots, stride, target }) => [
    { name: `iteration, ${columnName(name)}`, values: roots.map((_, i) => i * stride) },
    { name: `signed root of the determinant, ${columnName(name)}`, values: roots },
    { name: `its target, ${columnName(name)}`, values: [target] },
  ]);
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.75) : 282;
}

function draw({ curves, steps }: DeterminantCurvesData, { width, height, narrow }: Size): SVGSVGElement {
  const highest = Math.max(1.2, ...curves.flatMap(({ roots, target }) => [...roots, target]));
  const top = Math.ceil(2 * Math.min(highest, 10)) / 2;
  const colour = "var(--gd)";
  return chart({
    className: "determinant-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: 76, bottom: 46, left: 50 },
    x: {
      domain: [0, steps],
      ticks: linearTicks(0, steps, narrow ? 3 : 4).map((value) => ({ value, label: formatCount(value) })),
      name: "iteration *t*",
    },
    y: {
      domain: [-1.5, top],
      ticks: linearTicks(-1.5, top, 5).map((value) => ({ value, label: formatShort(value) })),
      name: "root of det *U*",
      strong: 0,
    },
    marks: curves.flatMap(({ roots, stride, target, role }) => [
      curve(
        [
          { x: 0, y: target },
          { x: steps, y: target },
        ],
        { stroke: colour, strokeWidth: 1.5, strokeDasharray: "6 4" },
      ),
      curve(
        decimate(roots).map(({ x, y }) => ({ x: x * stride, y })),
        { stroke: colour, strokeWidth: role === "held" ? heldCurveWidth : companionWidth },
      ),
    ]),
    endLabels: curves.map(({ name, roots, stride, role }) => ({
      x: Math.max(0, roots.length - 1) * stride,
      y: roots.at(-1) ?? 0,
      text: name,
      colour,
      strong: role === "held",
    })),
  }).svg;
}
