export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points of a curve as notebooks give them, `[x₀, y₀, x₁, y₁, …]`: one for each of `ys`. */
export function pairs(xs: ArrayLike<number>, ys: ArrayLike<number>): Float64Array {
  const values = new Float64Array(2 * ys.length);
  for (let i = 0; i < ys.length; i++) {
    values[2 * i] = xs[i] ?? NaN;
    values[2 * i + 1] = ys[i] ?? NaN;
  }
  return values;
}

/** The two columns that pairs were made of. */
export function columnsOf(values: Float64Array): [xs: Float64Array, ys: Float64Array] {
  const [xs, ys] = [new Float64Array(values.length / 2), new Float64Array(values.length / 2)];
  for (let i = 0; i < xs.length; i++) {
    xs[i] = values[2 * i] ?? NaN;
    ys[i] = values[2 * i + 1] ?? NaN;
  }
  return [xs, ys];
}

/** Pairs as figures draw them; `level` says where a value stands, if not at itself. */
export function pointsOf(values: Float64Array, level = (value: number): number => value): Point[] {
  return Array.from({ length: values.length >> 1 }, (_, i) => ({
    x: values[2 * i] ?? NaN,
    y: level(values[2 * i + 1] ?? NaN),
  }));
}
