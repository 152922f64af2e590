import { ruleY } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import { boundStroke, curveWidth } from "./method-style.ts";
import { formatCount } from "./number-format.ts";
import { linearTicks, logTicks, powerTick } from "./ticks.ts";
import { svgElement } from "./rich-text.ts";

/** One problem: its name, what stands under that, and a share for t = 0, 1, … */
export interface RatioStrip {
  readonly name: string;
  readonly note: string;
  readonly values: Float64Array;
}

export interface RatioStripsData {
  /** The name of the vertical axis, which all strips share. */
  readonly name: string;
  readonly strips: readonly RatioStrip[];
  readonly steps: number;
  /** The level that is drawn through all of them, dashed. */
  readonly level: { readonly value: number; readonly name: string };
  /** The least and the greatest value shown, powers of ten. */
  readonly range: readonly [number, number];
}

/** Shares of several problems, each in a strip of its own, on one logarithmic axis. */
export function ratioStrips(data: RatioStripsData): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => rowsOf(data, size) * rowHeight(size),
    table: () => table(data),
  };
}

function table({ strips, name, level }: RatioStripsData): DataTable {
  const columns = strips.map((strip) => ({
    name: `${columnName(name)}: ${columnName(strip.name)}`,
    values: strip.values,
  }));
  return [
    countColumn("iteration", columns),
    ...columns,
    { name: columnName(level.name), values: [level.value] },
  ];
}

const AXIS = 46;
const GAP = 12;
const PLOT = { top: 56, bottom: 40 };

function rowsOf({ strips }: RatioStripsData, { narrow }: Size): number {
  return narrow ? Math.ceil(strips.length / 2) : 1;
}

function rowHeight({ width, narrow }: Size): number {
  return narrow ? 200 : Math.round(Math.min(420, 0.62 * width));
}

function draw(data: RatioStripsData, size: Size): SVGSVGElement {
  const { name, strips, steps, level } = data;
  const [low, high] = data.range;
  const { width, height, narrow } = size;
  const columns = narrow ? 2 : strips.length;
  const rows = rowsOf(data, size);
  const across = (width - AXIS - GAP * (columns - 1)) / columns;
  const down = height ? height / rows : rowHeight(size);
  const svg = svgElement("svg", {
    width,
    height: rows * down,
    viewBox: `0 0 ${width} ${rows * down}`,
    class: "chart ratio-strips",
  });
  strips.forEach(({ name: title, note, values }, i) => {
    const column = i % columns;
    const left = column === 0 ? AXIS : 0;
    const strip = chart({
      className: "ratio-strip",
      width: across + left,
      height: down,
      margin: { ...PLOT, right: 1, left: left + 1 },
      x: {
        domain: [0, steps],
        ticks: linearTicks(0, steps, narrow ? 1 : 2)
          .filter((value) => value > 0 || column === 0)
          .map((value) => ({ value, label: formatCount(value) })),
        name: i === strips.length - 1 ? "iteration *t*" : "",
      },
      y: {
        type: "log",
        domain: [low, high],
        ticks: column === 0 ? logTicks(low, high, 6).map(powerTick) : [],
        name: i === 0 ? name : "",
      },
      marks: [
        ruleY([level.value], { stroke: "var(--ink-2)", ...boundStroke }),
        curve(plotted(values, low), {
          stroke: "var(--hb)",
          strokeWidth: curveWidth,
          strokeLinejoin: "round",
        }),
      ],
      notes: [
        { x: 0, y: high, text: title, dx: 4, dy: -22, className: "strong" },
        { x: 0, y: high, text: note, dx: 4, dy: -6 },
        ...(i === 0
          ? [
              {
                x: steps,
                y: level.value,
                text: level.name,
                dx: -4,
                dy: -6,
                anchor: "end" as const,
              },
            ]
          : []),
      ],
    }).svg;
    strip.setAttribute("x", String(column === 0 ? 0 : AXIS + column * (across + GAP)));
    strip.setAttribute("y", String(Math.floor(i / columns) * down));
    svg.append(strip);
  });
  return svg;
}

/** What is below the strip runs along under its floor. */
function plotted(values: Float64Array, low: number): { x: number; y: number }[] {
  return decimate(values).map(({ x, y }) => ({ x, y: y > 0 ? Math.max(y, low * 1e-3) : NaN }));
}
