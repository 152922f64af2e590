/**
 * G = XXᵀ, Gᵢⱼ = xᵢᵀxⱼ, from n = `count` rows of d = `dimension` values, row-major: all that the predictions of a network know of its data.
 * Returns n × n values, row-major, exactly symmetric; equal rows of X give equal rows of G.
 * RangeError if n or d is less than 1 or the length of `points` is not n × d. O(n²d).
 */
export function gramMatrix(points: Float64Array, count: number, dimension: number): Float64Array {
  if (!(count >= 1)) throw new RangeError(`count must be at least 1: ${count}`);
  if (!(dimension >= 1)) throw new RangeError(`dimension must be at least 1: ${dimension}`);
  if (points.length !== count * dimension)
    throw new RangeError(`length of points must be ${count * dimension}: ${points.length}`);
  const gram = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let k = 0; k < dimension; k++) product += points[i * dimension + k]! * points[j * dimension + k]!;
      gram[i * count + j] = product;
      gram[j * count + i] = product;
    }
  return gram;
}
