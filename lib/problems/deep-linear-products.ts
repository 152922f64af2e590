/*
 * The three products of a matrix W (`rows` × `columns`, row-major, from `at` on in a longer vector) that a step of training needs. Vectors
 * stand in rows, one example after the other. Each takes four at a time, since a number that is loaded once then serves four multiplications;
 * each costs count·rows·columns multiplications and allocates nothing.
 */

/** out_j = scale·W x_j for `count` examples: `input` is count × columns, `out` count × rows. */
export function multiply(
  w: Float64Array,
  at: number,
  rows: number,
  columns: number,
  scale: number,
  input: Float64Array,
  out: Float64Array,
  count: number,
): void {
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const a = j * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    for (let i = 0; i < rows; i++) {
      let p = 0;
      let q = 0;
      let r = 0;
      let s = 0;
      for (let k = 0, e = at + i * columns; k < columns; k++, e++) {
        const entry = w[e]!;
        p += entry * input[a + k]!;
        q += entry * input[b + k]!;
        r += entry * input[c + k]!;
        s += entry * input[d + k]!;
      }
      out[j * rows + i] = scale * p;
      out[(j + 1) * rows + i] = scale * q;
      out[(j + 2) * rows + i] = scale * r;
      out[(j + 3) * rows + i] = scale * s;
    }
  }
  for (; j < count; j++)
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let k = 0, e = at + i * columns; k < columns; k++, e++) sum += w[e]! * input[j * columns + k]!;
      out[j * rows + i] = scale * sum;
    }
}

/** out_j = scale·Wᵀ g_j for `count` examples: `input` is count × rows, `out` count × columns. */
export function multiplyTransposed(
  w: Float64Array,
  at: number,
  rows: number,
  columns: number,
  scale: number,
  input: Float64Array,
  out: Float64Array,
  count: number,
): void {
  for (let j = 0; j < count; j++) {
    const g = j * rows;
    const o = j * columns;
    for (let k = 0; k < columns; k++) out[o + k] = 0;
    let i = 0;
    for (; i + 3 < rows; i += 4) {
      const p = scale * input[g + i]!;
      const q = scale * input[g + i + 1]!;
      const r = scale * input[g + i + 2]!;
      const s = scale * input[g + i + 3]!;
      const a = at + i * columns;
      const b = a + columns;
      const c = b + columns;
      const d = c + columns;
      for (let k = 0; k < columns; k++)
        out[o + k]! += p * w[a + k]! + q * w[b + k]! + r * w[c + k]! + s * w[d + k]!;
    }
    for (; i < rows; i++) {
      const p = scale * input[g + i]!;
      for (let k = 0, e = at + i * columns; k < columns; k++, e++) out[o + k]! += p * w[e]!;
    }
  }
}

/** out = scale·Σ_j g_j x_jᵀ, a matrix of `rows` × `columns` from `at` on: `left` is count × rows, `right` count × columns. */
export function sumOfOuterProducts(
  left: Float64Array,
  right: Float64Array,
  count: number,
  scale: number,
  out: Float64Array,
  at: number,
  rows: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++) {
    const o = at + i * columns;
    for (let k = 0; k < columns; k++) out[o + k] = 0;
    let j = 0;
    for (; j + 3 < count; j += 4) {
      const p = scale * left[j * rows + i]!;
      const q = scale * left[(j + 1) * rows + i]!;
      const r = scale * left[(j + 2) * rows + i]!;
      const s = scale * left[(j + 3) * rows + i]!;
      const a = j * columns;
      const b = a + columns;
      const c = b + columns;
      const d = c + columns;
      for (let k = 0; k < columns; k++)
        out[o + k]! += p * right[a + k]! + q * right[b + k]! + r * right[c + k]! + s * right[d + k]!;
    }
    for (; j < count; j++) {
      const p = scale * left[j * rows + i]!;
      for (let k = 0, e = j * columns; k < columns; k++, e++) out[o + k]! += p * right[e]!;
    }
  }
}
