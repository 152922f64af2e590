import { richText, svgElement } from "./rich-text.ts";
import type { Tick } from "./ticks.ts";

/** How far a further axis lies under the one before (px). */
export const FURTHER_AXIS = 44;

/**
 * A horizontal axis: its line, its ticks and its name. `ticks` are in the units of the chart, `x` is its scale. The line
 * and the marks of the ticks are one path: a picture that is drawn anew at every move of a control has few parts.
 */
export function horizontalAxis(
  name: string,
  ticks: readonly Tick[],
  x: (value: number) => number,
  { top, left, right }: { readonly top: number; readonly left: number; readonly right: number },
): SVGGElement {
  const positions = ticks.map(({ value }) => x(value));
  const marks = positions.map((at) => `M${at},${top}v4`).join("");
  const labels = svgElement("g", { class: "ticks", "text-anchor": "middle" });
  labels.append(...ticks.map(({ label }, i) => richText(label, { x: positions[i] ?? NaN, y: top + 19 })));
  const group = svgElement("g", { class: "axis", "aria-hidden": "true" });
  group.append(
    svgElement("path", { class: "base", d: `M${left},${top}H${right}${marks}` }),
    labels,
    richText(name, { x: right, y: top + 37, "text-anchor": "end" }),
  );
  return group;
}
