/**
 * The square of a quantity x that is known at ascending `times`, as the pairs [t₀, x₀², t₁, x₁², …] of a curve. The times at
 * which x crosses zero are among them, with the value 0, so that on a logarithmic axis the curve falls as deep as the
 * square does, however few the samples. They are where the line from sample to sample crosses: off by O(h²) for
 * samples h apart. A gap, NaN, stays one. Throws RangeError where there is not one value for each time. O(times).
 */
export function squaredCurve(times: Float64Array, values: Float64Array): Float64Array {
  if (times.length !== values.length)
    throw new RangeError(`values must be one for each of the ${times.length} times: ${values.length}`);
  const pairs: number[] = [];
  values.forEach((value, k) => {
    const [time, before] = [times[k]!, values[k - 1] ?? NaN];
    if (value * before < 0) {
      const start = times[k - 1]!;
      pairs.push(start + ((time - start) * before) / (before - value), 0);
    }
    pairs.push(time, value * value);
  });
  return Float64Array.from(pairs);
}
