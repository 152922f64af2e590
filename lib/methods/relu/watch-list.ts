import { thresholdKind } from "./flip-thresholds.ts";
import type { NearNeurons } from "./near-neurons.ts";
import type { SignTable } from "./sign-table.ts";

/** Drawers for |zᵣᵢ(0)| from 0 to the reach: what is watched too early is at most this share of a drawer's width. */
const DRAWERS = 256;

/**
 * Pairs of a near neuron and a datum whose sign may have changed. For each datum and kind of neuron (see `thresholdKind`) the pairs lie in
 * drawers by |zᵣᵢ(0)|; a drawer is opened once a threshold reaches it, and what was in it is looked at in every step from then on.
 */
export class WatchList {
  /** How many pairs are looked at. */
  size = 0;
  /** By list and drawer: where its pairs begin in `#pairs`. */
  readonly #begins: Int32Array;
  /** Places of neurons in `near`. */
  readonly #pairs: Int32Array;
  /** By list: the first drawer that is closed. */
  readonly #closed: Int32Array;
  /** Of the watched pairs: the place of the neuron in `near`, the datum, aᵣ, and zᵣᵢ(0). */
  readonly #neurons: Int32Array;
  readonly #data: Int32Array;
  readonly #signs: Float64Array;
  readonly #starts: Float64Array;
  readonly #near: NearNeurons;
  readonly #count: number;
  readonly #reach: number;

  /** `gone` marks the places in `near` of neurons that are not in the pool. O(n · near). */
  constructor(near: NearNeurons, gone: Uint8Array, count: number, reach: number) {
    this.#near = near;
    this.#count = count;
    this.#reach = reach;
    this.#closed = new Int32Array(4 * count);
    const begins = new Int32Array(4 * count * DRAWERS + 1);
    this.#eachPair(gone, (drawer) => begins[drawer + 1]!++);
    for (let k = 1; k < begins.length; k++) begins[k]! += begins[k - 1]!;
    this.#begins = begins;
    const next = begins.slice();
    this.#pairs = new Int32Array(begins[begins.length - 1]!);
    this.#eachPair(gone, (drawer, place) => (this.#pairs[next[drawer]!++] = place));
    this.#neurons = new Int32Array(this.#pairs.length);
    this.#data = new Int32Array(this.#pairs.length);
    this.#signs = new Float64Array(this.#pairs.length);
    this.#starts = new Float64Array(this.#pairs.length);
  }

  /** Opens the drawers that the thresholds (see `flipThresholds`) reach. */
  open(thresholds: Float64Array): void {
    const width = this.#reach / DRAWERS;
    for (let list = 0; list < this.#closed.length; list++) {
      const threshold = thresholds[list]!;
      // −0 and 0 are active, so that a threshold of 0 reaches nothing but a 0 that stays one.
      while (this.#closed[list]! < DRAWERS && threshold > 0 && this.#closed[list]! * width <= threshold)
        this.#openDrawer(list, this.#closed[list]!++);
    }
  }

  /**
   * Writes the places of the neurons that have flipped at v into `found`, from `already` on, and returns how many there are then. `table` was
   * built for v, `scale` is 1/√m. They are marked in `gone`, and no longer watched. Allocates nothing.
   */
  collect(table: SignTable, scale: number, gone: Uint8Array, found: Int32Array, already: number): number {
    const { patterns } = this.#near;
    const { rows, bytes } = table;
    const n = this.#count;
    const neurons = this.#neurons;
    const data = this.#data;
    const starts = this.#starts;
    for (let w = 0; w < this.size;) {
      const place = neurons[w]!;
      if (gone[place] === 1) {
        this.#remove(w);
        continue;
      }
      let product = 0;
      for (let b = 0; b < bytes; b++)
        product += rows[(256 * b + patterns[place * bytes + b]!) * n + data[w]!]!;
      const start = starts[w]!;
      if (start - this.#signs[w]! * scale * product >= 0 !== start >= 0) {
        gone[place] = 1;
        found[already++] = place;
      } else w++;
    }
    return already;
  }

  #remove(w: number): void {
    this.size--;
    this.#neurons[w] = this.#neurons[this.size]!;
    this.#data[w] = this.#data[this.size]!;
    this.#signs[w] = this.#signs[this.size]!;
    this.#starts[w] = this.#starts[this.size]!;
  }

  #openDrawer(list: number, drawer: number): void {
    const end = this.#begins[list * DRAWERS + drawer + 1]!;
    for (let k = this.#begins[list * DRAWERS + drawer]!; k < end; k++) {
      const place = this.#pairs[k]!;
      const w = this.size++;
      this.#neurons[w] = place;
      this.#data[w] = list >> 2;
      this.#signs[w] = this.#near.signs[place]!;
      this.#starts[w] = this.#near.preActivations[place * this.#count + (list >> 2)]!;
    }
  }

  #eachPair(gone: Uint8Array, visit: (drawer: number, place: number) => void): void {
    const n = this.#count;
    const { size, signs, preActivations } = this.#near;
    for (let place = 0; place < size; place++) {
      if (gone[place] === 1) continue;
      for (let i = 0; i < n; i++) {
        const z = preActivations[place * n + i]!;
        const distance = Math.abs(z);
        if (distance > this.#reach) continue;
        const drawer = Math.min(DRAWERS - 1, Math.floor((distance / this.#reach) * DRAWERS));
        visit((4 * i + thresholdKind(signs[place]!, z)) * DRAWERS + drawer, place);
      }
    }
  }
}
