import { richText, svgElement } from "./rich-text.ts";

/** Pixel positions of data on a chart. */
export interface Scales {
  x(value: number): number;
  y(value: number): number;
}

/** The name of a curve, written where the curve ends. */
export interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly strong?: boolean;
}

const LINE_HEIGHT = 16.5;
const GAP = 10;

/**
 * Labels at the right ends of curves, in the colour of the curve, pushed apart until none overlaps.
 * A label that had to move by more than 5 px, or whose curve ended early, gets a leader.
 */
export function endLabels(
  labels: readonly EndLabel[],
  scales: Scales,
  edge: { right: number; bottom: number },
): SVGGElement {
  const group = svgElement("g", { "aria-hidden": "true" });
  const placed = labels
    .map((label) => ({ label, x: scales.x(label.x), y: Math.min(scales.y(label.y), edge.bottom) }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .map((end) => ({ ...end, y: Math.max(0, end.y) }))
    .sort((a, b) => a.y - b.y);
  const heights = pushApart(
    placed.map(({ y }) => y),
    edge.bottom,
  );
  placed.forEach(({ label, x, y }, i) => {
    const at = heights[i] ?? y;
    const left = edge.right + GAP;
    if (Math.abs(at - y) > 5 || edge.right - x > 5) {
      group.append(svgElement("path", { class: "leader", d: `M${x + 3},${y}L${left - 2},${at}` }));
    }
    group.append(
      richText(label.text, {
        class: label.strong ? "end strong" : "end",
        x: left,
        y: at + 4.5,
        "text-anchor": "start",
        style: `fill: ${label.colour}`,
      }),
    );
  });
  return group;
}

/** Moves sorted heights apart to one line each: down first, then up from the bottom where there is no room. */
function pushApart(heights: readonly number[], bottom: number): number[] {
  const down = [...heights];
  for (let i = 1; i < down.length; i++) down[i] = Math.max(down[i] ?? 0, (down[i - 1] ?? 0) + LINE_HEIGHT);
  for (let i = down.length - 1, limit = bottom; i >= 0; i--, limit -= LINE_HEIGHT) {
    down[i] = Math.min(down[i] ?? 0, limit);
  }
  return down;
}
