import { dot } from "@observablehq/plot";
import { chart, type Axis, type Chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable } from "./data-table.ts";
import { curveWidth, heldCurveWidth, methodStyle, type MethodName } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { linearTicks, logTicks, powerTick } from "./ticks.ts";

/** A method's curve, `[x₀, y₀, x₁, y₁, …]`, x ascending and positive. */
export interface MethodCurve {
  readonly method: MethodName;
  readonly pairs: Float64Array;
}

/** Where a reader looks for a place: a ring that slides along a curve. The horizontal axis is logarithmic. */
export interface PlaceAxes {
  readonly x: { readonly name: string; readonly range: readonly [number, number] };
  readonly y: { readonly name: string; readonly range: readonly [number, number] };
  /** What the ring is on. */
  readonly curve: MethodCurve;
}

/** The answer: the place, and the curve that shows it. */
export interface PlaceAnswer {
  readonly place: number;
  readonly curve: MethodCurve;
}

export interface PlacePicture extends PlaceAxes {
  readonly prediction: number;
  /** null until it is revealed. */
  readonly answer: PlaceAnswer | null;
}

/** How high the picture is where its place does not say so (px). */
export function placeHeight({ narrow }: Size): number {
  return narrow ? 280 : 300;
}

/** A curve with the reader's ring on it, and once it is revealed the curve that crosses it, with a ring of ink there. */
export function placePrediction(picture: PlacePicture, { width, height, narrow }: Size): Chart {
  const { x, y, curve: known, prediction, answer } = picture;
  const curves = answer ? [known, answer.curve] : [known];
  const spot = (place: number) => [{ x: place, y: heightOf(known, place) }];
  const [low, high] = y.range;
  const vertical: Axis = {
    domain: y.range,
    ticks: linearTicks(low, high, 5).map((value) => ({ value, label: formatShort(value) })),
    name: y.name,
  };
  return chart({
    className: "place-prediction",
    width,
    height: height ?? placeHeight({ width, narrow }),
    margin: { top: 40, right: narrow ? 12 : 92, bottom: 46, left: 50 },
    x: {
      type: "log",
      domain: x.range,
      ticks: logTicks(...x.range, narrow ? 4 : 7).map(powerTick),
      name: x.name,
    },
    y: vertical,
    marks: [
      ...curves.map(({ method, pairs }, i) =>
        curve(pairs, {
          stroke: methodStyle[method].colour,
          strokeWidth: i === 0 ? heldCurveWidth : curveWidth,
          strokeLinejoin: "round",
        }),
      ),
      ...(answer
        ? [dot(spot(answer.place), { x: "x", y: "y", r: 5, stroke: "var(--ink)", strokeWidth: 1.5 })]
        : []),
      dot(spot(prediction), { x: "x", y: "y", r: 7, stroke: "var(--hold)", strokeWidth: 3, clip: false }),
    ],
    ...(narrow
      ? { notes: curves.map((one, i) => ({ ...nameAt(one), dy: i === 0 ? -8 : 18 })) }
      : {
          endLabels: curves.map(({ method, pairs }) => {
            const { name, colour } = methodStyle[method];
            const end = pointsOf(pairs).findLast((point) => point.y >= low && point.y <= high);
            return { x: end?.x ?? x.range[1], y: end?.y ?? high, text: name, colour };
          }),
        }),
  });
}

/** The reader's place and the curve as numbers, and the answer once it is revealed. */
export function placeTable({ x, y, curve, prediction, answer }: PlacePicture): DataTable {
  const [xName, yName] = [columnName(x.name), columnName(y.name)];
  const columns = ({ method, pairs }: MethodCurve) => {
    const { name } = methodStyle[method];
    return pairColumns(`${name}: ${xName}`, `${name}: ${yName}`, pairs);
  };
  return [
    { name: `your prediction: ${xName}`, values: [prediction] },
    ...columns(curve),
    ...(answer ? [{ name: `the answer: ${xName}`, values: [answer.place] }, ...columns(answer.curve)] : []),
  ];
}

/** How high the curve is at a place, between its points in proportion. */
export function heightOf({ pairs }: MethodCurve, place: number): number {
  const last = pairs.length / 2 - 1;
  let i = 0;
  while (i < last - 1 && (pairs[2 * i + 2] ?? Infinity) < place) i++;
  const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN] = pairs.subarray(2 * i, 2 * i + 4);
  const share = Math.max(0, Math.min(1, (place - x0) / (x1 - x0)));
  return y0 + (y1 - y0) * share;
}

/** On a phone a name stands in the middle of its curve. */
function nameAt({ method, pairs }: MethodCurve) {
  const { name } = methodStyle[method];
  const middle = pointsOf(pairs)[pairs.length >> 3];
  return {
    x: middle?.x ?? NaN,
    y: middle?.y ?? NaN,
    text: name,
    className: method === "heavyBall" ? "hb" : "nag",
  };
}
