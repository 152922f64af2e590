import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { companionWidth, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { linearTicks } from "./ticks.ts";

/** A plane of states: closed curves (images of a circle) and an orbit through them, `[x, y, x, y, …]`. */
export interface Orbit {
  readonly curves: readonly Float64Array[];
  readonly path: Float64Array;
  /** Half the width of the picture, in the units of the state. */
  readonly extent: number;
  readonly xName: string;
  readonly yName: string;
}

/** States as they move, square so that a circle is a circle. */
export function orbit(data: Orbit): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => sideIn(size) + FRAME,
    table: () => table(data),
  };
}

function table({ curves, path, xName, yName }: Orbit): DataTable {
  const [x, y] = [columnName(xName), columnName(yName)];
  const columns = [
    ...pairColumns(`orbit: ${x}`, `orbit: ${y}`, path),
    ...curves.flatMap((curve, i) => {
      const name = i === 0 ? "circle at the start" : "its image";
      return pairColumns(`${name}: ${x}`, `${name}: ${y}`, curve);
    }),
  ];
  return [countColumn("row", columns), ...columns];
}

const MARGIN = { top: 30, right: 10, bottom: 44, left: 40 };
/** By how much the picture is higher than wide, for its plane to be square. */
const FRAME = MARGIN.top + MARGIN.bottom - MARGIN.left - MARGIN.right;

function sideIn({ width, height }: Size): number {
  return Math.min(width, height ? height - FRAME : 330);
}

function draw({ curves, path, extent, xName, yName }: Orbit, size: Size): SVGSVGElement {
  const { colour } = methodStyle.heavyBall;
  const side = sideIn(size);
  const domain = [-extent, extent] as const;
  const ticks = linearTicks(-extent, extent, 4).map((value) => ({ value, label: formatShort(value) }));
  return chart({
    className: "orbit",
    width: side,
    height: side + FRAME,
    margin: MARGIN,
    x: { domain, ticks, name: xName },
    y: { domain, ticks, name: yName, strong: 0 },
    marks: [
      ...curves.map((outline, i) =>
        curve(outline, {
          stroke: i === 0 ? "var(--line)" : colour,
          strokeWidth: companionWidth,
          fill: i === 0 ? "none" : colour,
          fillOpacity: 0.08,
        }),
      ),
      curve(path, { stroke: colour, strokeWidth: 1, strokeOpacity: 0.6 }),
      dot(pointsOf(path), { x: "x", y: "y", fill: colour, r: 2.4 }),
    ],
  }).svg;
}
