import { dot, link } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import type { DataTable, Drawing } from "./data-table.ts";
import { boundStroke, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { richText } from "./rich-text.ts";
import { linearTicks } from "./ticks.ts";

/** A rate of the literature: what is proved, and what is true, in the same unit. */
export interface RateRow {
  readonly source: string;
  readonly year: number;
  readonly method: "heavyBall" | "nesterov";
  readonly proved: number;
  readonly exact: number;
}

export interface RateRowsData {
  /** From the top down. */
  readonly rows: readonly RateRow[];
  readonly unit: string;
}

/** One row for each rate: a dashed tick for what is proved, a disc for what is true. */
export function rateRows(data: RateRowsData): Drawing {
  return {
    draw: (size) => draw(data, size),
    height: (size) => heightIn(data, size),
    table: () => table(data),
  };
}

function table({ rows, unit }: RateRowsData): DataTable {
  return [
    { name: "year", values: rows.map(({ year }) => year) },
    {
      name: "method: 1 heavy ball, 2 Nesterov",
      values: rows.map(({ method }) => (method === "heavyBall" ? 1 : 2)),
    },
    { name: `proved exponent, ${unit}`, values: rows.map(({ proved }) => proved) },
    { name: `exact exponent, ${unit}`, values: rows.map(({ exact }) => exact) },
  ];
}

const ROW = 34;
const NARROW_ROW = 48;

function heightIn({ rows }: RateRowsData, { narrow }: Size): number {
  return rows.length * (narrow ? NARROW_ROW : ROW) + 56;
}

function draw({ rows, unit }: RateRowsData, { width, height, narrow }: Size): SVGSVGElement {
  const most = 1.08 * Math.max(...rows.map(({ exact, proved }) => Math.max(exact, proved)));
  const whole = height ?? heightIn({ rows, unit }, { width, narrow });
  const left = narrow ? 12 : 250;
  const places = rows.map((row, i) => ({
    ...row,
    y: rows.length - 1 - i,
    colour: methodStyle[row.method].colour,
  }));
  const { svg, x, y } = chart({
    className: "rate-rows",
    width,
    height: whole,
    margin: { top: 10, right: 48, bottom: 46, left },
    x: {
      domain: [0, most],
      ticks: linearTicks(0, most, narrow ? 4 : 6).map((value) => ({ value, label: formatShort(value) })),
      name: unit,
    },
    y: { domain: [-0.5, rows.length - 0.5], ticks: [], name: "" },
    marks: [
      link(places, { x1: "proved", x2: "exact", y1: "y", y2: "y", stroke: "var(--rule)", strokeWidth: 1 }),
      ...places.map(({ proved, y: row, colour }) =>
        link([{ proved, row }], {
          x1: "proved",
          x2: "proved",
          y1: row - 0.36,
          y2: row + 0.2,
          stroke: colour,
          ...boundStroke,
        }),
      ),
      ...places.map((place) => dot([place], { x: "exact", y: "y", r: 5, fill: place.colour })),
    ],
  });
  for (const { source, method, proved, y: row, colour } of places) {
    const name = `${source}, ${methodStyle[method].name}`;
    const label = narrow
      ? { x: x(0), y: y(row) - 14, "text-anchor": "start" }
      : { x: left - 14, y: y(row) + 4.5, "text-anchor": "end" };
    svg.append(
      richText(name, { class: "tick ink", ...label }),
      richText(formatShort(proved), {
        class: "tick",
        x: x(proved) - 7,
        y: y(row) + (narrow ? 16 : 4.5),
        "text-anchor": "end",
        style: `fill: ${colour}`,
      }),
    );
  }
  return svg;
}
