import { chart, type Chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { countColumn, pairColumns, type DataTable } from "./data-table.ts";
import { hatching } from "./hatching.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf } from "./pairs.ts";
import { richText, svgElement } from "./rich-text.ts";
import type { Tick } from "./ticks.ts";

/** Square-root axes make the borders straight; plain ones are what most readers expect. */
export type MapAxes = "square-root" | "plain";

/** A level curve of the modulus of the slower root: `[ηλ₀, β₀, ηλ₁, β₁, …]`. */
export interface Level {
  readonly modulus: number;
  readonly points: Float64Array;
}

/** A problem on the map: its eigenvalues as a comb at the height of β. */
export interface Comb {
  readonly momentum: number;
  /** ηλ for each eigenvalue, ascending. */
  readonly teeth: Float64Array;
  /** Which tooth is the slowest. */
  readonly slowest: number;
  /** The best β for each ηα: `[ηα₀, β₀, ηα₁, β₁, …]`. */
  readonly best: Float64Array;
  /** The level curve through the slowest mode, which the ratio of the spectrum has to fit into; null without decay. */
  readonly level: Float64Array | null;
}

const X_END = 4.12;
const AXIS_OFFSET = 22;
const TICKS = {
  "square-root": { wide: [0, 0.1, 0.25, 0.5, 1, 2, 3, 4], narrow: [0, 0.1, 1, 4] },
  plain: { wide: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4], narrow: [0, 1, 2, 3, 4] },
};
const MOMENTUM_TICKS = {
  "square-root": { wide: [0, 0.1, 0.25, 0.5, 0.7, 0.9, 1], narrow: [0, 0.25, 0.5, 0.9] },
  plain: { wide: [0, 0.2, 0.4, 0.6, 0.8, 1], narrow: [0, 0.5, 1] },
};

/**
 * The plane of (ηλ, β), shaded by the modulus of heavy ball's slower root: the faster, the deeper. `levels` are
 * nested, the border of stability (modulus 1) first. This is the part that does not depend on the problem.
 */
export function rootMapGround(levels: readonly Level[], axes: MapAxes, size: Size): Chart {
  const { width, narrow, height = Math.round(width * (narrow ? 0.84 : 0.645)) } = size;
  const margin = { top: 10, right: narrow ? 12 : 16, bottom: AXIS_OFFSET + 40, left: 46 };
  const type = axes === "plain" ? "linear" : "sqrt";
  const density = narrow ? "narrow" : "wide";
  const momentumDensity = narrow || height < 240 ? "narrow" : "wide";
  const scale = axes === "plain" || narrow ? "" : ", on a square-root axis";
  const ground = chart({
    className: "map",
    width,
    height,
    margin,
    axisOffset: AXIS_OFFSET,
    grid: false,
    x: {
      type,
      domain: [0, X_END],
      ticks: TICKS[axes][density].map(tick),
      name: `*ηλ*, step size times eigenvalue${scale}`,
    },
    y: { type, domain: [0, 1], ticks: MOMENTUM_TICKS[axes][momentumDensity].map(tick), name: "" },
    marks: levels.flatMap((level) => band(level)),
    notes: regionNames(axes, narrow),
  });
  ground.svg.prepend(divergence(width - margin.right, height - margin.bottom, margin));
  ground.svg.append(criticalLines(ground), axisName(height - margin.bottom, margin.top));
  if (axes === "square-root" && !narrow) ground.svg.append(criticalName(ground));
  return ground;
}

/** The problem on top of the ground: comb, rug, the slowest mode ringed, and the line of best settings. */
export function rootMapComb(ground: Chart, { momentum, teeth, slowest, best, level }: Comb): SVGGElement {
  const group = svgElement("g", { class: "problem" });
  const floor = ground.y(0);
  const height = ground.y(momentum);
  const positions = Array.from(teeth, (tooth) => ground.x(Math.min(tooth, X_END)));
  const first = positions[0] ?? 0;
  const last = positions.at(-1) ?? 0;
  group.append(
    svgElement("path", { class: "level", d: level ? path(ground, level) : "" }),
    svgElement("path", { class: "best-casing", d: path(ground, best) }),
    svgElement("path", { class: "best", d: path(ground, best) }),
    svgElement("path", {
      class: "drop",
      d: `M${first},${height}V${floor + 7}M${last},${height}V${floor + 7}`,
    }),
    svgElement("path", { class: "rug", d: positions.map((x) => `M${x},${floor + 8}v12`).join("") }),
    svgElement("line", { class: "comb", x1: first, x2: last, y1: height, y2: height }),
    svgElement("path", { class: "teeth", d: positions.map((x) => `M${x},${height}h0`).join("") }),
    svgElement("circle", { class: "slowest", cx: positions[slowest] ?? first, cy: height, r: 5.5 }),
  );
  return group;
}

