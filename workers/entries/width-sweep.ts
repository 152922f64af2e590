import { expose } from "../../page/expose.ts";
import { reluHeavyBall } from "../../lib/methods/relu/heavy-ball.ts";
import type { Cancellation } from "../../lib/methods/relu/train.ts";
import { widthSweep, type WidthSample } from "../../lib/methods/relu/width-sweep.ts";
import { reluData } from "../../lib/problems/relu-data.ts";

/** Networks to be trained by heavy ball, one of each width. */
export interface Sweep {
  /** n = count unit rows of d = dimension values, row-major, and n labels. */
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly widths: readonly number[];
  readonly seed: number;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** See `widthSweep`. */
export async function* sweepWidths(
  { points, labels, count, dimension, widths, seed, ...setting }: Sweep,
  signal?: Cancellation,
): AsyncGenerator<readonly WidthSample[], readonly WidthSample[]> {
  const data = reluData(points, labels, count, dimension);
  return yield* widthSweep(data, widths, seed, { method: reluHeavyBall, ...setting }, signal);
}

expose(sweepWidths);
