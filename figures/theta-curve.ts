import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { companionWidth, heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { logTicks } from "./ticks.ts";

/** θ over α, `[α₀, θ₀, α₁, θ₁, …]`, and where the reader is. */
export interface ThetaCurve {
  readonly curve: Float64Array;
  readonly here: { readonly alpha: number; readonly theta: number };
}

/** The part of gradient descent's steps that momentum needs, against α, with its law √α for small α. */
export function thetaCurve(data: ThetaCurve): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ curve, here }: ThetaCurve): DataTable {
  const columns = pairColumns("alpha", "theta: the part of the steps", curve);
  return [
    ...columns,
    { name: "square root of alpha", values: Array.from(columns[0].values, Math.sqrt) },
    { name: "your alpha", values: [here.alpha] },
    { name: "your theta", values: [here.theta] },
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.7) : 250;
}

function draw({ curve: angles, here }: ThetaCurve, { width, height, narrow }: Size): SVGSVGElement {
  const { colour } = methodStyle.heavyBall;
  const points = pointsOf(angles);
  const [from, to] = [points[0]?.x ?? 1e-5, points.at(-1)?.x ?? 1];
  return chart({
    className: "theta-curve",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 42 },
    x: {
      type: "log",
      domain: [from, to],
      ticks: logTicks(from, to, 6).map((value) => ({ value, label: formatShort(value) })),
      name: "*α* = *ηλ*/2",
    },
    y: {
      domain: [0, 1],
      ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: formatShort(value) })),
      name: "*θ*",
      strong: 0,
    },
    marks: [
      curve(
        points.map(({ x }) => ({ x, y: Math.sqrt(x) })),
        { stroke: colour, strokeWidth: companionWidth, strokeDasharray: "1 3" },
      ),
      curve(points, { stroke: colour, strokeWidth: heldCurveWidth }),
      dot([{ x: here.alpha, y: here.theta }], { x: "x", y: "y", r: 4.5, fill: colour }),
    ],
    endLabels: narrow
      ? []
      : [
          { x: to, y: Math.sqrt(to), text: "√*α*", colour },
          { x: to, y: points.at(-1)?.y ?? 0, text: "*θ*(*α*)", colour, strong: true },
        ],
  }).svg;
}
