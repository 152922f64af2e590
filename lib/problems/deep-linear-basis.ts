import { fillNormal, type Random } from "../random.ts";

/** A row whose part outside of the rows before it is smaller than this, relative to the row, lies in their span but for rounding. */
const DEPENDENT = 1e-13;

/**
 * Makes the first rows of a matrix (`count` × `length`, row-major) an orthonormal basis of the span of all of them, by Gram and Schmidt with a
 * second pass; what depends on the rows before it (to 1e−13) is dropped. Returns how many rows the basis has; what stands behind them is of
 * no use. Row i of the basis lies in the span of the rows up to i, and points to row i's side. Orthonormal to a few 1e−16. In place,
 * allocates nothing. Cost: 2·count²·length multiplications. Source: Giraud, Langou and Rozložník 2005, that two passes are enough.
 */
export function orthonormalize(rows: Float64Array, count: number, length: number): number {
  let rank = 0;
  for (let i = 0; i < count && rank < length; i++) {
    const at = rank * length;
    if (rank < i) rows.copyWithin(at, i * length, (i + 1) * length);
    const size = rowNorm(rows, at, length);
    if (!(size > 0)) continue;
    for (let k = at; k < at + length; k++) rows[k]! /= size;
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < at; b += length) removeComponent(rows, at, b, length);
      const rest = rowNorm(rows, at, length);
      if (pass === 0 && !(rest > DEPENDENT)) break;
      for (let k = at; k < at + length; k++) rows[k]! /= rest;
      if (pass === 1) rank++;
    }
  }
  return rank;
}

/**
 * `count` orthonormal rows of the given length, uniform among all such frames (Haar): normal entries, made orthonormal. With
 * count = length an orthogonal matrix. RangeError for more rows than entries. Cost: 2·count²·length.
 * Source: Mezzadri 2007; the sign that a decomposition must be mended by is right here by construction.
 */
export function randomFrame(count: number, length: number, random: Random): Float64Array {
  if (!(count <= length)) throw new RangeError(`count must be at most ${length}: ${count}`);
  const rows = fillNormal(random, new Float64Array(count * length));
  orthonormalize(rows, count, length);
  return rows;
}

function rowNorm(rows: Float64Array, at: number, length: number): number {
  let squares = 0;
  for (let k = at; k < at + length; k++) squares += rows[k]! * rows[k]!;
  return Math.sqrt(squares);
}

/** Subtracts from the row at `at` its component along the unit row at `b`. */
function removeComponent(rows: Float64Array, at: number, b: number, length: number): void {
  let component = 0;
  for (let k = 0; k < length; k++) component += rows[at + k]! * rows[b + k]!;
  for (let k = 0; k < length; k++) rows[at + k]! -= component * rows[b + k]!;
}
