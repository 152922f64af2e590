import type { ReluMethod } from "./relu-method.ts";
import { bytesOf, writePattern, type SignTable } from "./sign-table.ts";

/** Signs of pre-activations nearer to 0 than this are rounding, where neurons slide along the edge of activity. */
const SIGN_FLOOR = 1e-9;

/** Neurons that are trained one by one, in pre-activations: those that have flipped, or all. */
export class FlippedNeurons {
  /** How many there are, and how many of them have had a pattern other than that of the start. */
  size = 0;
  changed = 0;
  ids = new Int32Array(0);
  /** aᵣ/√m. */
  #weights = new Float64Array(0);
  #start = new Float64Array(0);
  #point = new Float64Array(0);
  #memory = new Float64Array(0);
  #startPatterns = new Uint8Array(0);
  /** At e_t, where the gradient is taken. */
  #patterns = new Uint8Array(0);
  #hasChanged = new Uint8Array(0);
  readonly #count: number;
  readonly #bytes: number;
  readonly #sums: Float64Array;
  readonly #pattern: Uint8Array;

  constructor(count: number) {
    this.#count = count;
    this.#bytes = bytesOf(count);
    this.#sums = new Float64Array(count);
    this.#pattern = new Uint8Array(this.#bytes);
  }

  /** Makes room for `capacity` neurons. */
  reserve(capacity: number): void {
    if (capacity <= this.ids.length) return;
    const grown = <A extends Float64Array | Int32Array | Uint8Array>(array: A, length: number): A => {
      const copy = new (array.constructor as new (length: number) => A)(length);
      copy.set(array);
      return copy;
    };
    this.ids = grown(this.ids, capacity);
    this.#weights = grown(this.#weights, capacity);
    this.#hasChanged = grown(this.#hasChanged, capacity);
    this.#start = grown(this.#start, capacity * this.#count);
    this.#point = grown(this.#point, capacity * this.#count);
    this.#memory = grown(this.#memory, capacity * this.#count);
    this.#startPatterns = grown(this.#startPatterns, capacity * this.#bytes);
    this.#patterns = grown(this.#patterns, capacity * this.#bytes);
  }

