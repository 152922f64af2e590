import { ruleY } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import { curveWidth, methodStyle, type MethodName } from "./method-style.ts";
import { svgElement } from "./rich-text.ts";

/** One of the small figures: its name, and relative errors for t = 0, 1, … */
export interface GridCell {
  readonly name: string;
  readonly curves: readonly { readonly method: MethodName; readonly values: Float64Array }[];
}

/** Small figures with the same axes, row by row. */
export interface CurveGrid {
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly steps: number;
  /** The least value shown, a power of ten. */
  readonly least: number;
  /** A level with a line of its own. */
  readonly level: number;
}

/** Relative errors of several problems as small multiples, each under its name. */
export function curveGrid(data: CurveGrid): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => heightOf(rowsOf(data), rowHeight(size)),
    table: () => table(data),
  };
}

function table({ cells }: CurveGrid): DataTable {
  const columns = cells.flatMap(({ name, curves }) =>
    curves.map(({ method, values }) => ({
      name: `${columnName(name)}, ${methodStyle[method].name}: relative error`,
      values,
    })),
  );
  return [countColumn("iteration", columns), ...columns];
}

const GAP = 14;

function rowsOf({ cells, columns }: CurveGrid): number {
  return Math.ceil(cells.length / columns);
}

function rowHeight({ narrow }: Size): number {
  return narrow ? 118 : 138;
}

function heightOf(rows: number, down: number): number {
  return rows * down + GAP * (rows - 1);
}

function draw(data: CurveGrid, size: Size): SVGSVGElement {
  const { columns, cells, steps, least, level } = data;
  const { width, height } = size;
  const rows = rowsOf(data);
  const across = (width - GAP * (columns - 1)) / columns;
  const down = height ? (height - GAP * (rows - 1)) / rows : rowHeight(size);
  const whole = { width, height: heightOf(rows, down) };
  const svg = svgElement("svg", {
    ...whole,
    viewBox: `0 0 ${whole.width} ${whole.height}`,
    class: "chart curve-grid",
  });
  cells.forEach(({ name, curves }, i) => {
    const small = chart({
      className: "curve-grid-cell",
      width: across,
      height: down,
      margin: { top: 24, right: 1, bottom: 3, left: 1 },
      bare: true,
      x: { domain: [0, steps], ticks: [], name: "" },
      y: { type: "log", domain: [least, 10], ticks: [], name: "" },
      marks: [
        ruleY([least], { stroke: "var(--line)" }),
        ruleY([level, 1], { stroke: "var(--rule)" }),
        ...curves.map(({ method, values }) =>
          curve(plotted(values, least), {
            stroke: methodStyle[method].colour,
            strokeWidth: curveWidth,
          }),
        ),
      ],
      notes: [{ x: 0, y: 10, text: name, anchor: "start", dy: -8 }],
    }).svg;
    small.setAttribute("x", String((i % columns) * (across + GAP)));
    small.setAttribute("y", String(Math.floor(i / columns) * (down + GAP)));
    svg.append(small);
  });
  return svg;
}

/** A curve that leaves the picture leaves it for good: zeros have no place on a logarithmic axis. */
function plotted(values: Float64Array, least: number): { x: number; y: number }[] {
  return decimate(values).map(({ x, y }) => ({ x, y: y > 0 ? Math.max(y, least * 1e-3) : least * 1e-3 }));
}
