import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimate } from "./decimate.ts";
import { boundStroke, heldCurveWidth, methodStyle, printedBoundStroke } from "./method-style.ts";
import { formatCount, formatShort } from "./number-format.ts";
import { linearTicks } from "./ticks.ts";

/** The norm of the powers of a matrix, what was said of it, and what is true, all indexed by k. */
export interface NormCurves {
  readonly norms: Float64Array;
  /** (√β)ᵏ: what Lemma 3 would give. */
  readonly printed: Float64Array;
  /** C₀(√β)ᵏ with the repaired constant; null where there is none. */
  readonly bound: Float64Array | null;
}

/** ‖Aᵏ‖ against k, undivided: it rises before it falls. */
export function normCurves(data: NormCurves): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ norms, printed, bound }: NormCurves): DataTable {
  const columns = [
    { name: "norm of the power", values: norms },
    { name: "Lemma 3", values: printed },
    ...(bound ? [{ name: "repaired bound", values: bound }] : []),
  ];
  return [countColumn("power", columns), ...columns];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.75) : 282;
}

function draw({ norms, printed, bound }: NormCurves, { width, height, narrow }: Size): SVGSVGElement {
  const { colour } = methodStyle.heavyBall;
  const steps = Math.max(1, norms.length - 1);
  const peak = norms.reduce((a, b) => Math.max(a, b), 1);
  const top = 1.15 * Math.min(peak, 60);
  const ticks = (end: number, count: number, format: (value: number) => string) =>
    linearTicks(0, end, count).map((value) => ({ value, label: format(value) }));
  return chart({
    className: "norm-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: 116, bottom: 46, left: 42 },
    x: { domain: [0, steps], ticks: ticks(steps, narrow ? 3 : 4, formatCount), name: "power *k*" },
    y: { domain: [0, top], ticks: ticks(top, 4, formatShort), name: "‖*A*^(k)‖", strong: 1 },
    marks: [
      ...(bound ? [curve(decimate(bound), { stroke: colour, ...boundStroke })] : []),
      curve(decimate(printed), { stroke: colour, ...printedBoundStroke }),
      curve(decimate(norms), { stroke: colour, strokeWidth: heldCurveWidth, strokeLinejoin: "round" }),
    ],
    endLabels: [
      { x: steps, y: norms.at(-1) ?? 0, text: "‖*A*^(k)‖", colour, strong: true },
      { x: steps, y: printed.at(-1) ?? 0, text: "(√*β*)^(k), Lemma 3", colour },
      ...(bound ? [{ x: steps, y: Math.min(top, bound.at(-1) ?? 0), text: "repaired bound", colour }] : []),
    ],
  }).svg;
}
