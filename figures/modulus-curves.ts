import { chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";
import { pairColumns, type DataTable, type Drawing } from "./data-table.ts";
import { companionWidth, curveWidth, heldCurveWidth, methodStyle } from "./method-style.ts";
import { formatShort } from "./number-format.ts";
import { pointsOf, type Point } from "./pairs.ts";
import { svgElement } from "./rich-text.ts";
import { logTicks } from "./ticks.ts";

/** Factors per step over ηλ, each `[ηλ₀, ρ₀, ηλ₁, ρ₁, …]`, and the modes of the problem. */
export interface ModulusCurves {
  readonly heavyBall: Float64Array;
  readonly gradientDescent: Float64Array;
  /** Gradient descent with the step η/(1 − β), as far as momentum is only a longer step. */
  readonly longStep: Float64Array;
  readonly teeth: Float64Array;
}

/** How much a mode shrinks per step, against its ηλ, with the spectrum as a rug under the axis. */
export function modulusCurves(data: ModulusCurves): Drawing {
  return { draw: (size) => draw(data, size), height: heightIn, table: () => table(data) };
}

function table({ heavyBall, gradientDescent, longStep, teeth }: ModulusCurves): DataTable {
  const columns = (name: string, points: Float64Array) =>
    pairColumns(`${name}: step size times eigenvalue`, `${name}: factor per step`, points);
  return [
    ...columns("heavy ball", heavyBall),
    ...columns("gradient descent", gradientDescent),
    ...columns("gradient descent with the longer step", longStep),
    { name: "modes of the problem: step size times eigenvalue", values: teeth },
  ];
}

function heightIn({ width, narrow }: Size): number {
  return narrow ? Math.round(width * 0.8) : 300;
}

function draw(data: ModulusCurves, { width, height, narrow }: Size): SVGSVGElement {
  const { heavyBall, gradientDescent, longStep, teeth } = data;
  const [from, to] = [gradientDescent[0] ?? 1e-3, gradientDescent.at(-2) ?? 4];
  const [plain, ball] = [methodStyle.gradientDescent.colour, methodStyle.heavyBall.colour];
  const { svg, x, y } = chart({
    className: "modulus-curves",
    width,
    height: height ?? heightIn({ width, narrow }),
    margin: { top: 34, right: 16, bottom: 64, left: 42 },
    axisOffset: 22,
    x: {
      type: "log",
      domain: [from, to],
      ticks: logTicks(from, to, narrow ? 4 : 7).map((value) => ({ value, label: formatShort(value) })),
      name: "*ηλ*, step size times eigenvalue",
    },
    y: {
      domain: [0, TOP],
      ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: formatShort(value) })),
      name: "factor per step",
      strong: 1,
    },
    marks: [
      curve(drawnPoints(longStep), { stroke: plain, strokeWidth: companionWidth, strokeDasharray: "1 3" }),
      curve(drawnPoints(gradientDescent), { stroke: plain, strokeWidth: curveWidth }),
      curve(drawnPoints(heavyBall), { stroke: ball, strokeWidth: heldCurveWidth }),
    ],
    notes: [
      { ...exit(longStep), text: "step *η*/(1 − *β*)", className: "gd", ...besideExit },
      { ...exit(gradientDescent), text: narrow ? "" : "gradient descent", className: "gd", ...besideExit },
      { x: from, y: heavyBall[1] ?? 1, dx: 4, dy: 20, text: "heavy ball", className: "hb" },
    ],
  });
  const rug = Array.from(teeth, (tooth) => `M${x(tooth)},${y(0) + 8}v12`).join("");
  svg.append(svgElement("path", { class: "rug", d: rug }));
  return svg;
}

const TOP = 1.25;
const besideExit = { anchor: "end", dx: -8, dy: 12 } as const;

/** Where a curve leaves by the top; its last point, if it does not. */
function exit(curve: Float64Array): { x: number; y: number } {
  let last = curve.length - 2;
  while (last > 0 && (curve[last + 1] ?? 0) > TOP) last -= 2;
  return { x: curve[last] ?? 1, y: Math.min(TOP, curve[last + 1] ?? 1) };
}

function drawnPoints(pairs: Float64Array): Point[] {
  return pointsOf(pairs, (value) => Math.min(value, 5));
}
