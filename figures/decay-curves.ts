import { dot, type Markish } from "@observablehq/plot";
import { chart, type Note, type Size } from "./chart.ts";
import { curve, shading } from "./curve.ts";
import { pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import type { Scales } from "./end-labels.ts";
import { curveWidth, heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { richText, svgElement } from "./rich-text.ts";
import { logTicks, powerTick } from "./ticks.ts";

/** The modes of one set of data, as ηλ. */
export interface Rug {
  readonly name: string;
  readonly teeth: Float64Array;
  /** The one that is looked at is darker. */
  readonly held: boolean;
}

/** By how much two methods shrink a mode per step, −ln of the factor, over ηλ: `[ηλ₀, decay₀, …]` at the same places; not positive where the mode does not decay. */
export interface DecayCurves {
  readonly heavyBall: Float64Array;
  readonly nesterov: Float64Array;
  /** Where the two are equal. */
  readonly crossing: { readonly x: number; readonly decay: number };
  /** Up to which ηλ Nesterov's method decays. */
  readonly limit: number;
  readonly rugs: readonly Rug[];
}

/** Two methods' decay per step, shaded in the colour of the faster, with the spectra of data as rugs under the axis. */
export function decayCurves(data: DecayCurves): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ heavyBall, nesterov, crossing, rugs }: DecayCurves): DataTable {
  const [at, ball] = pairColumns(
    "step size times eigenvalue",
    "heavy ball: decay per step, −ln of the factor",
    heavyBall,
  );
  return [
    at,
    ball,
    pairColumns("", "Nesterov: decay per step, −ln of the factor", nesterov)[1],
    { name: "the curves cross at", values: [crossing.x] },
    ...rugs.map(({ name, teeth }) => ({ name: `${name}: step size times eigenvalue`, values: teeth })),
  ];
}

/** Nesterov's method solves the mode ηλ = 1 in two steps: such decays leave the picture. */
const TOP = 3;
/** A set of data has a line for its name, above its teeth, so that it hides none of them (px). */
const RUG_NAME = 15;
const RUG_HEIGHT = 12;
const RUG_ROW = RUG_NAME + RUG_HEIGHT + 4;
/** What the name of the crossing takes to its left, the axis included, and that of heavy ball (px). */
const CROSSING_ROOM = 210;
const BALL_ROOM = 76;
const LINE_HEIGHT = 17;

function heightIn({ width, narrow }: Size): number {
  return Math.round(narrow ? 1.03 * width : Math.min(440, 0.66 * width));
}

function draw(data: DecayCurves, { width, height, narrow }: Size): SVGSVGElement {
  const { heavyBall, nesterov, crossing, rugs } = data;
  const [ball, other] = [pointsOf(heavyBall), pointsOf(nesterov)];
  const [from, to] = [ball[0]?.x ?? 1e-5, ball.at(-1)?.x ?? 4];
  const low = 10 ** Math.floor(Math.log10(Math.min(decayAt(ball, 0), decayAt(other, 0))) + 1e-9);
  const offset = 10 + rugs.length * RUG_ROW;
  const { svg, x, y } = chart({
    className: "decay-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 16, bottom: offset + 44, left: 50 },
    axisOffset: offset,
    x: {
      type: "log",
      domain: [from, to],
      ticks: logTicks(from, to, narrow ? 4 : 7).map(powerTick),
      name: "*ηλ*, step size times eigenvalue",
    },
    y: {
      type: "log",
      domain: [low, TOP],
      ticks: logTicks(low, TOP, 6).map(powerTick),
      name: "decay per step, −ln of the factor",
    },
    marks: [
      ...shade(ball, other, low),
      curve(plotted(ball, low), {
        stroke: methodStyle.heavyBall.colour,
        strokeWidth: heldCurveWidth,
      }),
      curve(plotted(other, low), {
        stroke: methodStyle.nesterov.colour,
        strokeWidth: curveWidth,
      }),
      dot([{ x: crossing.x, y: crossing.decay }], {
        x: "x",
        y: "y",
        r: 5,
        stroke: "var(--ink)",
        strokeWidth: 1.5,
      }),
    ],
    notes: (scales) => names(data, scales, narrow),
  });
  rugs.forEach((rug, i) => svg.append(...drawn(rug, x, y(low) + 6 + i * RUG_ROW, [from, to])));
  return svg;
}

