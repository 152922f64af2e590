/*
 * The iterates of one mode from rest at 1, x₋₁ = x₀ = 1, of which every `every`-th is kept, from the first to the last before `steps`. z = ηλ. Infinity or NaN where they leave the doubles. RangeError for
 * `steps` that are not whole and at least 0, or an `every` that is not whole and at least 1. O(steps).
 */
import type { ModeRecursion } from "./mode-recursion.ts";

/** By x_{t+1} = s·x_t − d·x_{t−1}, with a momentum β = `momentum` that stays. */
export function modeIterates(
  recursion: ModeRecursion,
  z: number,
  momentum: number,
  steps: number,
  every: number,
): Float64Array {
  const [trace, determinant] = [recursion.trace(z, momentum), recursion.determinant(z, momentum)];
  return kept(steps, every, (_, current, previous) => trace * current - determinant * previous);
}

/**
 * Of Nesterov's method with a momentum that grows, x_{t+1} = (1 − z)(x_t + β_t(x_t − x_{t−1})), β_t = (t − 1)/(t + d − 1), 0 at t = 0: see `nesterovDecaying`. `damping` d > 0 (else RangeError).
 */
export function decayingModeIterates(damping: number, z: number, steps: number, every: number): Float64Array {
  if (!(damping > 0)) throw new RangeError(`damping must be positive: ${damping}`);
  return kept(steps, every, (t, current, previous) => {
    const momentum = t === 0 ? 0 : (t - 1) / (t + damping - 1);
    return (1 - z) * (current + momentum * (current - previous));
  });
}

function kept(
  steps: number,
  every: number,
  follow: (step: number, current: number, previous: number) => number,
): Float64Array {
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`steps must be a whole number of at least 0: ${steps}`);
  if (!(Number.isInteger(every) && every >= 1))
    throw new RangeError(`every must be a whole number of at least 1: ${every}`);
  const iterates = new Float64Array(Math.floor(steps / every) + 1);
  let [current, previous] = [1, 1];
  for (let t = 0; t <= steps; t++) {
    if (t % every === 0) iterates[t / every] = current;
    const next = follow(t, current, previous);
    previous = current;
    current = next;
  }
  return iterates;
}
