import { line, type Line } from "@observablehq/plot";
import type { Point } from "./pairs.ts";

/** A disc of a radius in pixels at each place, as one path of strokes without length: one element instead of many. */
export function discs(places: readonly Point[], colour: string, radius: number): Line {
  // Each place twice, and then a gap.
  const x = new Float64Array(3 * places.length).fill(NaN);
  const y = x.slice();
  places.forEach((place, i) => {
    x.fill(place.x, 3 * i, 3 * i + 2);
    y.fill(place.y, 3 * i, 3 * i + 2);
  });
  return line(
    { length: x.length },
    { x, y, stroke: colour, strokeWidth: 2 * radius, strokeLinecap: "round" },
  );
}
