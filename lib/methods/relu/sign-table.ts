/**
 * Sums of columns of a matrix over the data on which a neuron is active, ready for all patterns: row p of byte b of the table is
 * Σ_{j in byte b, bit set in p} G_{:j}x_j. With it (GDx) for the pattern D of one neuron takes ⌈n/8⌉ additions of rows instead of n
 * (the method of four Russians). Building it: 256n⌈n/8⌉ additions, fewer for a last byte that is not full. Allocates at the start only.
 */
export class SignTable {
  /** ⌈n/8⌉, the bytes of a pattern; bit k of byte b stands for datum 8b + k. */
  readonly bytes: number;
  /** Row p of byte b begins at (256b + p)n and has n values. */
  readonly rows: Float64Array;
  readonly #gram: Float64Array;
  readonly #count: number;

  constructor(gram: Float64Array, count: number) {
    this.bytes = bytesOf(count);
    this.rows = new Float64Array(256 * count * this.bytes);
    this.#gram = gram;
    this.#count = count;
  }

  /** Builds the table for the vector x. */
  build(x: Float64Array): void {
    const { rows } = this;
    const gram = this.#gram;
    const n = this.#count;
    for (let j = 0; j < n; j++) {
      const origin = 256 * n * (j >> 3);
      const bit = 1 << (j & 7);
      const weight = x[j]!;
      for (let p = 0; p < bit; p++) {
        const from = origin + p * n;
        const to = from + bit * n;
        for (let i = 0; i < n; i++) rows[to + i] = rows[from + i]! + gram[j * n + i]! * weight;
      }
    }
  }
}

/** ⌈n/8⌉. */
export function bytesOf(count: number): number {
  return (count + 7) >> 3;
}

/** Writes the pattern of the n pre-activations that begin at `from` into `patterns`, from `to` on: bit set where z ≥ 0. */
export function writePattern(
  patterns: Uint8Array,
  to: number,
  preActivations: Float64Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i += 8) {
    const end = count - i < 8 ? count - i : 8;
    let byte = 0;
    for (let k = 0; k < end; k++) byte |= (preActivations[from + i + k]! >= 0 ? 1 : 0) << k;
    patterns[to + (i >> 3)] = byte;
  }
}
