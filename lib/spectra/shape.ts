/**
 * The check that every shape of spectrum makes of its two arguments. Throws a RangeError unless `dimension` is a
 * whole number ≥ 1, `conditionNumber` is finite and ≥ 1, and a single eigenvalue is asked to have κ = 1.
 */
export function checkShape(dimension: number, conditionNumber: number): void {
  if (!Number.isInteger(dimension) || dimension < 1)
    throw new RangeError(`dimension must be a whole number of at least 1: ${dimension}`);
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  if (dimension === 1 && conditionNumber !== 1)
    throw new RangeError(`conditionNumber must be 1 when dimension is 1: ${conditionNumber}`);
}
