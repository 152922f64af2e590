import type { LinearData } from "./deep-linear-data.ts";
import { fillNormal, type Random } from "../random.ts";

/** How many examples of which size, and how noisy their targets are. */
export interface MinusIdentitySettings {
  /** d = k. */
  readonly dimension: number;
  /** n. */
  readonly examples: number;
  /** The standard deviation of the noise; 0 for Y = −X. */
  readonly noise: number;
}

/**
 * Data with targets on the other side of the origin, Y = −X + `noise`·E, where X and E have independent entries N(0, 1). Takes 2·2⌈nd/2⌉ numbers from `random`.
 * Cost: O(nd). Source: Zou et al. 2020, section 5, with d = 10, n = 1000 and noise 0.1.
 */
export function minusIdentity(
  { dimension, examples, noise }: MinusIdentitySettings,
  random: Random,
): LinearData {
  const inputs = fillNormal(random, new Float64Array(examples * dimension));
  const errors = fillNormal(random, new Float64Array(examples * dimension));
  return { examples, inputs, targets: inputs.map((x, i) => noise * errors[i]! - x) };
}
