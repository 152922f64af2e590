import { checkShape } from "./shape.ts";

/**
 * Two eigenvalues only: 1/κ (⌊n/2⌋ times) and 1. The hardest spectrum for any method that is tuned to [1/κ, 1].
 * Ascending, `dimension` entries, smallest 1/κ, largest 1. RangeError for arguments that `checkShape` refuses. O(n).
 */
export function twoPointSpectrum(dimension: number, conditionNumber: number): Float64Array {
  checkShape(dimension, conditionNumber);
  return new Float64Array(dimension).fill(1 / conditionNumber, 0, dimension >> 1).fill(1, dimension >> 1);
}
