import { chart, type Chart, type Size } from "./chart.ts";
import { curve } from "./curve.ts";

/** How far the picture reaches around the unit circle. */
const REACH = 1.24;

/** No circle is drawn larger (px). */
const LARGEST = 320;

/** How high, and wide, the picture of a circle is. */
export function circleSide({ width, height = Infinity }: Size): number {
  return Math.min(width, height, LARGEST);
}

/** The unit circle with a radius to each of some angles, in degrees from the right, counter-clockwise. */
export function unitCircle(angles: ArrayLike<number>, size: Size): Chart {
  const side = circleSide(size);
  const round = Array.from({ length: 181 }, (_, i) => placeOn(2 * i));
  return chart({
    className: "unit-circle",
    width: side,
    height: side,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { domain: [-REACH, REACH], ticks: [], name: "" },
    y: { domain: [-REACH, REACH], ticks: [], name: "" },
    marks: [
      curve(round, { stroke: "var(--line)", strokeWidth: 1 }),
      ...Array.from(angles, (angle) =>
        curve([{ x: 0, y: 0 }, placeOn(angle)], { stroke: "var(--ink)", strokeWidth: 1.5 }),
      ),
    ],
    bare: true,
  });
}

/** The point of the unit circle at an angle in degrees. */
export function placeOn(degrees: number): { x: number; y: number } {
  const radians = (degrees * Math.PI) / 180;
  return { x: Math.cos(radians), y: Math.sin(radians) };
}
