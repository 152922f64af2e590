/** A problem as all methods here see it: eigenvalues, and how far the start is from the solution along each eigenvector. */
export interface Modes {
  /** Ascending, all positive. */
  readonly eigenvalues: Float64Array;
  /** As many numbers, not all 0; their signs do not matter. */
  readonly start: Float64Array;
}
