/**
 * values_t / (factorᵗ · values₀) for t = 0, 1, …: an error curve with its decay divided out, which starts at 1 and
 * stays under C where the errors stay under C · factorᵗ · values₀. `factor` > 0; the power is taken as a
 * logarithm, so that neither it nor the quotient underflows before the values do; once the values are 0
 * (below what numbers can hold) the curve ends. Cost: O(T).
 */
export function withoutDecay(values: Float64Array, factor: number): Float64Array {
  if (!(factor > 0)) throw new RangeError(`factor must be positive: ${factor}`);
  const rate = Math.log(factor);
  const first = Math.log(values[0] ?? NaN);
  const quotients = values.map((value, t) => Math.exp(Math.log(value) - first - t * rate));
  const end = quotients.findIndex((quotient) => !(quotient > 0 && quotient < Infinity));
  return end < 0 ? quotients : quotients.subarray(0, end);
}
