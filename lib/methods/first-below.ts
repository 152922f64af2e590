/**
 * The first t with values_t and values_{t+1} ≤ `tolerance`: two in a row, since a curve that rings dips without staying there. Null where there is none.
 * O(length).
 */
export function firstBelow(values: Float64Array, tolerance: number): number | null {
  const at = values.findIndex((value, t) => value <= tolerance && values[t + 1]! <= tolerance);
  return at < 0 ? null : at;
}
