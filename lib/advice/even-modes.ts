import type { Modes } from "./modes.ts";

/** A spectrum, ascending, from a start with the same share of every eigenvector. O(n). */
export function evenModes(eigenvalues: Float64Array): Modes {
  return { eigenvalues, start: new Float64Array(eigenvalues.length).fill(1) };
}