/** One row of teeth, under its name. */
function drawn(
  { name, teeth, held }: Rug,
  x: (value: number) => number,
  top: number,
  [from, to]: readonly [number, number],
): SVGElement[] {
  const shown = teeth.filter((tooth) => tooth >= from && tooth <= to);
  const path = Array.from(shown, (tooth) => `M${x(tooth)},${top + RUG_NAME}v${RUG_HEIGHT}`).join("");
  return [
    svgElement("path", { class: held ? "rug" : "rug faint", d: path }),
    richText(name, {
      class: held ? "note ink" : "note",
      x: x(from),
      y: top + 10.5,
      "text-anchor": "start",
    }),
  ];
}

function names({ crossing, limit }: DecayCurves, scales: Scales, narrow: boolean): Note[] {
  const hasRoomBefore = scales.x(crossing.x) > CROSSING_ROOM;
  // Without momentum both are gradient descent, and equal where it is done at once.
  const level = Math.min(crossing.decay, TOP);
  // Between the crossing and 1, where Nesterov's method rings, with √(β(1 − ηλ)).
  const between = Math.min(0.9, Math.max(0.2, Math.sqrt(crossing.x)));
  const nesterov = level - Math.log(1 - between) / 2;
  const clear = hasRoomBefore ? 9 + LINE_HEIGHT - (scales.y(level) - scales.y(nesterov)) : 0;
  return [
    {
      x: crossing.x,
      y: level,
      ...(hasRoomBefore
        ? ({ dx: -9, dy: -9, anchor: "end" } as const)
        : ({ dx: 9, dy: 40, anchor: "start" } as const)),
      text: `equal at *ηλ* = ${formatShort(crossing.x)}`,
      className: "ink",
    },
    {
      x: limit,
      y: level,
      dx: -10,
      dy: 19 + lowered(crossing.x, limit, scales),
      anchor: "end",
      text: "heavy ball",
      className: "hb",
    },
    {
      x: between,
      y: nesterov,
      dx: narrow ? -4 : -10,
      dy: -Math.max(8, clear),
      anchor: "end",
      text: "Nesterov",
      className: "nag",
    },
  ];
}

/**
 * How much lower (px) the name of heavy ball stands where its level, from the crossing to where Nesterov's curve comes down,
 * is too short for it: to the right of both curves on their way up.
 */
function lowered(crossing: number, limit: number, { x, y }: Scales): number {
  const overhang = x(crossing) - (x(limit) - BALL_ROOM);
  if (!(overhang > 0)) return 0;
  // Just before they cross both curves come to half of the level and less; from there on they fall as ηλ does.
  const half = y(1) - y(2);
  return half + (overhang * half) / (x(2) - x(1));
}

function decayAt(curve: readonly Point[], index: number): number {
  return Math.max(curve[index]?.y ?? 1e-4, 1e-8);
}

/** What does not decay leaves the picture below, what decays at once above. */
function plotted(curve: readonly Point[], low: number): Point[] {
  return curve.map(({ x, y }) => ({ x, y: Math.min(Math.max(y, low / 100), 1e3) }));
}

function shade(ball: readonly Point[], other: readonly Point[], low: number): Markish[] {
  const [first, second] = [plotted(ball, low), plotted(other, low)];
  const ahead = (isAhead: (own: number, rival: number) => boolean, fill: string) =>
    shading(
      first,
      ({ y }, i) => {
        const rival = second[i]?.y ?? y;
        return isAhead(y, rival) ? [Math.min(y, rival), Math.max(y, rival)] : [y, y];
      },
      { fill, fillOpacity: 0.16 },
    );
  return [
    ahead((own, rival) => own > rival, methodStyle.heavyBall.colour),
    ahead((own, rival) => own < rival, methodStyle.nesterov.colour),
  ];
}
