/** The q-quantile of some numbers, linear between neighbours; NaN of none. */
export function quantile(values, q) {
  const sorted = Float64Array.from(values).sort();
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted.length === 0 ? NaN : sorted[below] + (place - below) * (next - sorted[below]);
}

/**
 * One row of a benchmark's answer: `what` was measured, its samples in `unit`, summed up. A goal is {most} or {least},
 * and the quantile `of` (0.5 unless said) that it speaks of. `note` says what a reader should know about the number.
 *
 * @typedef {{most?: number, least?: number, of?: number}} Goal
 * @param {string} what
 * @param {string} unit
 * @param {readonly number[]} samples
 * @param {{goal?: Goal | null, note?: string | null}} [options]
 */
export function row(what, unit, samples, { goal = null, note = null } = {}) {
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
  return { what, unit, median, p95, samples: samples.length, goal, ...judged({ median, p95 }, goal), note };
}

/** Whether a goal is met, and by what factor it is kept or missed. */
function judged({ median, p95 }, goal) {
  if (!goal) return { met: null, factor: null };
  const value = goal.of === 0.95 ? p95 : median;
  const factor = "most" in goal ? goal.most / value : value / goal.least;
  return { met: factor >= 1, factor };
}
