import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke, heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";

/** What a constant costs in units of √κ, over κ: `[κ₀, C₀/√κ₀, κ₁, …]`, the bound on it, and where the reader is. */
export interface ConstantPrice {
  readonly curve: Float64Array;
  readonly bound: number;
  readonly here: { readonly conditionNumber: number; readonly price: number };
}

/** The price in units of √κ against κ, under its bound. */
export function constantPrice(price: ConstantPrice): Drawing {
  return { draw: (size) => draw(price, size), height: heightIn, table: () => table(price) };
}

function table({ curve, bound, here }: ConstantPrice): DataTable {
  const columns = pairColumns("condition number", "constant in units of its square root", curve);
  return [
    ...columns,
    { name: "bound in the same units", values: Array.from(columns[0].values, () => bound) },
    { name: "your condition number", values: [here.conditionNumber] },
    { name: "your constant in units of its square root", values: [here.price] },
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.7) : 250;
}

function draw({ curve: prices, bound, here }: ConstantPrice, { width, height, narrow }: Size): SVGSVGElement {
  const { colour } = methodStyle.heavyBall;
  const points = pointsOf(prices);
  const last = points.at(-1);
  const end = last?.x ?? 1e6;
  const exponents = narrow ? [0, 2, 4, 6] : [0, 1, 2, 3, 4, 5, 6];
  return chart({
    className: "constant-price",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 42 },
    x: {
      type: "log",
      domain: [1, end],
      ticks: exponents.map((exponent) => ({
        value: 10 ** exponent,
        label: exponent === 0 ? "1" : `10^(${exponent})`,
      })),
      name: "condition number *κ*",
    },
    y: {
      domain: [0, bound * 1.12],
      ticks: [0, 1, 2, 3, 4].map((value) => ({ value, label: formatShort(value) })),
      name: "*C*_(0) in units of √*κ*",
      strong: 0,
    },
    marks: [
      curve(
        [
          { x: 1, y: bound },
          { x: end, y: bound },
        ],
        { stroke: colour, ...boundStroke },
      ),
      curve(points, { stroke: colour, strokeWidth: heldCurveWidth }),
      dot([{ x: here.conditionNumber, y: here.price }], { x: "x", y: "y", r: 4.5, fill: colour }),
    ],
    notes: narrow
      ? [{ x: end, y: bound, dy: -6, anchor: "end", text: "Corollary 10: 4", className: "hb" }]
      : [],
    endLabels: narrow
      ? []
      : [
          { x: end, y: bound, text: "Corollary 10: 4", colour },
          { x: end, y: last?.y ?? 0, text: "repaired *C*_(0)", colour, strong: true },
        ],
  }).svg;
}
