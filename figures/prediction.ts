import { dot } from "@observablehq/plot";
import { chart, type Chart, type Note, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable } from "./data-table.ts";
import type { EndLabel } from "./end-labels.ts";
import { curveWidth, methodStyle, type MethodName } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { linearTicks, logTicks, type Tick } from "./ticks.ts";

/** Where a reader draws: the handles' places on the horizontal axis, and both axes. */
export interface PredictionAxes {
  readonly x: {
    readonly name: string;
    /** Ascending. */
    readonly at: readonly number[];
    /** "even": the handles stand at equal distances, and the axis is stretched between them. */
    readonly type: "linear" | "log" | "even";
  };
  readonly y: {
    readonly name: string;
    readonly type: "linear" | "log";
  };
}

/** The answer to a drawn curve. */
export interface CurveAnswer {
  /** Its value at each handle; not finite where there is none. */
  readonly values: readonly number[];
  /** The whole curve, `[x₀, y₀, x₁, y₁, …]`, x ascending; the values at the handles, if left out. */
  readonly curve?: Float64Array;
  readonly method: MethodName;
}

export interface PredictionPicture extends PredictionAxes {
  readonly range: readonly [number, number];
  readonly prediction: readonly number[];
  /** null until it is revealed. */
  readonly answer: CurveAnswer | null;
}

/** How high the picture of a prediction is where its place does not say so (px). */
export function predictionHeight({ narrow }: Size): number {
  return narrow ? 280 : 300;
}

/** The curve that a reader draws, in the accent, and the answer in its method's colour once it is revealed. */
export function prediction(picture: PredictionPicture, { width, height, narrow }: Size): Chart {
  const { x, y, range, answer } = picture;
  const place = placeOnAxis(x);
  const ends = [place(x.at[0] ?? 0), place(x.at.at(-1) ?? 1)] as const;
  const mine = points(x.at.map(place), picture.prediction);
  const theirs = answer ? answerPoints(answer, x.at, place) : [];
  const drawn = chart({
    className: "prediction",
    width,
    height: height ?? predictionHeight({ width, narrow }),
    margin: { top: 40, right: narrow ? 8 : 92, bottom: 46, left: 40 },
    // The discs overlap neither the axis nor the edge.
    x: {
      type: x.type === "log" ? "log" : "linear",
      domain: padded(ends, x.type === "log", narrow ? 0.045 : 0.03),
      ticks: x.at.map((value) => ({ value: place(value), label: formatShort(value) })),
      name: x.name,
    },
    y: {
      type: y.type,
      domain: range,
      ticks:
        y.type === "log" ? logTicks(...range, 7).map(powerTick) : linearTicks(...range, 5).map(plainTick),
      name: y.name,
    },
    marks: [
      curve(theirs, {
        stroke: methodStyle[answer?.method ?? "heavyBall"].colour,
        strokeWidth: curveWidth,
        strokeLinejoin: "round",
      }),
      curve(mine, { stroke: "var(--hold)", strokeWidth: curveWidth, curve: "monotone-x" }),
      dot(mine, { ...xy, r: 4.5, fill: "var(--hold)", clip: false }),
    ],
    ...(narrow ? { notes: notesAtEnd(mine, theirs, answer) } : { endLabels: labels(mine, theirs, answer) }),
  });
  return { ...drawn, x: (value) => drawn.x(place(value)) };
}

/** Both curves as numbers. */
export function predictionTable({
  x,
  y,
  prediction: mine,
  answer,
}: Omit<PredictionPicture, "range">): DataTable {
  const [xName, yName] = [columnName(x.name), columnName(y.name)];
  const columns = [
    { name: xName, values: x.at },
    { name: `your prediction: ${yName}`, values: mine },
  ];
  if (!answer) return columns;
  const curve = answer.curve ? pairColumns(`its curve: ${xName}`, `its curve: ${yName}`, answer.curve) : [];
  return [...columns, { name: `the answer: ${yName}`, values: answer.values }, ...curve];
}

function plainTick(value: number): Tick {
  return { value, label: formatShort(value) };
}

/** Powers of ten from 10⁴ are written as such: there is no room for all their zeros. */
function powerTick(value: number): Tick {
  return value < 1e4 ? plainTick(value) : { value, label: `10^(${Math.round(Math.log10(value))})` };
}

const xy = { x: "x", y: "y" } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

function points(xs: readonly number[], ys: readonly number[]): Point[] {
  return xs.map((x, i) => ({ x, y: ys[i] ?? NaN }));
}

function answerPoints(
  { curve, values }: CurveAnswer,
  at: readonly number[],
  place: (value: number) => number,
): Point[] {
  if (!curve) return points(at.map(place), values);
  return Array.from({ length: curve.length / 2 }, (_, i) => ({
    x: place(curve[2 * i] ?? NaN),
    y: curve[2 * i + 1] ?? NaN,
  }));
}

/** From data to the chart's axis: between two handles of an even axis, in proportion. */
function placeOnAxis({ at, type }: PredictionAxes["x"]): (value: number) => number {
  if (type !== "even") return (value) => value;
  return (value) => {
    const last = at.length - 2;
    const before = Math.max(
      0,
      Math.min(
        last,
        at.findLastIndex((handle) => handle <= value),
      ),
    );
    const [low, high] = [at[before] ?? 0, at[before + 1] ?? 1];
    return before + (value - low) / (high - low);
  };
}

function padded([low, high]: readonly [number, number], isLog: boolean, share: number): [number, number] {
  if (isLog) return [low * (low / high) ** share, high * (high / low) ** share];
  return [low - share * (high - low), high + share * (high - low)];
}

function labels(mine: readonly Point[], theirs: readonly Point[], answer: CurveAnswer | null): EndLabel[] {
  const ends = [{ ...endOf(mine), text: "you", colour: "var(--hold)" }];
  if (!answer) return ends;
  const { name, colour } = methodStyle[answer.method];
  return [...ends, { ...endOf(theirs), text: name, colour }];
}

/** On a phone the names stand over and under the ends of the two curves. */
function notesAtEnd(mine: readonly Point[], theirs: readonly Point[], answer: CurveAnswer | null): Note[] {
  const [own, other] = [endOf(mine), endOf(theirs)];
  const isAbove = !answer || own.y > other.y;
  const [above, below] = [
    { anchor: "end", dx: 6, dy: -16 },
    { anchor: "end", dx: 6, dy: 26 },
  ] as const;
  const you = { ...own, ...(isAbove ? above : below), text: "you", className: "held" };
  if (!answer) return [you];
  const { name } = methodStyle[answer.method];
  return [you, { ...other, ...(isAbove ? below : above), text: name, className: noteClass[answer.method] }];
}

const noteClass: Record<MethodName, string> = {
  gradientDescent: "gd",
  heavyBall: "hb",
  nesterov: "nag",
  chebyshev: "ink",
  conjugateGradient: "",
};

/** Where a curve ends, as far as it has values. */
function endOf(curve: readonly Point[]): Point {
  return curve.findLast(({ y }) => Number.isFinite(y)) ?? { x: NaN, y: NaN };
}
