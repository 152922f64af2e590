import { fillNormal, seededRandom } from "../random.ts";
import type { ReluData } from "./relu-data.ts";

/** The neurons of a network at its start, which can be gone through again and again. */
export interface ReluDraw {
  /** m. */
  readonly width: number;
  /** n, the number of data. */
  readonly count: number;
  /** Begins with the first neuron; each `open` gives the same neurons. */
  open(): NeuronStream;
}

/**
 * Writes the next neurons: zᵣ(0) into `preActivations` (n values for each) and aᵣ = ±1 into `signs`, as many as `signs` has room for or as
 * are left; returns how many.
 */
export type NeuronStream = (preActivations: Float64Array, signs: Float64Array) => number;

/** The widest network that may be drawn: a minute or so at n = 5. */
export const LARGEST_WIDTH = 100_000_000;

/** Neurons whose normal numbers are drawn together. */
const BATCH = 256;

/**
 * m = `width` neurons with weights wᵣ ~ N(0, I) and signs aᵣ = ±1 with equal chance, all independent, by seed. Their pre-activations
 * are drawn as zᵣ = Lg, g ~ N(0, I_k), from N(0, XXᵀ): k ≤ min(n, d) normal numbers for a neuron instead of d. The same seed gives the
 * same network; a wider one begins with the same neurons. RangeError for a width that is not whole or not in [1, 10⁸].
 * Cost of going through them: O(mnk/2), memory O(1).
 */
export function gaussianDraw({ count, rank, root }: ReluData, width: number, seed: number): ReluDraw {
  checkWidth(width);
  return {
    width,
    count,
    open() {
      const random = seededRandom(seed);
      const normals = new Float64Array(BATCH * rank);
      const coins = new Float64Array(BATCH);
      let drawn = 0;
      let used = BATCH;
      return (preActivations, signs) => {
        const room = Math.min(signs.length, width - drawn);
        for (let r = 0; r < room; r++, used++) {
          if (used === BATCH) {
            fillNormal(random, normals);
            for (let k = 0; k < BATCH; k++) coins[k] = random();
            used = 0;
          }
          signs[r] = coins[used]! < 0.5 ? 1 : -1;
          for (let i = 0; i < count; i++) {
            let z = 0;
            const end = Math.min(i + 1, rank);
            for (let l = 0; l < end; l++) z += root[i * rank + l]! * normals[used * rank + l]!;
            preActivations[r * count + i] = z;
          }
        }
        drawn += room;
        return room;
      };
    },
  };
}

/**
 * Neurons that are given: `preActivations` m × n, row-major, zᵣᵢ = wᵣᵀxᵢ, and m `signs` ±1; kept, not copied.
 * RangeError for lengths that do not fit, a sign that is not ±1, or a value that is not finite.
 */
export function givenDraw(preActivations: Float64Array, signs: Float64Array, count: number): ReluDraw {
  const width = signs.length;
  checkWidth(width);
  if (preActivations.length !== width * count)
    throw new RangeError(`length of preActivations must be ${width * count}: ${preActivations.length}`);
  const unusable = preActivations.find((z) => !Number.isFinite(z));
  if (unusable !== undefined) throw new RangeError(`preActivations must be finite: ${unusable}`);
  const wrong = signs.find((sign) => Math.abs(sign) !== 1);
  if (wrong !== undefined) throw new RangeError(`signs must be 1 or -1: ${wrong}`);
  return {
    width,
    count,
    open() {
      let next = 0;
      return (values, into) => {
        const room = Math.min(into.length, width - next);
        values.set(preActivations.subarray(next * count, (next + room) * count));
        into.set(signs.subarray(next, next + room));
        next += room;
        return room;
      };
    },
  };
}

function checkWidth(width: number): void {
  if (!(Number.isInteger(width) && width >= 1 && width <= LARGEST_WIDTH))
    throw new RangeError(`width must be a whole number in [1, ${LARGEST_WIDTH}]: ${width}`);
}
