import { svgElement } from "../figures/rich-text.ts";

/** What a picture is drawn with: properties of CSS that are attributes in SVG and that children inherit, as they begin. */
const INHERITED: Record<string, string> = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "paint-order": "normal",
  "font-family": "",
  "font-size": "",
  "font-style": "normal",
  "font-weight": "400",
  "letter-spacing": "normal",
  "text-anchor": "start",
};

/** Room around what is drawn, so that no letter touches the edge (px). */
const EDGE = 8;

/**
 * A copy of a picture of the page that looks the same outside: with the colours, faces and widths that the page's style
 * sheet gives it here and now, on paper of its own, with a title and a description.
 */
export function standaloneSvg(svg: SVGSVGElement, title: string, description: string): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const colour = colourReader();
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, i) => {
    const own = copies[i];
    if (own) settle(original, own, original === svg, colour);
  });
  const { left, top, width, height } = extent(svg);
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `${left} ${top} ${width} ${height}`,
    role: "img",
  }))
    copy.setAttribute(name, String(value));
  const paper = colour(getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(
    textElement("title", title),
    textElement("desc", description),
    svgElement("rect", { x: left, y: top, width, height, fill: paper, stroke: "none" }),
  );
  return copy;
}

/** The text of a file with the picture. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function textElement(name: "title" | "desc", text: string): SVGElement {
  const element = svgElement(name);
  element.textContent = text;
  return element;
}

/** Writes what the style sheet says of an element into the copy, where it is not what its parent passes on. */
function settle(original: Element, copy: Element, isRoot: boolean, colour: (value: string) => string): void {
  for (const name of copy.getAttributeNames())
    if (/^(class|style|role|tabindex|aria-.*)$/.test(name)) copy.removeAttribute(name);
  const style = getComputedStyle(original);
  const parent = !isRoot && original.parentElement ? getComputedStyle(original.parentElement) : null;
  for (const [name, initial] of Object.entries(INHERITED)) {
    const value = style.getPropertyValue(name);
    if (value === (parent?.getPropertyValue(name) ?? initial)) copy.removeAttribute(name);
    else copy.setAttribute(name, name === "fill" || name === "stroke" ? paint(value, colour) : plain(value));
  }
}

function plain(value: string): string {
  return value.replace(/(\d)px/g, "$1");
}

/** A colour, a pattern of the same picture, or nothing. */
function paint(value: string, colour: (value: string) => string): string {
  const pattern = /^url\(["']?[^#]*(#[^"')]*)["']?\)/.exec(value);
  if (pattern) return `url(${pattern[1]})`;
  return value === "none" || value === "rgba(0, 0, 0, 0)" ? "none" : colour(value);
}

/** Reads any colour of CSS, mixtures too, as #rrggbb, which every program knows. Ours are all opaque. */
function colourReader(): (value: string) => string {
  const context = document
    .createElement("canvas")
    .getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  const known = new Map<string, string>();
  const read = (value: string) => {
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  return (value) => {
    const found = known.get(value) ?? read(value);
    known.set(value, found);
    return found;
  };
}

/** The picture's frame, and what its texts need beyond, in its own units, whole pixels. */
function extent(svg: SVGSVGElement): { left: number; top: number; width: number; height: number } {
  const frame = svg.getBoundingClientRect();
  const scale = (svg.viewBox.baseVal?.width || frame.width) / frame.width;
  const boxes = Array.from(svg.querySelectorAll("text"), (text) => text.getBoundingClientRect());
  const reach = [frame, ...boxes.filter(({ width }) => width > 0)];
  const edge = (side: "left" | "top" | "right" | "bottom", origin: number, sign: number) =>
    sign * Math.ceil(Math.max(...reach.map((box) => sign * (box[side] - origin))) * scale + EDGE);
  const [left, top] = [edge("left", frame.left, -1), edge("top", frame.top, -1)];
  const [right, bottom] = [edge("right", frame.left, 1), edge("bottom", frame.top, 1)];
  return { left, top, width: right - left, height: bottom - top };
}
