/** How long inputs must be quiet before what is heavy follows them (ms). */
const REST = 150;

/** The same for what nobody misses if it comes a little later. */
export const LONG_REST = 600;

/**
 * The value, once its cell has not run again for a moment: a cell that gives `rested(x)` lets those that use it
 * follow when a drag pauses, not at each of its steps. What they showed stays until then.
 */
export function rested<T>(value: T, pause = REST): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), pause));
}
