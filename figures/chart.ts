import { plot, type Markish } from "@observablehq/plot";
import { endLabels, type EndLabel, type Scales } from "./end-labels.ts";
import { horizontalAxis } from "./horizontal-axis.ts";
import { plainText, richText, svgElement } from "./rich-text.ts";
import type { Tick } from "./ticks.ts";

/** Where a figure is drawn: its width in CSS pixels, and whether it is on a phone. */
export interface Size {
  readonly width: number;
  readonly narrow: boolean;
  /** How high it has to be, where its place says so, as on a projector; otherwise that is the figure's to choose. */
  readonly height?: number;
}

export interface Axis {
  readonly type?: "linear" | "log" | "sqrt";
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  readonly name: string;
  /** The grid line that means something (1, or 0). */
  readonly strong?: number;
}

export interface Note {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly dx?: number;
  readonly dy?: number;
  readonly className?: string;
}

export interface ChartOptions {
  readonly className: string;
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Markish[];
  readonly endLabels?: readonly EndLabel[];
  /** What is written at places of the data; a function where it depends on what is free there. */
  readonly notes?: readonly Note[] | ((scales: Scales) => readonly Note[]);
  /** How far the horizontal axis hangs under the plot; 4 px unless something hangs in between. */
  readonly axisOffset?: number;
  readonly grid?: boolean;
  /** Without axes, where only the shape matters. */
  readonly bare?: boolean;
}

/** A chart and where its data lie on it. */
export interface Chart extends Scales {
  readonly svg: SVGSVGElement;
  /** The data under a pixel of the chart, also outside the plot. */
  invert(x: number, y: number): { x: number; y: number };
}

/**
 * The frame that all figures share: Plot draws the marks, and the axes, the labels at the ends of lines
 * and the notes are drawn here, so that they look alike everywhere. Marks outside the plot are clipped.
 */
export function chart(options: ChartOptions): Chart {
  const { width, height, margin, x, y } = options;
  const drawing = plot({
    className: "plot",
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: { type: x.type ?? "linear", domain: [...x.domain], axis: null },
    y: { type: y.type ?? "linear", domain: [...y.domain], axis: null },
    clip: true,
    marks: [...options.marks],
  });
  const svg = drawing as unknown as SVGSVGElement;
  const horizontal = drawing.scale("x");
  const vertical = drawing.scale("y");
  if (!horizontal?.invert || !vertical?.invert) throw new Error("a chart needs two continuous scales");
  const scales = { x: horizontal.apply, y: vertical.apply };
  const invert = (left: number, top: number) => ({ x: horizontal.invert?.(left), y: vertical.invert?.(top) });
  svg.setAttribute("class", `chart ${options.className}`);
  // Plot names its groups, which a screen reader would read as so many unnamed parts of one picture.
  for (const group of svg.querySelectorAll("g")) group.removeAttribute("aria-label");
  svg.querySelector("style")?.remove();
  framed(svg, options);
  if (options.grid ?? !options.bare) svg.prepend(gridLines(options, scales));
  const edge = { right: width - margin.right, bottom: height - margin.bottom };
  if (!options.bare) {
    const line = { top: edge.bottom + (options.axisOffset ?? 4), left: margin.left, right: edge.right };
    svg.append(horizontalAxis(x.name, x.ticks, scales.x, line), verticalAxis(options, scales));
  }
  svg.append(notes(options, scales));
  if (options.endLabels) svg.append(endLabels(options.endLabels, scales, edge));
  return { svg, ...scales, invert };
}

/**
 * Clips marks by a frame of their own. Plot clips each by a path that has a new name in every drawing, so that a picture
 * which is drawn again with a single other curve would have to be painted anew as a whole.
 */
function framed(svg: SVGSVGElement, { width, height, margin }: ChartOptions): void {
  const { left: x, top: y } = margin;
  const inside = { width: width - x - margin.right, height: height - y - margin.bottom };
  const viewBox = `${x} ${y} ${inside.width} ${inside.height}`;
  const frame = svgElement("svg", { x, y, ...inside, viewBox, overflow: "hidden" });
  const marks = svg.querySelectorAll(":scope > [clip-path]");
  marks[0]?.before(frame);
  for (const mark of marks) mark.removeAttribute("clip-path");
  frame.append(...marks);
  for (const path of svg.querySelectorAll("clipPath")) path.remove();
}

function gridLines({ width, margin, y }: ChartOptions, scales: Scales): SVGGElement {
  const group = svgElement("g", { "aria-hidden": "true" });
  const linesAt = (ticks: readonly Tick[]) =>
    ticks.map(({ value }) => `M${margin.left},${scales.y(value)}H${width - margin.right}`).join("");
  group.append(
    svgElement("path", { class: "grid", d: linesAt(y.ticks.filter(({ value }) => value !== y.strong)) }),
    svgElement("path", { class: "base", d: linesAt(y.ticks.filter(({ value }) => value === y.strong)) }),
  );
  return group;
}

function verticalAxis({ margin, y }: ChartOptions, scales: Scales): SVGGElement {
  const labels = svgElement("g", { class: "ticks", "text-anchor": "end" });
  labels.append(
    ...y.ticks.map(({ value, label }) => richText(label, { x: margin.left - 8, y: scales.y(value) + 4.5 })),
  );
  const group = svgElement("g", { class: "axis", "aria-hidden": "true" });
  group.append(labels, richText(y.name, { x: Math.max(0, margin.left - 34), y: 12, "text-anchor": "start" }));
  return group;
}

function notes({ notes: list = [] }: ChartOptions, scales: Scales): SVGGElement {
  const group = svgElement("g", { class: "notes", "aria-hidden": "true" });
  const placed = typeof list === "function" ? list(scales) : list;
  for (const { x, y, text, anchor = "start", dx = 0, dy = 0, className = "" } of placed) {
    group.append(
      richText(text, {
        class: `note ${className}`,
        x: scales.x(x) + dx,
        y: scales.y(y) + dy,
        "text-anchor": anchor,
      }),
    );
  }
  return group;
}

/** Names a picture by its finding, for those who cannot see it. */
export function describe(svg: SVGSVGElement, finding: string): SVGSVGElement {
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", plainText(finding));
  return svg;
}
