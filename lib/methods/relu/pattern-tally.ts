import { bytesOf, type SignTable } from "./sign-table.ts";

/** Up to this many data patterns are counted; beyond, one is kept for each neuron. */
const COUNTED = 12;

/**
 * Which patterns the neurons of a pool have: how many neurons for each of the 2ⁿ patterns where n ≤ 12, else the pattern of each neuron,
 * ⌈n/8⌉ bytes. For the largest displacement among neurons that share their trajectory.
 */
export class PatternTally {
  readonly #count: number;
  readonly #bytes: number;
  readonly #width: number;
  /** By pattern: how many neurons. */
  readonly #counts: Int32Array | null;
  /** By neuron: its pattern, and whether it has left. */
  readonly #patterns: Uint8Array;
  readonly #left: Uint8Array;

  constructor(count: number, width: number, patterns?: Uint8Array) {
    const counted = count <= COUNTED;
    this.#count = count;
    this.#bytes = bytesOf(count);
    this.#width = width;
    this.#counts = counted ? new Int32Array(2 ** count) : null;
    this.#patterns = patterns ?? new Uint8Array(counted ? 0 : width * this.#bytes);
    this.#left = new Uint8Array(counted ? 0 : width);
  }

  /** A tally of the same neurons that may lose others; what never changes is shared. */
  copy(): PatternTally {
    const copy = new PatternTally(this.#count, this.#width, this.#patterns);
    if (copy.#counts) copy.#counts.set(this.#counts!);
    copy.#left.set(this.#left);
    return copy;
  }

  /** Adds neuron `id` with the pattern that begins at `from`. */
  add(id: number, patterns: Uint8Array, from: number): void {
    if (this.#counts) this.#counts[this.#index(patterns, from)]!++;
    else for (let b = 0; b < this.#bytes; b++) this.#patterns[id * this.#bytes + b] = patterns[from + b]!;
  }

  /** Takes neuron `id` with the pattern that begins at `from` out. */
  remove(id: number, patterns: Uint8Array, from: number): void {
    if (this.#counts) this.#counts[this.#index(patterns, from)]!--;
    else this.#left[id] = 1;
  }

  /**
   * max over the neurons here of √(vᵀDᵣGDᵣv), which is √m‖wᵣ − wᵣ(0)‖; 0 of none. `table` must have been built for v = `coefficients`.
   * O(2ⁿn) where patterns are counted, else O(mn) at worst.
   */
  largestLength(table: SignTable, coefficients: Float64Array): number {
    let largest = 0;
    const pattern = new Uint8Array(this.#bytes);
    if (this.#counts)
      for (let p = 0; p < this.#counts.length; p++) {
        if (this.#counts[p] === 0) continue;
        for (let b = 0; b < this.#bytes; b++) pattern[b] = (p >> (8 * b)) & 255;
        largest = Math.max(largest, this.#squaredLength(table, coefficients, pattern, 0));
      }
    else
      for (let r = 0; r < this.#width; r++)
        if (this.#left[r] === 0)
          largest = Math.max(
            largest,
            this.#squaredLength(table, coefficients, this.#patterns, r * this.#bytes),
          );
    return Math.sqrt(largest);
  }

  /** Σᵢ vᵢ(GDv)ᵢ over the data of the pattern. */
  #squaredLength(
    { rows }: SignTable,
    coefficients: Float64Array,
    patterns: Uint8Array,
    from: number,
  ): number {
    const n = this.#count;
    let square = 0;
    for (let i = 0; i < n; i++) {
      if (((patterns[from + (i >> 3)]! >> (i & 7)) & 1) === 0) continue;
      let product = 0;
      for (let b = 0; b < this.#bytes; b++) product += rows[(256 * b + patterns[from + b]!) * n + i]!;
      square += coefficients[i]! * product;
    }
    return Math.max(0, square);
  }

  #index(patterns: Uint8Array, from: number): number {
    return patterns[from]! | (this.#bytes > 1 ? patterns[from + 1]! << 8 : 0);
  }
}
