import { line } from "@observablehq/plot";
import { chart, type Size, type Tick } from "./chart.ts";
import { decimate, type Point } from "./decimate.ts";
import { boundStroke, curveWidth, heldCurveWidth, methodStyle, type MethodName } from "./method-style.ts";
import { formatCount } from "./number-format.ts";
import { linearTicks, logTicks } from "./ticks.ts";

/** One method's error ‖w_t − w*‖ / ‖w_0 − w*‖ for t = 0, 1, …, and the bound proved for it, if one applies. */
export interface ErrorCurve {
  readonly method: MethodName;
  readonly values: Float64Array;
  readonly bound: Float64Array | null;
  /** The curve that the reader holds is drawn a little stronger. */
  readonly held?: boolean;
}

const LEAST = 1e-8;

/** Relative error against the iteration on a logarithmic axis; bounds are dashed in their method's colour. */
export function errorCurves(
  curves: readonly ErrorCurve[],
  steps: number,
  { width, narrow }: Size,
): SVGSVGElement {
  const top = topDecade(curves);
  return chart({
    className: "error-curves",
    width,
    height: narrow ? Math.round(width * 0.75) : 266,
    margin: { top: 34, right: 110, bottom: 46, left: 46 },
    x: {
      domain: [0, steps],
      ticks: linearTicks(0, steps, narrow ? 3 : 4).map(countTick),
      name: "iteration *t*",
    },
    y: {
      type: "log",
      domain: [LEAST, top],
      ticks: logTicks(LEAST, top, 6).map(powerTick),
      name: "relative error",
      strong: 1,
    },
    marks: [
      ...curves.flatMap(({ method, bound }) =>
        bound ? [line(plotted(bound), { ...xy, stroke: methodStyle[method].colour, ...boundStroke })] : [],
      ),
      ...curves.map(({ method, values, held }) =>
        line(plotted(values), {
          ...xy,
          stroke: methodStyle[method].colour,
          strokeWidth: held ? heldCurveWidth : curveWidth,
          strokeLinejoin: "round",
        }),
      ),
    ],
    endLabels: curves.map(({ method, values }) => ({
      ...lastPlotted(values, top),
      text: methodStyle[method].name,
      colour: methodStyle[method].colour,
    })),
  }).svg;
}

const xy = { x: "x", y: "y" } as const;

/** The decade above all bounds, between 10 and 10⁴. */
function topDecade(curves: readonly ErrorCurve[]): number {
  const highest = Math.max(
    10,
    ...curves.map(({ bound, values }) => Math.max(bound?.[0] ?? 1, values.at(-1) ?? 1)),
  );
  return 10 ** Math.min(4, Math.ceil(Math.log10(Math.min(highest, 1e4)) - 1e-9));
}

/** A thinned curve that leaves the picture once and for all: zeros have no place on a logarithmic axis. */
function plotted(values: Float64Array): Point[] {
  return decimate(values).map(({ x, y }) => ({
    x,
    y: y > 0 ? Math.min(Math.max(y, LEAST * 1e-3), 1e12) : LEAST * 1e-3,
  }));
}

function lastPlotted(values: Float64Array, top: number): Point {
  let x = values.length - 1;
  // Where a curve leaves by the floor or the ceiling, its name stands there.
  const leaves = values.findIndex((value) => value < LEAST || value > top);
  if (leaves >= 0 && values.subarray(leaves).every((value) => value < LEAST || value > top)) x = leaves;
  return { x, y: Math.min(Math.max(values[x] ?? LEAST, LEAST), top) };
}

function countTick(value: number): Tick {
  return { value, label: formatCount(value) };
}

function powerTick(value: number): Tick {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0) return { value, label: "1" };
  return { value, label: `10^(${String(exponent).replace("-", "−")})` };
}
