import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke, companionWidth, curveWidth } from "./method-style.ts";
import { formatShort } from "./number-format.ts";

/** A closed border around the minimiser: its distance at each angle, the same at all if there is one number only; Infinity is beyond the picture. */
export interface Ring {
  readonly name: string;
  readonly radii: Float64Array;
  /** What is proved is filled; what was measured is a line, and what was bounded on the way dashed. */
  readonly role: "proved" | "measured" | "law";
}

export interface BasinRings {
  /** The angles of the distances, from 0 to π; the other half is the same. */
  readonly angles: Float64Array;
  readonly rings: readonly Ring[];
  /** The least and the greatest distance shown, powers of ten. */
  readonly range: readonly [number, number];
  /** Where the reader starts. */
  readonly here: { readonly radius: number; readonly angle: number };
  readonly xName: string;
  readonly yName: string;
}

/** Regions around a minimiser whose sizes differ by many powers of ten: each power of ten outward is a circle further. */
export function basinRings(data: BasinRings): Drawing {
  return { draw: (size) => draw(data, size), height: sideOf, table: () => table(data) };
}

function table({ angles, rings, here }: BasinRings): DataTable {
  return [
    { name: "angle in degrees", values: angles.map((angle) => (180 * angle) / Math.PI) },
    ...rings.map(({ name, radii }) => ({ name: `distance: ${columnName(name)}`, values: radii })),
    { name: "distance of the start", values: [here.radius] },
  ];
}

const LEGEND = 230;

function sideOf({ width, narrow }: Size): number {
  return Math.round(narrow ? width + 24 * 4 : Math.min(420, width - LEGEND));
}

function draw(data: BasinRings, size: Size): SVGSVGElement {
  const { rings, range, here, xName, yName } = data;
  const { width, narrow, height = sideOf(size) } = size;
  const [least, most] = range;
  const decades = Math.log10(most / least);
  const below = narrow ? 24 * rings.length : 0;
  const side = Math.min(height - below, narrow ? width : width - LEGEND);
  const right = width - side;
  /** From 0 at the least distance to the number of powers of ten. */
  const out = (radius: number): number => Math.min(1.5 * decades, Math.max(0.04, Math.log10(radius / least)));
  const place = (radius: number, angle: number): { x: number; y: number } => ({
    x: out(radius) * Math.cos(angle),
    y: out(radius) * Math.sin(angle),
  });
  const circles = Array.from({ length: decades }, (_, k) => 10 ** (k + 1) * least);
  const shown = rings.map((ring) => ({ ...ring, points: closed(data, ring, place) }));
  /** Where the name of a ring points to; the outer ones stand higher. */
  const named = (ring: Ring, i: number): { x: number; y: number } => {
    const angle = (Math.PI * (rings.length - i)) / (2.5 * rings.length);
    const nearest = data.angles.reduce((best, at, k) => (at <= angle ? k : best), 0);
    return place(ring.radii[ring.radii.length === 1 ? 0 : nearest] ?? NaN, angle);
  };
  return chart({
    className: "basin-rings",
    width,
    height: side + below,
    margin: { top: 8, right: right + 8, bottom: below + 8, left: 8 },
    bare: true,
    x: { domain: [-decades, decades], ticks: [], name: xName },
    y: { domain: [-decades, decades], ticks: [], name: yName },
    marks: [
      ...circles.map((radius) => curve(circle(radius, place), { stroke: "var(--rule)" })),
      ...shown.map(({ points, role }) => curve(points, strokes[role])),
      dot([place(here.radius, here.angle)], { x: "x", y: "y", fill: "var(--ink)", r: 5 }),
    ],
    notes: [
      ...circles
        .filter((_, k) => k % 2 === 1)
        .map((radius) => ({
          ...place(radius, -Math.PI / 2),
          text: formatShort(radius),
          anchor: "middle" as const,
          dy: -3,
        })),
      ...rings.flatMap((ring, i) =>
        narrow
          ? [{ x: -decades, y: -decades, text: said(ring, most), dy: 24 * (i + 1), className: "ink" }]
          : [],
      ),
    ],
    endLabels: narrow
      ? []
      : rings.map((ring, i) => ({
          ...inside(named(ring, i), decades),
          text: said(ring, most),
          colour: "var(--ink)",
          strong: ring.role === "proved",
        })),
  }).svg;
}

const strokes = {
  proved: { stroke: "var(--hb)", strokeWidth: curveWidth, fill: "var(--hb)", fillOpacity: 0.25 },
  measured: { stroke: "var(--hb)", strokeWidth: curveWidth },
  law: { stroke: "var(--hb)", ...boundStroke, strokeWidth: companionWidth },
};

type Place = (radius: number, angle: number) => { x: number; y: number };

/** A ring all round; the lower half is the upper one turned by half a turn. */
function closed({ angles }: BasinRings, { radii }: Ring, place: Place): { x: number; y: number }[] {
  const [only] = radii;
  if (radii.length === 1) return circle(only ?? NaN, place);
  const half = (turn: number) => Array.from(angles, (angle, k) => place(radii[k] ?? NaN, angle + turn));
  const upper = half(0);
  return [...upper, ...half(Math.PI), ...upper.slice(0, 1)];
}

function circle(radius: number, place: Place): { x: number; y: number }[] {
  return Array.from({ length: 97 }, (_, k) => place(radius, (Math.PI * k) / 48));
}

/** A point beyond the frame is named from the frame. */
function inside({ x, y }: { x: number; y: number }, decades: number): { x: number; y: number } {
  const over = Math.max(1, x / decades, y / decades);
  return { x: x / over, y: y / over };
}

function said({ name, radii }: Ring, most: number): string {
  return `${name}: ${rangeOf(radii, most)}`;
}

function rangeOf(radii: Float64Array, most: number): string {
  const known = radii.filter((radius) => !Number.isNaN(radius));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (known.length === 0) return "…";
  if (low > most) return `beyond ${formatShort(most)}`;
  if (low === high) return formatShort(low, 2);
  return `${formatShort(low, 2)} to ${high > most ? "more" : formatShort(high, 2)}`;
}
