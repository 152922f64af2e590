import { checkShape } from "./shape.ts";

/**
 * λᵢ = i⁻ˢ for i = n … 1 with s = ln κ / ln n, so that the smallest is n⁻ˢ = 1/κ: the shape of many Gram matrices of data.
 * Ascending, `dimension` entries, smallest 1/κ, largest 1. RangeError for arguments that `checkShape` refuses. O(n).
 */
export function powerLawSpectrum(dimension: number, conditionNumber: number): Float64Array {
  checkShape(dimension, conditionNumber);
  const exponent = dimension > 1 ? Math.log(conditionNumber) / Math.log(dimension) : 0;
  const eigenvalues = new Float64Array(dimension);
  for (let i = 1; i <= dimension; i++) eigenvalues[dimension - i] = i ** -exponent;
  eigenvalues[0] = 1 / conditionNumber; // exact, where the power is only within rounding
  return eigenvalues;
}
