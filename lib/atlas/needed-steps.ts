import { rates } from "./rates.ts";

/** Which of the `rates`, at which condition numbers, and for which ε. */
export interface NeededQuestion {
  readonly keys: readonly string[];
  readonly conditionNumbers: readonly number[];
  readonly tolerance: number;
}

/** For each key the steps that are needed on the worst quadratic, in the order of the condition numbers; NaN where there is no such number or none yet. */
export type NeededSteps = Readonly<Record<string, Float64Array>>;

/** `needed` of several rates, one condition number after the other; yields all there is so far. RangeError for a key that no rate has. Cost: that of `worstCaseSteps`. */
export function* neededSteps({
  keys,
  conditionNumbers,
  tolerance,
}: NeededQuestion): Generator<NeededSteps, NeededSteps, void> {
  const chosen = keys.map((key) => {
    const found = rates.find((rate) => rate.key === key);
    if (!found) throw new RangeError(`key must be that of a rate: ${key}`);
    return found;
  });
  const steps = Object.fromEntries(
    keys.map((key) => [key, new Float64Array(conditionNumbers.length).fill(NaN)]),
  );
  for (const [i, conditionNumber] of conditionNumbers.entries()) {
    for (const { key, needed } of chosen) {
      steps[key]![i] = needed?.(conditionNumber, tolerance) ?? NaN;
      yield steps;
    }
  }
  return steps;
}
