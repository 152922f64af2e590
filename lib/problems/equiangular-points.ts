/**
 * n = `count` unit points of which any two have the same cosine c in [0, 1), such that the kernel H̄ of the infinitely wide ReLU network, ½ on its diagonal and
 * h = c(π − arccos c)/(2π) elsewhere, has the condition number κ = (½ + (n − 1)h)/(½ − h). n × n, row-major: xᵢ = √(1 − c)eᵢ + x̄, with x̄ along (1, …, 1).
 * RangeError for fewer than two points, or κ not finite or below 1. By bisection for c, to the last digits. O(n²).
 */
export function equiangularPoints(count: number, conditionNumber: number): Float64Array {
  if (!(Number.isInteger(count) && count >= 2))
    throw new RangeError(`count must be a whole number of at least 2: ${count}`);
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  const wanted = (conditionNumber - 1) / (2 * (conditionNumber + count - 1));
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const cosine = (low + high) / 2;
    if ((cosine * (Math.PI - Math.acos(cosine))) / (2 * Math.PI) < wanted) low = cosine;
    else high = cosine;
  }
  const own = Math.sqrt(1 - low);
  // (own + shared)² + (n − 1)shared² = 1.
  const shared = (Math.sqrt(own ** 2 + count * low) - own) / count;
  return Float64Array.from({ length: count ** 2 }, (_, k) => shared + (k % (count + 1) === 0 ? own : 0));
}
