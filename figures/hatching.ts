import { svgElement } from "./rich-text.ts";

let count = 0;

/** A forbidden region's hatching: 45°, 6 px apart. The pattern goes into the picture, `fill` onto a shape. */
export function hatching(): { readonly pattern: SVGPatternElement; readonly fill: string } {
  const id = `hatching-${++count}`;
  const pattern = svgElement("pattern", {
    id,
    width: 6,
    height: 6,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(svgElement("line", { class: "hatch", x1: 3, x2: 3, y1: 0, y2: 6 }));
  return { pattern, fill: `url(#${id})` };
}
