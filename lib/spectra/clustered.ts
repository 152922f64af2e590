import { checkShape } from "./shape.ts";

/** Where the three clusters lie on the scale of e = 1 + ln λ / ln κ, which is 0 at λ = 1/κ and 1 at λ = 1. */
const CLUSTERS = [
  { from: 0, to: 0.04 },
  { from: 0.48, to: 0.52 },
  { from: 0.96, to: 1 },
] as const;

/**
 * Three narrow clusters at 1/κ, 1/√κ and 1: λ = κ^(e − 1) with e equally spaced in [0, .04], [.48, .52], [.96, 1].
 * The lower clusters get the larger share where 3 does not divide n (the top one first when n < 3, so that both ends exist).
 * Ascending, `dimension` entries, smallest 1/κ, largest 1. RangeError for arguments that `checkShape` refuses. O(n).
 */
export function clusteredSpectrum(dimension: number, conditionNumber: number): Float64Array {
  checkShape(dimension, conditionNumber);
  const eigenvalues = new Float64Array(dimension);
  for (let i = 0; i < dimension; i++) eigenvalues[i] = conditionNumber ** (position(i, dimension) - 1);
  eigenvalues[0] = 1 / conditionNumber;
  eigenvalues[dimension - 1] = 1;
  return eigenvalues;
}

/** The place e of the i-th of n eigenvalues: its cluster, then its share of the cluster's width. */
function position(i: number, n: number): number {
  const cluster = Math.floor((3 * i) / n);
  const first = Math.ceil((cluster * n) / 3);
  const members = Math.ceil(((cluster + 1) * n) / 3) - first;
  const { from, to } = CLUSTERS[cluster]!;
  return members > 1 ? from + ((to - from) * (i - first)) / (members - 1) : (from + to) / 2;
}
