import { dot, type Markish } from "@observablehq/plot";
import { chart, type Note, type Size } from "./chart.ts";
import { curve, shading } from "./curve.ts";
import { pairColumns, type DataTable, type Drawing } from "./data-table.ts";
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
const RUG_HEIGHT = 12;
/** What the name of a set of data takes, and a gap. */
const NAME_ROOM = 104;
/** What the name of the crossing takes to its left (px). */
const CROSSING_ROOM = 160;

function heightIn({ width, narrow }: Size): number {
  return Math.round(narrow ? 0.95 * width : Math.min(430, 0.66 * width));
}

function draw(data: DecayCurves, { width, height, narrow }: Size): SVGSVGElement {
  const { heavyBall, nesterov, crossing, rugs } = data;
  const [ball, other] = [pointsOf(heavyBall), pointsOf(nesterov)];
  const [from, to] = [ball[0]?.x ?? 1e-5, ball.at(-1)?.x ?? 4];
  const low = 10 ** Math.floor(Math.log10(Math.min(decayAt(ball, 0), decayAt(other, 0))) + 1e-9);
  const [left, right] = [50, narrow ? 12 : 16];
  const offset = 10 + rugs.length * (RUG_HEIGHT + 4);
  const { svg, x, y } = chart({
    className: "decay-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right, bottom: offset + 44, left },
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
    notes: names(data, narrow, share(crossing.x, from, to) * (width - left - right) > CROSSING_ROOM),
  });
  rugs.forEach((rug, i) => svg.append(...drawn(rug, x, y(low) + 6 + i * (RUG_HEIGHT + 4), [from, to])));
  return svg;
}

/** One row of teeth, with its name after the last tooth, before the first, or at the edge, where there is room. */
function drawn(
  { name, teeth, held }: Rug,
  x: (value: number) => number,
  top: number,
  [from, to]: readonly [number, number],
): SVGElement[] {
  const shown = teeth.filter((tooth) => tooth >= from && tooth <= to);
  const path = Array.from(shown, (tooth) => `M${x(tooth)},${top}v${RUG_HEIGHT}`).join("");
  const [first, last] = [x(shown[0] ?? from), x(shown.at(-1) ?? from)];
  const end = x(to);
  const place =
    end - last > NAME_ROOM
      ? ({ x: last + 8, "text-anchor": "start" } as const)
      : first > NAME_ROOM
        ? ({ x: first - 8, "text-anchor": "end" } as const)
        : ({ x: end, "text-anchor": "end" } as const);
  return [
    svgElement("path", { class: held ? "rug" : "rug faint", d: path }),
    richText(name, { class: held ? "note ink" : "note", y: top + 10.5, ...place }),
  ];
}

/** How far a value is along a logarithmic axis, from 0 to 1. */
function share(value: number, from: number, to: number): number {
  return Math.log(value / from) / Math.log(to / from);
}

function names({ crossing }: DecayCurves, narrow: boolean, hasRoomBefore: boolean): Note[] {
  // Between the crossing and 1, where Nesterov's method rings, with √(β(1 − ηλ)).
  const between = Math.min(0.9, Math.max(0.2, Math.sqrt(crossing.x)));
  return [
    {
      x: crossing.x,
      y: crossing.decay,
      ...(hasRoomBefore
        ? ({ dx: -9, dy: -9, anchor: "end" } as const)
        : ({ dx: 9, dy: 40, anchor: "start" } as const)),
      text: `equal at *ηλ* = ${formatShort(crossing.x)}`,
      className: "ink",
    },
    {
      x: 1,
      y: crossing.decay,
      dx: -6,
      dy: 19,
      anchor: "end",
      text: "heavy ball",
      className: "hb",
    },
    {
      x: between,
      y: crossing.decay - Math.log(1 - between) / 2,
      dx: narrow ? -4 : -10,
      dy: -8,
      anchor: "end",
      text: "Nesterov",
      className: "nag",
    },
  ];
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
