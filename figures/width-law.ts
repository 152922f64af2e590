import { dot } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { columnName, pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke } from "./method-style.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { logTicks, powerTick } from "./ticks.ts";

/** A quantity measured at some widths, and the law that it should follow, both as pairs `[m₀, y₀, m₁, y₁, …]`. */
export interface WidthLaw {
  /** The name of the vertical axis. */
  readonly name: string;
  readonly measured: { readonly pairs: Float64Array; readonly name: string };
  readonly law: { readonly pairs: Float64Array; readonly name: string };
  /** A colour of the page; ink where the quantity belongs to no method. */
  readonly colour?: string;
}

/** A quantity against the width of a network, both axes logarithmic: dots measured, a dashed line for the law. */
export function widthLaw(data: WidthLaw): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ name, measured, law }: WidthLaw): DataTable {
  const label = columnName(name);
  return [
    ...pairColumns("width", `${label}: ${columnName(measured.name)}`, measured.pairs),
    ...pairColumns("width of the law", columnName(law.name), law.pairs),
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.8) : 300;
}

function draw(data: WidthLaw, { width, height, narrow }: Size): SVGSVGElement {
  const { name, measured, law, colour = "var(--ink)" } = data;
  const [points, path] = [positivePoints(measured.pairs), positivePoints(law.pairs)];
  const shown = [...points, ...path];
  const [left, right] = decadesAround(shown.map(({ x }) => x));
  const [low, high] = decadesAround(shown.map(({ y }) => y));
  const end = path.at(-1) ?? { x: right, y: low };
  const last = points.at(-1) ?? end;
  return chart({
    className: "width-law",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: narrow ? 12 : 172, bottom: 46, left: 50 },
    x: {
      type: "log",
      // Room for the dots at the ends.
      domain: [left / 1.3, right * 1.3],
      ticks: logTicks(left, right, narrow ? 4 : 7).map(powerTick),
      name: "width *m*",
    },
    y: { type: "log", domain: [low, high], ticks: logTicks(low, high, 6).map(powerTick), name },
    marks: [
      curve(path, { stroke: colour, ...boundStroke }),
      dot(points, { x: "x", y: "y", r: 3.2, fill: colour }),
    ],
    endLabels: narrow
      ? []
      : [
          { ...end, text: law.name, colour },
          { ...last, text: measured.name, colour, strong: true },
        ],
  }).svg;
}

/** The points that have a place on logarithmic axes. */
function positivePoints(pairs: Float64Array): Point[] {
  return pointsOf(pairs).filter(({ x, y }) => x > 0 && y > 0);
}

/** The powers of ten just around some numbers; a decade around 1 for none. */
function decadesAround(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0.1, 10];
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)) - 1e-9);
  return [low, high > low ? high : 10 * low];
}
