import { richText, svgElement } from "./rich-text.ts";
import type { Tick } from "./chart.ts";

/** What a further axis takes of the height (px). */
export const FURTHER_AXIS = 44;

/** Another horizontal axis under the one of a chart: the same in other units. `ticks` are in the units of the chart, `x` is its scale. */
export function furtherAxis(
  name: string,
  ticks: readonly Tick[],
  x: (value: number) => number,
  { top, left, right }: { readonly top: number; readonly left: number; readonly right: number },
): SVGGElement {
  const group = svgElement("g", { class: "axis", "aria-hidden": "true" });
  group.append(svgElement("line", { class: "base", x1: left, x2: right, y1: top, y2: top }));
  for (const { value, label } of ticks) {
    const at = x(value);
    group.append(
      svgElement("line", { class: "base", x1: at, x2: at, y1: top, y2: top + 4 }),
      richText(label, { class: "tick", x: at, y: top + 19, "text-anchor": "middle" }),
    );
  }
  group.append(richText(name, { class: "name", x: right, y: top + 36, "text-anchor": "end" }));
  return group;
}
