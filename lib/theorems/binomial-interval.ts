/** Half of what a 95 % interval leaves out. */
const TAIL = 0.025;

/** Halvings until an interval of length 1 is as short as the spacing of doubles near 1. */
const HALVINGS = 53;

/**
 * The 95 % interval of Clopper and Pearson (1934) for a probability, from `successes` in `trials`: all p under which neither as many successes nor as
 * few have a chance below 2.5 %. It holds the true p with a chance of at least 95 %, for every p and every number of trials; the shorter interval of
 * Wilson does so only on average, and near p = 1, where most claims are, it can fall below: and a verdict must not accuse a true claim more often
 * than it says. 300 of 300: [0.9878, 1]. successes in 0 … trials, trials ≥ 0, both whole, else RangeError; [0, 1] for no trials. O(trials).
 */
export function binomialInterval(successes: number, trials: number): readonly [lower: number, upper: number] {
  if (!(Number.isSafeInteger(trials) && trials >= 0))
    throw new RangeError(`trials must be a whole number of at least 0: ${trials}`);
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials))
    throw new RangeError(`successes must be a whole number in [0, ${trials}]: ${successes}`);
  // With the roles of success and failure exchanged, the upper end is a lower one.
  return [lowerEnd(successes, trials), 1 - lowerEnd(trials - successes, trials)];
}

/** The p under which `successes` or more have a chance of 2.5 %; 0 for no success. */
function lowerEnd(successes: number, trials: number): number {
  if (successes === 0) return 0;
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (upperTail(successes, trials, middle) < TAIL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≥ successes) for X binomial, p in (0, 1): the sum of its terms, each by its logarithm. */
function upperTail(successes: number, trials: number, p: number): number {
  const odds = Math.log(p) - Math.log1p(-p);
  let term = trials * Math.log1p(-p);
  let sum = successes === 0 ? Math.exp(term) : 0;
  for (let k = 1; k <= trials; k++) {
    term += odds + Math.log((trials - k + 1) / k);
    if (k >= successes) sum += Math.exp(term);
  }
  return sum;
}
