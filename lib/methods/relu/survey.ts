import type { ReluDraw } from "../../problems/relu-draw.ts";
import { addJointlyActive } from "../../problems/relu-gram.ts";
import { NearNeurons } from "./near-neurons.ts";
import { PatternTally } from "./pattern-tally.ts";
import { bytesOf } from "./sign-table.ts";

/** What is known of a draw after going through it once; methods on the same draw share it. */
export interface Survey {
  readonly draw: ReluDraw;
  /** Neurons with min_i |zᵣᵢ(0)| ≤ reach are kept one by one, in `near`; of the others only sums. */
  readonly reach: number;
  /** Sᵢ = Σᵣ aᵣ max(zᵣᵢ(0), 0), so that u(0) = S/√m. */
  readonly activeSums: Float64Array;
  /** Cᵢⱼ, how many neurons are active on both i and j; n × n, exact. */
  readonly jointlyActive: Float64Array;
  readonly near: NearNeurons;
  readonly tally: PatternTally;
}

/** Neurons that are drawn, summed and counted together; a multiple of 32. */
const BLOCK = 1024;
/** Blocks between two yields: some 10 ms at n = 5. */
const BLOCKS_PER_YIELD = 32;
/** √(2/π): of unit data, this share of the neurons, times n and the reach, is near at most. */
export const NEAR_SHARE = 0.8;

/**
 * Goes through a draw: sums, counts by words of 32 neurons, and those near a change of sign. Yields the share that is done, from 0.
 * `reach` may be 0 or Infinity (then all neurons are near). RangeError for one that is negative or no number.
 * O(mn) and the cost of drawing; memory for the near ones and, where n > 12, m⌈n/8⌉ bytes.
 */
export function* surveyDraw(draw: ReluDraw, reach: number): Generator<number, Survey, void> {
  if (!(reach >= 0)) throw new RangeError(`reach must not be negative: ${reach}`);
  const { count, width } = draw;
  const bytes = bytesOf(count);
  const next = draw.open();
  const signs = new Float64Array(Math.min(BLOCK, width));
  const values = new Float64Array(signs.length * count);
  const patterns = new Uint8Array(signs.length * bytes);
  const words = new Int32Array(count * (BLOCK / 32));
  const blockSums = new Float64Array(count);
  const expected = Math.min(1, NEAR_SHARE * count * reach) * width;
  const survey = {
    draw,
    reach,
    activeSums: new Float64Array(count),
    jointlyActive: new Float64Array(count * count),
    near: new NearNeurons(count, Math.ceil(expected) + 64),
    tally: new PatternTally(count, width),
  };
  const { activeSums, near, tally } = survey;
  for (let first = 0; first < width; first += BLOCK) {
    if ((first / BLOCK) % BLOCKS_PER_YIELD === 0) yield first / width;
    const size = next(values, signs);
    words.fill(0);
    blockSums.fill(0);
    for (let r = 0; r < size; r++) {
      const sign = signs[r]!;
      let nearest = Infinity;
      for (let b = 0; b < bytes; b++) {
        const end = Math.min(count, 8 * b + 8);
        let byte = 0;
        for (let i = 8 * b; i < end; i++) {
          const z = values[r * count + i]!;
          const distance = Math.abs(z);
          if (distance < nearest) nearest = distance;
          if (z >= 0) {
            byte |= 1 << (i & 7);
            blockSums[i]! += sign * z;
            words[i * (BLOCK / 32) + (r >> 5)]! |= 1 << (r & 31);
          }
        }
        patterns[r * bytes + b] = byte;
      }
      tally.add(first + r, patterns, r * bytes);
      if (nearest <= reach) near.add(first + r, sign, values, r * count, patterns, r * bytes);
    }
    for (let i = 0; i < count; i++) activeSums[i]! += blockSums[i]!;
    addJointlyActive(survey.jointlyActive, words, count, BLOCK / 32);
  }
  return survey;
}
