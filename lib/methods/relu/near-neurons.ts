import { bytesOf } from "./sign-table.ts";

/** Neurons that are kept one by one, with what they were at the start; as many as come. */
export class NearNeurons {
  /** How many. */
  size = 0;
  /** Their numbers in the draw, ascending. */
  ids: Int32Array;
  /** aᵣ. */
  signs: Float64Array;
  /** zᵣ(0), n values each. */
  preActivations: Float64Array;
  /** Their patterns at the start, ⌈n/8⌉ bytes each. */
  patterns: Uint8Array;
  /** ⌈n/8⌉. */
  readonly bytes: number;
  readonly #count: number;

  constructor(count: number, capacity: number) {
    this.#count = count;
    this.bytes = bytesOf(count);
    this.ids = new Int32Array(capacity);
    this.signs = new Float64Array(capacity);
    this.preActivations = new Float64Array(capacity * count);
    this.patterns = new Uint8Array(capacity * this.bytes);
  }

  /** Adds a neuron whose values and pattern begin at `from` and `patternFrom`. Allocates only where the room doubles. */
  add(
    id: number,
    sign: number,
    values: Float64Array,
    from: number,
    patterns: Uint8Array,
    patternFrom: number,
  ): void {
    if (this.size === this.ids.length) this.#grow();
    const at = this.size++;
    this.ids[at] = id;
    this.signs[at] = sign;
    for (let i = 0; i < this.#count; i++) this.preActivations[at * this.#count + i] = values[from + i]!;
    for (let b = 0; b < this.bytes; b++) this.patterns[at * this.bytes + b] = patterns[patternFrom + b]!;
  }

  /** Where neuron `id` is, or −1. O(log size). */
  indexOf(id: number): number {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.ids[middle]! === id) return middle;
      if (this.ids[middle]! < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #grow(): void {
    const { ids, signs, preActivations, patterns } = this;
    const capacity = Math.max(64, 2 * ids.length);
    this.ids = new Int32Array(capacity);
    this.ids.set(ids);
    this.signs = new Float64Array(capacity);
    this.signs.set(signs);
    this.preActivations = new Float64Array(capacity * this.#count);
    this.preActivations.set(preActivations);
    this.patterns = new Uint8Array(capacity * this.bytes);
    this.patterns.set(patterns);
  }
}
