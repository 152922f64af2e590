/**
 * κ = α/μ, the largest eigenvalue over the smallest. `eigenvalues` in any order, all positive; at least one.
 * Infinity for a singular spectrum. RangeError for an empty or a negative one. O(n).
 */
export function conditionNumber(eigenvalues: Float64Array): number {
  if (eigenvalues.length === 0) throw new RangeError("eigenvalues must have at least 1 entry: 0");
  let [smallest, largest] = [Infinity, 0];
  for (const eigenvalue of eigenvalues) {
    if (!(eigenvalue >= 0)) throw new RangeError(`eigenvalues must not be negative: ${eigenvalue}`);
    smallest = Math.min(smallest, eigenvalue);
    largest = Math.max(largest, eigenvalue);
  }
  return largest / smallest;
}
