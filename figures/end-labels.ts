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
 * A label that had to move by more than 5 px, or whose curve ended early, gets a leader. All leaders are one path, and
 * the labels stay in their order whichever is above: when curves move, what is drawn moves, and is not another.
 */
export function endLabels(
  labels: readonly EndLabel[],
  scales: Scales,
  edge: { right: number; bottom: number },
): SVGGElement {
  const left = edge.right + GAP;
  const ends = labels
    .map((label) => ({ label, x: scales.x(label.x), y: Math.min(scales.y(label.y), edge.bottom) }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .map((end) => ({ ...end, y: Math.max(0, end.y) }));
  const downwards = ends.toSorted((a, b) => a.y - b.y);
  const heights = pushApart(
    downwards.map(({ y }) => y),
    edge.bottom,
  );
  const placed = ends.map((end) => ({ ...end, at: heights[downwards.indexOf(end)] ?? end.y }));
  const leaders = placed
    .filter(({ x, y, at }) => Math.abs(at - y) > 5 || edge.right - x > 5)
    .map(({ x, y, at }) => `M${x + 3},${y}L${left - 2},${at}`);
  const group = svgElement("g", { "aria-hidden": "true", "text-anchor": "start" });
  group.append(
    svgElement("path", { class: "leader", d: leaders.join("") }),
    ...placed.map(({ label: { text, colour, strong }, at }) =>
      richText(text, {
        class: strong ? "end strong" : "end",
        x: left,
        y: at + 4.5,
        style: `fill: ${colour}`,
      }),
    ),
  );
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
