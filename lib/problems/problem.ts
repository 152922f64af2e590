/** A function f: ℝⁿ → ℝ to be minimised, with its gradient. Vectors are flat, of length `dimension`. */
export interface Problem {
  /** n, the number of unknowns. */
  readonly dimension: number;
  /** f(w). */
  loss(w: Float64Array): number;
  /** ∇f(w), written into `out` (which must not be `w`) and returned. */
  gradient(w: Float64Array, out: Float64Array): Float64Array;
}
