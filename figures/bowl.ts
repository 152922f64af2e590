import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { discs } from "./discs.ts";
import { countColumn, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { methodStyle, type MethodName } from "./method-style.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { richText, svgElement } from "./rich-text.ts";

/** Iterates on the flattest and the steepest direction: `[x₀, y₀, x₁, y₁, …]`. */
export interface BowlPath {
  readonly method: MethodName;
  readonly points: Float64Array;
}

const X_DOMAIN: readonly [number, number] = [-1.15, 0.85];
const Y_DOMAIN: readonly [number, number] = [-1.25, 1.25];
/** Heights at which the level curves cross the steepest direction. */
const LEVELS = [0.04, 0.09, 0.17, 0.3, 0.5, 0.75, 1.03];

const GAP: Point = { x: NaN, y: NaN };

/** The iterates of each method from one start on the level curves of ½(x²/κ + y²), scaled to the picture. */
export function bowl(conditionNumber: number, paths: readonly BowlPath[]): Drawing {
  return {
    draw: (size) => draw(conditionNumber, paths, size),
    height: heightIn,
    table: () => table(paths),
  };
}

function table(paths: readonly BowlPath[]): DataTable {
  const columns = paths.flatMap(({ method, points }) => {
    const { name } = methodStyle[method];
    return pairColumns(
      `${name}: along the flattest direction`,
      `${name}: along the steepest direction`,
      points,
    );
  });
  return [countColumn("iteration", columns), ...columns];
}

function heightIn({ width, narrow }: Size): number {
  return Math.round(narrow ? width * 0.52 : Math.min(176, width * 0.5));
}

function draw(
  conditionNumber: number,
  paths: readonly BowlPath[],
  { width, narrow, height = heightIn({ width, narrow }) }: Size,
): SVGSVGElement {
  const { svg, x, y } = chart({
    className: "bowl",
    width,
    height,
    margin: { top: 4, right: 0, bottom: 4, left: 0 },
    x: { domain: X_DOMAIN, ticks: [], name: "" },
    y: { domain: Y_DOMAIN, ticks: [], name: "" },
    bare: true,
    marks: [
      // All of them as one curve: a picture that is drawn anew at every move of a control has few parts.
      curve(
        LEVELS.flatMap((level) => [...ellipse(level, conditionNumber), GAP]),
        { stroke: "var(--line)", strokeOpacity: 0.55, strokeWidth: 0.9 },
      ),
      ...paths.flatMap(({ method, points }) => {
        const { colour } = methodStyle[method];
        const places = visible(points);
        return [
          curve(places, { stroke: colour, strokeWidth: 1.5, strokeLinejoin: "round" }),
          discs(places, colour, 1.9),
        ];
      }),
    ],
  });
  svg.append(
    svgElement("circle", { class: "start", cx: x(-1), cy: y(1), r: 4 }),
    richText("*w*_(0)", { class: "note ink", x: x(-1) + 8, y: y(1) - 4, "text-anchor": "start" }),
    svgElement("path", { class: "minimum", d: `M${x(0) - 4},${y(0)}h8m-4,-4v8` }),
    richText("*w*_(∗)", { class: "note ink", x: x(0) + 6, y: y(0) + 22, "text-anchor": "start" }),
  );
  return svg;
}

/** The level curve x²/κ + y² = level². */
function ellipse(level: number, conditionNumber: number): Point[] {
  const reach = level * Math.sqrt(conditionNumber);
  // A long ellipse is sampled where the picture is, not along its whole length.
  const limit = Math.min(1, 1.3 / reach);
  const half = Array.from({ length: 65 }, (_, i) => Math.sin(((i - 32) / 32) * Math.asin(limit)));
  const upper = half.map((s) => ({ x: reach * s, y: level * Math.sqrt(Math.max(0, 1 - s * s)) }));
  const lower = upper.map(({ x, y }) => ({ x, y: -y })).reverse();
  return limit < 1 ? [...upper, GAP, ...lower] : [...upper, ...lower];
}

/** The path until it is far out of the picture: beyond, its lines would only cross it at random. */
function visible(path: Float64Array): Point[] {
  const places = pointsOf(path);
  const left = places.findIndex(({ x, y }) => !(Math.abs(x) < 8 && Math.abs(y) < 8));
  return left < 0 ? places : places.slice(0, left + 1);
}
