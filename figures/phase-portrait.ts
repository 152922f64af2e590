import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { curveWidth, heldCurveWidth } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { linearTicks } from "./ticks.ts";

/** A way through a plane of states, as pairs `[x₀, y₀, x₁, y₁, …]`. */
export interface Orbit {
  readonly name: string;
  readonly pairs: Float64Array;
  readonly colour: string;
  readonly held?: boolean;
}

/** The plane of position and velocity. */
export interface PhasePortrait {
  readonly orbits: readonly Orbit[];
  /** Half the width of the picture; the same both ways, so that a circle is a circle. */
  readonly extent: number;
  readonly xName: string;
  readonly yName: string;
}

/** Where flows go in the plane of position and velocity: what rings turns, what creeps comes in along a line. The open dot is the start. */
export function phasePortrait(data: PhasePortrait): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => sideIn(size) + FRAME,
    table: () => table(data),
  };
}

function table({ orbits, xName, yName }: PhasePortrait): DataTable {
  return orbits.flatMap(({ name, pairs }) =>
    pairColumns(
      `${columnName(name)}: ${columnName(xName)}`,
      `${columnName(name)}: ${columnName(yName)}`,
      pairs,
    ),
  );
}

const MARGIN = { top: 30, right: 12, bottom: 44, left: 40 };
/** By how much the picture is higher than wide, for its plane to be square. */
const FRAME = MARGIN.top + MARGIN.bottom - MARGIN.left - MARGIN.right;

function sideIn({ width, height }: Size): number {
  return Math.min(width, height ? height - FRAME : 330);
}

function draw({ orbits, extent, xName, yName }: PhasePortrait, size: Size): SVGSVGElement {
  const side = sideIn(size);
  const domain = [-extent, extent] as const;
  const ticks = linearTicks(-extent, extent, 4).map((value) => ({ value, label: formatShort(value) }));
  const start = orbits[0]?.pairs.subarray(0, 2) ?? [];
  return chart({
    className: "phase-portrait",
    width: side,
    height: side + FRAME,
    margin: MARGIN,
    x: { domain, ticks, name: xName },
    y: { domain, ticks, name: yName, strong: 0 },
    marks: [
      ...orbits.map(({ pairs, colour, held }) =>
        curve(pairs, {
          stroke: colour,
          strokeWidth: held ? heldCurveWidth : curveWidth,
          strokeLinejoin: "round",
        }),
      ),
      dot([start], { r: 4.5, stroke: "var(--ink)", strokeWidth: 1.5, fill: "var(--paper)" }),
      dot([[0, 0]], { r: 2.4, fill: "var(--ink)" }),
    ],
  }).svg;
}
