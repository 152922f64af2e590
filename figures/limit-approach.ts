import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, countColumn, type DataTable, type Drawing } from "./data-table.ts";
import { decimateLog } from "./decimate.ts";
import { boundStroke, heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatCount, formatShort } from "./number-format.ts";
import { linearTicks, logTicks } from "./ticks.ts";

/** A quantity that approaches a law, both indexed by t; t = 0 has no place on a logarithmic axis. */
export interface LimitApproach {
  /** The name of the vertical axis. */
  readonly name: string;
  readonly measured: { readonly values: Float64Array; readonly name: string };
  readonly law: { readonly values: Float64Array; readonly name: string };
}

/** Measured values and the law that they approach, against t on a logarithmic axis. */
export function limitApproach(data: LimitApproach): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ name, measured, law }: LimitApproach): DataTable {
  const columns = [
    { name: `${columnName(name)}: ${columnName(measured.name)}`, values: measured.values },
    { name: columnName(law.name), values: law.values },
  ];
  return [countColumn("iteration", columns), ...columns];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.7) : 240;
}

function draw({ name, measured, law }: LimitApproach, { width, height, narrow }: Size): SVGSVGElement {
  const { colour } = methodStyle.heavyBall;
  const end = Math.max(2, measured.values.length - 1);
  const shown = [...measured.values.subarray(1), ...law.values.subarray(1)].filter(Number.isFinite);
  const low = Math.min(0, ...shown);
  const top = 1.08 * Math.max(1e-12, ...shown);
  const points = (values: Float64Array) => decimateLog(values).filter(({ y }) => Number.isFinite(y));
  const tick = (format: (value: number) => string) => (value: number) => ({ value, label: format(value) });
  return chart({
    className: "limit-approach",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 42 },
    x: {
      type: "log",
      domain: [1, end],
      ticks: logTicks(1, end, 6).map(tick(formatCount)),
      name: "iteration *t*",
    },
    y: { domain: [low, top], ticks: linearTicks(low, top, 4).map(tick(formatShort)), name, strong: 0 },
    marks: [
      curve(points(law.values), { stroke: colour, ...boundStroke }),
      curve(points(measured.values), { stroke: colour, strokeWidth: heldCurveWidth }),
    ],
    endLabels: narrow
      ? []
      : [
          { x: end, y: law.values.at(-1) ?? 0, text: law.name, colour },
          { x: end, y: measured.values.at(-1) ?? 0, text: measured.name, colour, strong: true },
        ],
  }).svg;
}
