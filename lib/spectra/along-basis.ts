import type { SymmetricBasis } from "./symmetric-basis.ts";

/** vᵢᵀb for each vector vᵢ of the basis: b, n values, along it; Σ(vᵢᵀb)² = ‖b‖². RangeError for another length. O(n²). */
export function alongBasis({ eigenvalues, vectors }: SymmetricBasis, vector: Float64Array): Float64Array {
  const n = eigenvalues.length;
  if (vector.length !== n) throw new RangeError(`length of vector must be ${n}: ${vector.length}`);
  return eigenvalues.map((_, k) => vector.reduce((sum, value, i) => sum + vectors[k * n + i]! * value, 0));
}
