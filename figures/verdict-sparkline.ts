import type { VerdictPicture } from "./verdict-mark.ts";
import { svgElement } from "./rich-text.ts";

/** A claim and what was measured, at the same steps; of a claim without a step, one number each. */
export interface SparklineData {
  readonly verdict: VerdictPicture;
  readonly claim: ArrayLike<number>;
  readonly measured: ArrayLike<number>;
  /** The claim is what is printed, and wrong: it is dotted. */
  readonly printed?: boolean;
}

const WIDTH = 34;
const HEIGHT = 22;
const EDGE = 3;

/**
 * A verdict as a picture of what was computed, 34 × 22 px, with the marks of `verdictMark`: the claim dashed, or dotted as printed; the measurement as a curve,
 * in dots where a hypothesis names no number, hollow outside the hypotheses; an open dot where a claim as printed is crossed. The vertical scale is logarithmic
 * where all is positive and of more than one and a half decades.
 */
export function verdictSparkline({
  verdict,
  claim,
  measured,
  printed = false,
}: SparklineData): SVGSVGElement {
  const svg = svgElement("svg", {
    class: "verdict-mark",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    "aria-hidden": "true",
  });
  const height = scaleOf([...Array.from(claim), ...Array.from(measured)]);
  const add = (className: string, d: string) => svg.append(svgElement("path", { class: className, d }));
  add(printed ? "printed" : "bound", pathOf(claim, height));
  const curve = pathOf(measured, height);
  if (verdict === "outside") {
    add("hollow", curve);
    add("hollow-core", curve);
  } else add(verdict === "unspecified" ? "dots" : "curve", curve);
  const crossed = verdict === "violated" ? firstCrossing(claim, measured) : -1;
  if (crossed >= 0) {
    const place = { cx: across(crossed, measured.length), cy: height(measured[crossed] ?? NaN), r: 2.8 };
    svg.append(svgElement("circle", { class: "crossing", ...place }));
  }
  return svg;
}

/** Pixels from the top for a value; what is beyond all numbers lies at the edge. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const finite = values.filter(Number.isFinite);
  const positive = finite.filter((value) => value > 0);
  const isLog = positive.length === finite.length && Math.max(...positive) > 30 * Math.min(...positive);
  const measure = isLog ? Math.log : (value: number) => value;
  const [low, high] = [measure(Math.min(...finite, Infinity)), measure(Math.max(...finite, -Infinity))];
  const span = high > low ? high - low : 0;
  return (value) => {
    if (value === Infinity) return EDGE;
    const share = span > 0 ? (measure(value) - low) / span : 0.5;
    return rounded(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
  };
}

function across(step: number, count: number): number {
  return rounded(count > 1 ? 2 + (step * (WIDTH - 4)) / (count - 1) : WIDTH / 2);
}

/** A line through all values; one value is a level, and what is no number a gap. */
function pathOf(values: ArrayLike<number>, height: (value: number) => number): string {
  if (values.length === 1) return Number.isNaN(values[0]) ? "" : `M4,${height(values[0]!)}H${WIDTH - 4}`;
  let pen = "M";
  return Array.from(values, (value, step) => {
    if (Number.isNaN(value)) {
      pen = "M";
      return "";
    }
    const point = `${pen}${across(step, values.length)},${height(value)}`;
    pen = "L";
    return point;
  }).join("");
}

function firstCrossing(claim: ArrayLike<number>, measured: ArrayLike<number>): number {
  return Array.from(measured).findIndex((value, step) => value > (claim[step] ?? NaN) * (1 + 1e-9));
}

function rounded(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
