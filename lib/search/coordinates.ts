/** The neighbourhood of an instance, in as many coordinates as it has free numbers. */
export interface Coordinates<P> {
  readonly dimension: number;
  /** The instance at a displacement; 0 is the origin. The displacement is left alone, the result is new. */
  decode(displacement: ArrayLike<number>): P;
}

/** Arrays that would not be what they are if their numbers moved one by one. */
const FIXED: ReadonlySet<string> = new Set(["points", "signs"]);

/** Moves one number by a displacement that means the same at every size. */
type Move = (value: number, by: number) => number;

/** β e^x/(1 − β + β e^x), by its odds: stays in (0, 1), and both ends are approached evenly. */
const odds: Move = (value, by) => (value * Math.exp(by)) / (1 - value + value * Math.exp(by));
const factor: Move = (value, by) => value * Math.exp(by);

/**
 * Coordinates around `origin`, an object of numbers and Float64Arrays, for any theorem's parameters: a momentum moves by its odds, another
 * number and the entries of a positive array called `eigenvalues` by factors e^x, the entries of other arrays by x times the array's root
 * mean square. Whole numbers, which count steps or are meant exactly, arrays of zeros, `points`, which lie on a sphere, and `signs` stay; an array that stands under two names, as
 * `start` and `previous` of a start from rest, moves as one. Anything else in `origin` is kept. `decode` is O(size of `origin`).
 */
export function coordinatesOf<P extends object>(origin: P): Coordinates<P> {
  const moved = new Map<Float64Array, number>();
  const readers: ((x: ArrayLike<number>) => readonly [string, number | Float64Array])[] = [];
  let dimension = 0;
  for (const [key, value] of Object.entries(origin)) {
    if (typeof value === "number" && !Number.isInteger(value)) {
      const [at, move] = [dimension++, key === "momentum" ? odds : factor];
      readers.push((x) => [key, move(value, x[at]!)]);
    } else if (value instanceof Float64Array && !FIXED.has(key)) {
      const size = Math.sqrt(value.reduce((sum, entry) => sum + entry * entry, 0) / value.length);
      if (!(size > 0)) continue;
      const at = moved.get(value) ?? dimension;
      if (!moved.has(value)) dimension += value.length;
      moved.set(value, at);
      const positive = key === "eigenvalues" && value.every((entry) => entry > 0);
      const move = positive ? factor : (entry: number, by: number) => entry + by * size;
      readers.push((x) => [key, value.map((entry, i) => move(entry, x[at + i]!))]);
    }
  }
  return {
    dimension,
    decode: (x) => ({ ...origin, ...Object.fromEntries(readers.map((read) => read(x))) }),
  };
}
