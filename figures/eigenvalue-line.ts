import { dot, ruleX } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import type { DataTable, Drawing } from "./data-table.ts";
import { methodStyle } from "./method-style.ts";
import { formatNumber } from "./number-format.ts";

/** The eigenvalues of PP* for one mode, and what the proof says of them; see Lemma 16 and (59). */
export interface EigenvalueLine {
  readonly momentum: number;
  /** h(β, z) = θ₁θ₂ > 0. */
  readonly product: number;
  readonly smaller: number;
  readonly larger: number;
}

const HEIGHT = 150;

/** Where θ₂ and θ₁ lie on a logarithmic line, between the bounds of the proof. */
export function eigenvalueLine(data: EigenvalueLine): Drawing {
  return { draw: (size) => draw(data, size), height: () => HEIGHT, table: () => table(data) };
}

function table({ momentum, product, smaller, larger }: EigenvalueLine): DataTable {
  const column = (name: string, value: number) => ({ name, values: [value] });
  const edge = 1 + momentum;
  return [
    column("momentum", momentum),
    column("smaller eigenvalue of PP*", smaller),
    column("its lower bound h/2(1 + momentum)", product / (2 * edge)),
    column("its lower bound as printed h/(1 + momentum)", product / edge),
    column("larger eigenvalue of PP*", larger),
    column("its lower bound 1 + momentum", edge),
    column("its upper bound 2(1 + momentum)", 2 * edge),
  ];
}

function draw(data: EigenvalueLine, { width, height, narrow }: Size): SVGSVGElement {
  const { momentum, product, smaller, larger } = data;
  const colour = methodStyle.heavyBall.colour;
  const edge = 1 + momentum;
  const bounds = [
    { x: product / (2 * edge), name: "*h*/2(1 + *β*)", dotted: false },
    { x: product / edge, name: "*h*/(1 + *β*)", dotted: true },
    { x: edge, name: "1 + *β*", dotted: false },
    { x: 2 * edge, name: "2(1 + *β*)", dotted: false },
  ];
  const from = product / (2 * edge) / 1.6;
  return chart({
    className: "eigenvalue-line",
    width,
    height: Math.min(height ?? HEIGHT, 240),
    margin: { top: 46, right: narrow ? 20 : 40, bottom: 46, left: 20 },
    x: {
      type: "log",
      domain: [from, 2 * edge * 1.6],
      ticks: bounds.map(({ x }) => ({ value: x, label: formatNumber(x, 2) })),
      name: "eigenvalues of *PP*∗",
    },
    y: { domain: [0, 1], ticks: [], name: "" },
    marks: [
      ...bounds.map(({ x, dotted }) =>
        ruleX([x], { stroke: colour, strokeWidth: 1.5, strokeDasharray: dotted ? "2 3.5" : "6 4" }),
      ),
      dot(
        [
          { x: smaller, y: 0.35 },
          { x: larger, y: 0.35 },
        ],
        { x: "x", y: "y", r: 5, fill: colour },
      ),
    ],
    notes: [
      ...bounds.map(({ x, name }, i) => ({
        x,
        y: 1,
        dy: i % 2 ? -24 : -8,
        text: name,
        anchor: "middle" as const,
        className: "hb",
      })),
      { x: smaller, y: 0.35, dy: -10, dx: 8, text: "*θ*_(2)", className: "ink" },
      { x: larger, y: 0.35, dy: -10, dx: 8, text: "*θ*_(1)", className: "ink" },
    ],
  }).svg;
}
