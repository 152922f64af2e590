import { line, type Line } from "@observablehq/plot";

/** A disc of a radius in pixels at each place, as one path of strokes without length: one element instead of many. */
export function discs(places: readonly (readonly [number, number])[], colour: string, radius: number): Line {
  const doubled = places.flatMap((place) => [place, place, [NaN, NaN] as const]);
  return line(doubled, {
    x: ([x]: readonly [number, number]) => x,
    y: ([, y]: readonly [number, number]) => y,
    stroke: colour,
    strokeWidth: 2 * radius,
    strokeLinecap: "round",
  });
}
