import { areaY, line, type Area, type AreaYOptions, type Line, type LineOptions } from "@observablehq/plot";
import { columnsOf, type Point } from "./pairs.ts";
import { simplified } from "./simplified.ts";

/*
 * Plot takes columns of numbers as they are. Of objects it would look at each several times to learn what they hold, at
 * every move of a control.
 */

/** A line through points, or through pairs `[x₀, y₀, x₁, y₁, …]`, of which no objects have to be made first. */
export function curve(points: readonly Point[] | Float64Array, options: LineOptions): Line {
  const [x, y] = points instanceof Float64Array ? columnsOf(points) : columns(points);
  return line({ length: x.length }, { curve: simplified, ...options, x, y });
}

/** What lies between two levels, of which `levels` gives the lower and the upper one at each point. */
export function shading(
  points: readonly Point[],
  levels: (point: Point, i: number) => readonly [low: number, high: number],
  options: AreaYOptions,
): Area {
  const x = column(points, (point) => point.x);
  const y1 = column(points, (point, i) => levels(point, i)[0]);
  const y2 = column(points, (point, i) => levels(point, i)[1]);
  return areaY({ length: points.length }, { curve: simplified, ...options, x, y1, y2 });
}

function columns(points: readonly Point[]): [x: Float64Array, y: Float64Array] {
  return [column(points, (point) => point.x), column(points, (point) => point.y)];
}

function column(points: readonly Point[], valueOf: (point: Point, i: number) => number): Float64Array {
  const values = new Float64Array(points.length);
  points.forEach((point, i) => (values[i] = valueOf(point, i)));
  return values;
}