/** The problem on the map as numbers. */
export function rootMapTable({ momentum, teeth, best, level }: Comb): DataTable {
  const mode = countColumn("mode", [{ name: "", values: teeth }]);
  return [
    mode,
    { name: "step size times eigenvalue", values: teeth },
    { name: "momentum", values: Array.from(teeth, () => momentum) },
    ...pairColumns("best settings: step size times largest eigenvalue", "best settings: momentum", best),
    ...(level
      ? pairColumns("level of the slowest mode: step size times eigenvalue", "the level: momentum", level)
      : []),
  ];
}

function tick(value: number): Tick {
  return { value, label: formatShort(value, 2) };
}

function band({ modulus, points }: Level) {
  const depth = 1 - modulus;
  const share = `calc(var(--map-shallow) + (var(--map-deep) - var(--map-shallow)) * ${depth.toFixed(4)})`;
  const fill = `color-mix(in oklab, var(--hb) ${share}, var(--paper))`;
  const isBorder = modulus === 1;
  return [
    curve(points, { fill: "var(--paper)", stroke: "none" }),
    curve(points, {
      fill,
      stroke: isBorder ? "var(--line)" : "var(--paper)",
      strokeOpacity: isBorder ? 1 : 0.55,
      strokeWidth: isBorder ? 1 : 0.75,
    }),
  ].slice(isBorder ? 0 : 1);
}

function path(ground: Chart, points: Float64Array): string {
  return pointsOf(points)
    .map(({ x, y }, i) => `${i ? "L" : "M"}${ground.x(x).toFixed(2)},${ground.y(y).toFixed(2)}`)
    .join("");
}

/** Where the iteration diverges: hatched, under the bands, which cover the rest. */
function divergence(
  right: number,
  bottom: number,
  { left, top }: { left: number; top: number },
): SVGGElement {
  const { pattern, fill } = hatching();
  const group = svgElement("g", { "aria-hidden": "true" });
  group.append(
    pattern,
    svgElement("rect", { x: left, y: top, width: right - left, height: bottom - top, fill }),
  );
  return group;
}

/** The two lines β = (1 − √(ηλ))² between creeping and ringing modes, and between ringing and overshooting. */
function criticalLines(ground: Chart): SVGPathElement {
  const samples = Array.from({ length: 65 }, (_, i) => (2 * i) / 64);
  const points = samples.map(
    (root) => `${ground.x(root ** 2).toFixed(2)},${ground.y((1 - root) ** 2).toFixed(2)}`,
  );
  return svgElement("path", { class: "critical", d: `M${points.join("L")}` });
}

function criticalName(ground: Chart): SVGTextElement {
  // Low on the line, so that a place at β = ¼, as in an example, has room for its name.
  const x = ground.x(0.48) - 10;
  const y = ground.y(0.0944) - 4;
  const slope = Math.atan2(ground.y(0) - ground.y(1), ground.x(1) - ground.x(0)) * (180 / Math.PI);
  return richText("critical damping", {
    class: "region",
    x,
    y,
    "text-anchor": "middle",
    transform: `rotate(${slope.toFixed(1)} ${x} ${y}) translate(0 16)`,
  });
}

function regionNames(axes: MapAxes, narrow: boolean) {
  const ring = axes === "plain" ? { x: 1.25, y: 0.55 } : { x: 1, y: 0.36 };
  const names = [
    { ...ring, text: "modes ring" },
    { ...ring, text: "*ρ* = √*β*", dy: 18 },
    { x: axes === "plain" ? 3.3 : 3.1, y: axes === "plain" ? 0.3 : 0.055, text: "diverges" },
  ];
  // On plain axes the creeping modes are a sliver at the left, too narrow for a name.
  const creep = axes === "plain" ? [] : [{ x: 0.085, y: 0.05, text: narrow ? "creep" : "modes creep" }];
  const wide = [{ x: axes === "plain" ? 1.72 : 1.66, y: axes === "plain" ? 0.04 : 0.016, text: "overshoot" }];
  return [...names, ...creep, ...(narrow ? [] : wide)].map((name) => ({
    anchor: "middle" as const,
    className: "region",
    ...name,
  }));
}

function axisName(bottom: number, top: number): SVGTextElement {
  const y = (top + bottom) / 2;
  return richText("*β*, momentum", {
    class: "name",
    x: 8,
    y,
    "text-anchor": "middle",
    transform: `rotate(-90 8 ${y}) translate(0 4)`,
    "aria-hidden": "true",
  });
}
