import { dot, link } from "@observablehq/plot";
import { chart, type Size } from "./chart.ts";
import { columnName, type DataTable, type Drawing } from "./data-table.ts";
import { boundStroke, methodStyle, type MethodName } from "./method-style.ts";
import { formatCount } from "./number-format.ts";
import { richText } from "./rich-text.ts";
import { logTicks, powerTick } from "./ticks.ts";

/** How many steps a method takes; NaN or null where that is not known, or there is no such number. */
export interface StepRow {
  /** "heavy ball, Theorem 12". */
  readonly name: string;
  readonly method: MethodName;
  readonly guaranteed: number;
  readonly measured: number | null;
}

/** Rows under a common word, such as a scale of the data. */
export interface StepGroup {
  /** Nothing, if empty. */
  readonly name: string;
  readonly rows: readonly StepRow[];
}

/** One row for each method: a dashed tick for the steps that are guaranteed, a disc for those that were taken, on one logarithmic axis. */
export function stepRows(groups: readonly StepGroup[]): Drawing {
  return {
    draw: (size) => draw(groups, size),
    height: (size) => heightIn(groups, size),
    table: () => table(groups),
  };
}

function table(groups: readonly StepGroup[]): DataTable {
  return groups.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const title = columnName([name, row.name].filter(Boolean).join(", "));
      return [
        { name: `${title}: steps guaranteed`, values: [row.guaranteed] },
        { name: `${title}: steps measured`, values: [row.measured ?? NaN] },
      ];
    }),
  );
}

const ROW = 30;
const NARROW_ROW = 44;
const HEAD = 26;

const headOf = ({ name }: StepGroup) => (name ? HEAD : 0);

/** Whether names stand above their rows. */
function isNarrow({ narrow, width }: Size): boolean {
  return narrow || width < 520;
}

function heightIn(groups: readonly StepGroup[], size: Size): number {
  const row = isNarrow(size) ? NARROW_ROW : ROW;
  return groups.reduce((sum, group) => sum + headOf(group) + group.rows.length * row, 0) + 60;
}

function draw(groups: readonly StepGroup[], { width, height, narrow }: Size): SVGSVGElement {
  const isSmall = isNarrow({ width, narrow });
  const row = isSmall ? NARROW_ROW : ROW;
  const whole = heightIn(groups, { width, narrow });
  const counts = groups
    .flatMap(({ rows }) => rows.flatMap(({ guaranteed, measured }) => [guaranteed, measured ?? NaN]))
    .filter((count) => count > 0 && count < Infinity);
  const low = 10 ** Math.floor(Math.log10(Math.min(10, ...counts)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(10 * low, ...counts)) + 0.05);
  const left = isSmall ? 12 : 190;
  const places: (StepRow & { y: number })[] = [];
  const heads: { name: string; y: number }[] = [];
  let from = 0;
  for (const group of groups) {
    if (group.name) heads.push({ name: group.name, y: from + HEAD / 2 });
    from += headOf(group);
    for (const each of group.rows) {
      places.push({ ...each, y: from + row / 2 + (isSmall ? 9 : 0) });
      from += row;
    }
  }
  const { svg, x, y } = chart({
    className: "step-rows",
    width,
    height: height ?? whole,
    margin: { top: 10, right: 30, bottom: 50, left },
    x: {
      type: "log",
      domain: [low, high],
      ticks: logTicks(low, high, isSmall ? 5 : 7).map(powerTick),
      name: "steps",
    },
    // Measured in pixels from the top.
    y: { domain: [from, 0], ticks: [], name: "" },
    marks: places.flatMap(({ method, guaranteed, measured, y: at }) => {
      const { colour } = methodStyle[method];
      const known = measured !== null && measured > 0;
      const isBounded = guaranteed > 0 && guaranteed < Infinity;
      return [
        ...(known && isBounded
          ? [link([0], { x1: measured, x2: guaranteed, y1: at, y2: at, stroke: "var(--rule)" })]
          : []),
        ...(isBounded
          ? [
              link([0], {
                x1: guaranteed,
                x2: guaranteed,
                y1: at - 11,
                y2: at + 11,
                stroke: colour,
                ...boundStroke,
              }),
            ]
          : []),
        ...(known ? [dot([0], { x: measured, y: at, r: 5, fill: colour })] : []),
      ];
    }),
  });
  for (const { name, y: at } of heads)
    svg.append(richText(name, { class: "tick ink strong", x: 0, y: y(at) + 4.5, "text-anchor": "start" }));
  for (const { name, measured, guaranteed, method, y: at } of places) {
    const label = isSmall
      ? { x: x(low), y: y(at) - 14, "text-anchor": "start" }
      : { x: left - 14, y: y(at) + 4.5, "text-anchor": "end" };
    svg.append(richText(name, { class: "tick", style: `fill: ${methodStyle[method].colour}`, ...label }));
    if (measured === null || !(measured > 0)) continue;
    const isCrowded = guaranteed < Infinity && x(guaranteed) - x(measured) < 50 && x(measured) - x(low) > 60;
    svg.append(
      richText(formatCount(measured), {
        class: "tick",
        x: x(measured) + (isCrowded ? -10 : 10),
        y: y(at) + (isSmall ? 4.5 : -7),
        "text-anchor": isCrowded ? "end" : "start",
      }),
    );
  }
  return svg;
}
