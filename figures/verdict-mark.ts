import { svgElement } from "./rich-text.ts";

/** What a verdict's small picture shows; `printed` is a bound as printed that is crossed. */
export type VerdictPicture = "holds" | "unspecified" | "outside" | "violated" | "running";

const CURVE = "M2,15C7,6 11,4 15,9S24,20 32,18";
const BOUND = "M1,3H33";
const CROSSING = "M2,18C8,17 10,4 16,4S25,14 32,16";

/** A verdict as a small picture of what happened, 34 × 22 px, in ink: dashed bound, curve, hatching, crossing. */
export function verdictMark(verdict: VerdictPicture): SVGSVGElement {
  const svg = svgElement("svg", {
    class: "verdict-mark",
    viewBox: "0 0 34 22",
    width: 34,
    height: 22,
    "aria-hidden": "true",
  });
  const add = (className: string, d: string) => svg.append(svgElement("path", { class: className, d }));
  if (verdict === "violated") {
    add("printed", "M1,11H33");
    add("curve", CROSSING);
    svg.append(svgElement("circle", { class: "crossing", cx: 10.6, cy: 11, r: 2.8 }));
  } else if (verdict === "outside") {
    add("hatch", "M-2,22L20,0M6,22L28,0M14,22L36,0M22,22L44,0");
    add("hollow", CURVE);
    add("hollow-core", CURVE);
  } else {
    add("bound", BOUND);
    if (verdict === "holds") add("curve", CURVE);
    if (verdict === "unspecified") add("dots", CURVE);
    if (verdict === "running") {
      add("curve", "M2,15C7,6 11,4 15,9");
      add("dots", "M15,9C18,13.5 24,20 32,18");
    }
  }
  return svg;
}

/** Tick, cross or dashed circle for a hypothesis. */
export function hypothesisMark(status: "holds" | "fails" | "unspecified"): SVGSVGElement {
  const svg = svgElement("svg", {
    class: `hypothesis-mark ${status}`,
    viewBox: "0 0 14 14",
    width: 14,
    height: 14,
    "aria-hidden": "true",
  });
  if (status === "holds") svg.append(svgElement("path", { d: "M2,7.5L5.5,11L12,3.5" }));
  else if (status === "fails") svg.append(svgElement("path", { d: "M3,3L11,11M11,3L3,11" }));
  else svg.append(svgElement("circle", { cx: 7, cy: 7, r: 4.6, "stroke-dasharray": "2.2 2" }));
  return svg;
}
