import { checkShape } from "./shape.ts";

/**
 * Equally spaced eigenvalues: λᵢ = 1/κ + (1 − 1/κ)·i/(n − 1), i = 0 … n − 1.
 * Ascending, `dimension` entries, smallest 1/κ, largest 1. RangeError for arguments that `checkShape` refuses. O(n).
 */
export function uniformSpectrum(dimension: number, conditionNumber: number): Float64Array {
  checkShape(dimension, conditionNumber);
  const smallest = 1 / conditionNumber;
  const eigenvalues = new Float64Array(dimension).fill(1);
  for (let i = 0; i < dimension - 1; i++) eigenvalues[i] = smallest + ((1 - smallest) * i) / (dimension - 1);
  return eigenvalues;
}