  /** Adds a neuron that was in the pool until now: z = z(0) − (aᵣ/√m)(GDᵣv) at the point and at the memory. */
  add(
    id: number,
    weight: number,
    start: Float64Array,
    from: number,
    pointShift: Float64Array,
    memoryShift: Float64Array,
  ): void {
    const n = this.#count;
    if (this.size === this.ids.length) this.reserve(Math.max(64, 2 * this.size));
    const at = this.size++;
    this.ids[at] = id;
    this.#weights[at] = weight;
    for (let i = 0; i < n; i++) {
      const z = start[from + i]!;
      this.#start[at * n + i] = z;
      this.#point[at * n + i] = z - weight * pointShift[i]!;
      this.#memory[at * n + i] = z - weight * memoryShift[i]!;
    }
    writePattern(this.#startPatterns, at * this.#bytes, start, from, n);
  }

  /** Adds Σᵣ aᵣ max(zᵣ, 0)/√m at the point e_t to `predictions`, and notes the patterns there. */
  addPredictions(predictions: Float64Array): void {
    const n = this.#count;
    const bytes = this.#bytes;
    const point = this.#point;
    const patterns = this.#patterns;
    const starts = this.#startPatterns;
    for (let r = 0; r < this.size; r++) {
      const weight = this.#weights[r]!;
      let differs = 0;
      for (let b = 0; b < bytes; b++) {
        const end = n - 8 * b < 8 ? n - 8 * b : 8;
        let byte = 0;
        for (let k = 0; k < end; k++) {
          const z = point[r * n + 8 * b + k]!;
          byte |= (z >= 0 ? 1 : 0) << k;
          // max(z, 0), exactly, and without a branch that half of the neurons take.
          predictions[8 * b + k]! += weight * ((z + Math.abs(z)) / 2);
        }
        patterns[r * bytes + b] = byte;
        differs |= byte ^ starts[r * bytes + b]!;
      }
      if (differs !== 0) this.#noteChange(r);
    }
  }

  /** The same at the memory q_t, where no gradient is taken. */
  addMemoryPredictions(predictions: Float64Array): void {
    const n = this.#count;
    for (let r = 0; r < this.size; r++) {
      const weight = this.#weights[r]!;
      for (let i = 0; i < n; i++) {
        const z = this.#memory[r * n + i]!;
        if (z >= 0) predictions[i]! += weight * z;
        if (this.#hasChanged[r] === 0 && z >= 0 !== this.#start[r * n + i]! >= 0) this.#noteChange(r);
      }
    }
  }

  /** One step of the method; `table` was built for ηξ at the point. Patterns are those that `addPredictions` noted. */
  advance(table: SignTable, method: ReluMethod, momentum: number): void {
    const n = this.#count;
    const bytes = this.#bytes;
    const { rows } = table;
    const point = this.#point;
    const memory = this.#memory;
    const patterns = this.#patterns;
    const half = method.remembers === "half step";
    const sums = bytes === 1 ? rows : this.#sums;
    for (let r = 0; r < this.size; r++) {
      const weight = this.#weights[r]!;
      const from = bytes === 1 ? patterns[r]! * n : 0;
      if (bytes > 1) this.#addRows(rows, r);
      for (let i = 0, k = r * n; i < n; i++, k++) {
        const e = point[k]!;
        const h = e - weight * sums[from + i]!;
        const p = half ? h : e;
        point[k] = h + momentum * (p - memory[k]!);
        memory[k] = p;
      }
    }
  }

  /** Pairs (neuron, datum) whose sign at the iterate is another than at the start, with |z| > 1e−9. */
  changedPairs(iterate: ReluMethod["iterate"]): number {
    const z = iterate === "point" ? this.#point : this.#memory;
    let pairs = 0;
    for (let k = 0; k < this.size * this.#count; k++)
      if (z[k]! >= 0 !== this.#start[k]! >= 0 && Math.abs(z[k]!) > SIGN_FLOOR) pairs++;
    return pairs;
  }

  /** max ‖wᵣ − wᵣ(0)‖ = max ‖B(zᵣ − zᵣ(0))‖ at the iterate, B = `inverseRoot`, k × n. 0 of none. */
  largestDisplacement(iterate: ReluMethod["iterate"], inverseRoot: Float64Array): number {
    const n = this.#count;
    const z = iterate === "point" ? this.#point : this.#memory;
    const bound = largestRowSquare(inverseRoot, n);
    let largest = 0;
    for (let r = 0; r < this.size; r++) {
      let shift = 0;
      for (let k = r * n; k < r * n + n; k++) shift += (z[k]! - this.#start[k]!) ** 2;
      // Rows of B are orthogonal: ‖B‖ is the norm of the longest.
      if (shift * bound <= largest) continue;
      let square = 0;
      for (let l = 0; l < inverseRoot.length; l += n) {
        let product = 0;
        for (let i = 0; i < n; i++)
          product += inverseRoot[l + i]! * (z[r * n + i]! - this.#start[r * n + i]!);
        square += product * product;
      }
      if (!(square <= largest)) largest = square;
    }
    return Math.sqrt(largest);
  }

  /** Adds to C, n × n, by how much the numbers of jointly active neurons at the iterate differ from those at the start. */
  addJointChange(iterate: ReluMethod["iterate"], joint: Float64Array): void {
    const n = this.#count;
    const z = iterate === "point" ? this.#point : this.#memory;
    const now = this.#pattern;
    for (let r = 0; r < this.size; r++) {
      writePattern(now, 0, z, r * n, n);
      let differs = 0;
      for (let b = 0; b < this.#bytes; b++) differs |= now[b]! ^ this.#startPatterns[r * this.#bytes + b]!;
      if (differs === 0) continue;
      addOuter(joint, now, 0, n, 1);
      addOuter(joint, this.#startPatterns, r * this.#bytes, n, -1);
    }
  }

  #noteChange(r: number): void {
    if (this.#hasChanged[r] === 1) return;
    this.#hasChanged[r] = 1;
    this.changed++;
  }

  /** The sum of the rows of the pattern of neuron r, into `#sums`. */
  #addRows(rows: Float64Array, r: number): void {
    const n = this.#count;
    const sums = this.#sums;
    const first = this.#patterns[r * this.#bytes]! * n;
    for (let i = 0; i < n; i++) sums[i] = rows[first + i]!;
    for (let b = 1; b < this.#bytes; b++) {
      const from = (256 * b + this.#patterns[r * this.#bytes + b]!) * n;
      for (let i = 0; i < n; i++) sums[i]! += rows[from + i]!;
    }
  }
}

/** The square of the norm of the longest row of n numbers. */
function largestRowSquare(matrix: Float64Array, n: number): number {
  let largest = 0;
  for (let l = 0; l < matrix.length; l += n) {
    let square = 0;
    for (let i = 0; i < n; i++) square += matrix[l + i]! ** 2;
    largest = Math.max(largest, square);
  }
  return largest;
}

/** Adds `amount` to each entry (i, j) of `joint`, n × n, for which the pattern that begins at `from` has both bits. */
export function addOuter(
  joint: Float64Array,
  patterns: Uint8Array,
  from: number,
  count: number,
  amount: number,
): void {
  for (let i = 0; i < count; i++) {
    if (((patterns[from + (i >> 3)]! >> (i & 7)) & 1) === 0) continue;
    for (let j = 0; j < count; j++)
      if (((patterns[from + (j >> 3)]! >> (j & 7)) & 1) === 1) joint[i * count + j]! += amount;
  }
}
