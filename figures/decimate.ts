import { columnsOf, pairs, type Point } from "./pairs.ts";

/** Two points in each of so many columns are a smooth curve, also on a wall. */
const COLUMNS = 160;

/**
 * Thins a curve to what a screen can show: in each of `columns` equal parts the least and the greatest
 * value are kept, in their order, with the first and the last point. No peak is lost. A curve that has
 * no more points is returned whole.
 */
export function decimate(values: ArrayLike<number>, columns = COLUMNS): Point[] {
  const count = values.length;
  if (count <= 2 * columns + 2) return Array.from(values, (y, x) => ({ x, y }));
  const points: Point[] = [{ x: 0, y: values[0] ?? NaN }];
  for (let column = 0; column < columns; column++) {
    const from = 1 + Math.floor((column * (count - 2)) / columns);
    const to = 1 + Math.floor(((column + 1) * (count - 2)) / columns);
    points.push(...extremes(values, from, to));
  }
  points.push({ x: count - 1, y: values[count - 1] ?? NaN });
  return points;
}

/** The same for a curve of pairs `[x₀, y₀, x₁, y₁, …]` at x equally far apart, or nearly: the parts have equally many points. */
export function decimatePairs(curve: Float64Array, columns = COLUMNS): Float64Array {
  if (curve.length <= 2 * (2 * columns + 2)) return curve;
  const [xs, ys] = columnsOf(curve);
  const kept = decimate(ys, columns);
  return pairs(
    kept.map(({ x }) => xs[x] ?? NaN),
    kept.map(({ y }) => y),
  );
}

/** The same for a logarithmic axis, on which there is no place for x = 0: the parts are equal in ln x. */
export function decimateLog(values: ArrayLike<number>, columns = COLUMNS): Point[] {
  const last = values.length - 1;
  const points: Point[] = [];
  for (let column = 1, from = 1; column <= columns && from < last; column++) {
    const to = Math.min(Math.floor(last ** (column / columns)) + 1, last);
    if (to <= from) continue;
    points.push(...extremes(values, from, to));
    from = to;
  }
  if (last > 0) points.push({ x: last, y: values[last] ?? NaN });
  return points;
}

function extremes(values: ArrayLike<number>, from: number, to: number): Point[] {
  let least = from;
  let greatest = from;
  for (let i = from + 1; i < to; i++) {
    if ((values[i] ?? NaN) < (values[least] ?? NaN)) least = i;
    if ((values[i] ?? NaN) > (values[greatest] ?? NaN)) greatest = i;
  }
  const order = least === greatest ? [least] : [Math.min(least, greatest), Math.max(least, greatest)];
  return order.map((x) => ({ x, y: values[x] ?? NaN }));
}
