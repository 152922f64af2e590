import { chart, type Size } from "./chart.ts";
import { curve, shading } from "./curve.ts";
import { countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimateLog } from "./decimate.ts";
import { heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatCount } from "./number-format.ts";
import { logTicks } from "./ticks.ts";

/** Nesterov's loss over heavy ball's for t = 0, `every`, 2 `every`, …: below 1 Nesterov is ahead. */
export interface LeadCurve {
  readonly ratios: Float64Array;
  readonly every?: number;
}

/** Who is ahead, by how many percent, over the iteration on a logarithmic axis; shaded in the colour of the leader. */
export function leadCurve(data: LeadCurve): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ ratios, every = 1 }: LeadCurve): DataTable {
  const column = { name: "loss of Nesterov over that of heavy ball", values: ratios };
  const { values } = countColumn("iteration", [column]);
  return [{ name: "iteration", values: Array.from(values, (t) => every * t) }, column];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.7) : 266;
}

/** Linear up to about a percent of a lead, logarithmic beyond. */
const bent = (ratio: number) => Math.asinh(100 * Math.log(Math.min(Math.max(ratio, 1e-9), 1e9)));

const TICKS = [0.01, 0.1, 0.5, 0.9, 0.99, 1, 1.01, 1.1, 2, 10, 100];

function draw({ ratios, every = 1 }: LeadCurve, { width, height, narrow }: Size): SVGSVGElement {
  const points = decimateLog(ratios).map(({ x, y }) => ({ x: every * x, y: bent(y) }));
  const values = points.map(({ y }) => y).filter(Number.isFinite);
  const low = Math.min(bent(0.99), ...values) - 0.3;
  const high = Math.max(bent(1.01), ...values) + 0.3;
  const [from, to] = [every, Math.max(2 * every, points.at(-1)?.x ?? 10)];
  return chart({
    className: "lead-curve",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: 12, bottom: 46, left: 58 },
    x: {
      type: "log",
      domain: [from, to],
      ticks: logTicks(from, to, 6).map((value) => ({ value, label: formatCount(value) })),
      name: "iteration *t*",
    },
    y: {
      domain: [low, high],
      ticks: TICKS.map((ratio) => ({ value: bent(ratio), label: percent(ratio) })).filter(
        ({ value }) => value >= low && value <= high,
      ),
      name: "loss of Nesterov against heavy ball’s",
      strong: 0,
    },
    marks: [
      shading(points, ({ y }) => [0, Math.min(0, y)], {
        fill: methodStyle.nesterov.colour,
        fillOpacity: 0.22,
      }),
      shading(points, ({ y }) => [0, Math.max(0, y)], {
        fill: methodStyle.heavyBall.colour,
        fillOpacity: 0.22,
      }),
      curve(points, { stroke: "var(--ink)", strokeWidth: heldCurveWidth / 2 }),
    ],
    notes: [
      { x: to, y: low, anchor: "end", dx: -4, dy: -8, text: "Nesterov ahead", className: "nag" },
      { x: to, y: high, anchor: "end", dx: -4, dy: 16, text: "heavy ball ahead", className: "hb" },
    ],
  }).svg;
}

function percent(ratio: number): string {
  if (ratio === 1) return "equal";
  const difference = Math.round(100 * (ratio - 1));
  return ratio >= 2 ? `× ${formatCount(ratio)}` : `${difference > 0 ? "+" : "−"}${Math.abs(difference)} %`;
}
