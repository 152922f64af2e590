import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke, companionWidth } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { linearTicks } from "./ticks.ts";

/** An iteration in the plane of two iterates, `[x₋₁, x₀, x₀, x₁, …]`, and a cycle, in the same form, that it may end in. */
export interface CycleOrbit {
  readonly path: Float64Array;
  readonly cycle: Float64Array;
  /** The least and the greatest iterate shown. */
  readonly range: readonly [number, number];
  readonly xName: string;
  readonly yName: string;
}

/** Pairs of iterates one after the other, and the cycle as a dashed outline with hollow corners. */
export function cycleOrbit(data: CycleOrbit): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ path, cycle, xName, yName }: CycleOrbit): DataTable {
  const [x, y] = [columnName(xName), columnName(yName)];
  const columns = [...pairColumns(x, y, path), ...pairColumns(`cycle: ${x}`, `cycle: ${y}`, cycle)];
  return [countColumn("iteration", columns), ...columns];
}

function heightIn({ width }: Size): number {
  return Math.round(Math.min(400, width));
}

function draw({ path, cycle, range, xName, yName }: CycleOrbit, size: Size): SVGSVGElement {
  const { width, height = heightIn(size) } = size;
  const xy = { x: "x", y: "y" } as const;
  const ticks = linearTicks(...range, 5).map((value) => ({ value, label: formatShort(value) }));
  const corners = pointsOf(cycle);
  const points = pointsOf(path);
  return chart({
    className: "cycle-orbit",
    width,
    height,
    margin: { top: 30, right: 14, bottom: 46, left: 40 },
    x: { domain: range, ticks, name: xName },
    y: { domain: range, ticks, name: yName, strong: 0 },
    marks: [
      curve(points, { stroke: "var(--hb)", strokeWidth: 1, strokeOpacity: 0.5 }),
      dot(points, { ...xy, fill: "var(--hb)", r: 2.4 }),
      curve([...corners, ...corners.slice(0, 1)], { stroke: "var(--ink)", ...boundStroke }),
      dot(corners, { ...xy, stroke: "var(--ink)", strokeWidth: companionWidth, r: 6 }),
      dot([[0, 0]], { stroke: "var(--ink)", strokeWidth: companionWidth, symbol: "times", r: 5 }),
      dot(points.slice(0, 1), { ...xy, fill: "var(--ink)", r: 5 }),
    ],
  }).svg;
}
