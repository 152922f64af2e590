import { regime, spectralRadius } from "./heavy-ball-mode.ts";

/** All modes of a quadratic under one setting of heavy ball. */
export interface ModesSummary {
  /** ηλᵢ, in the order of the eigenvalues. */
  readonly teeth: Float64Array;
  /** Index of a mode with the largest modulus; among equals the one with the smallest eigenvalue. */
  readonly slowest: number;
  /** The largest modulus ρ, the asymptotic factor per step. */
  readonly modulus: number;
  /** How many modes ring, creep (critical ones among them), overshoot, diverge; they add up to the dimension. */
  readonly ringing: number;
  readonly creeping: number;
  readonly overshooting: number;
  readonly diverging: number;
}

/**
 * Sorts the modes of ½Σλᵢwᵢ² by what heavy ball does to them at step size η and momentum β.
 * `eigenvalues` ascending. Moduli within 1e−12 of each other count as equal: all ringing modes share √β.
 * Cost: O(n).
 */
export function summarizeModes(eigenvalues: Float64Array, stepSize: number, momentum: number): ModesSummary {
  const teeth = eigenvalues.map((eigenvalue) => stepSize * eigenvalue);
  const counts = { ringing: 0, creeping: 0, overshooting: 0, diverging: 0 };
  let slowest = 0;
  let modulus = 0;
  teeth.forEach((z, i) => {
    const kind = regime(z, momentum);
    counts[kind === "critical" ? "creeping" : kind]++;
    const radius = spectralRadius(z, momentum);
    if (radius > modulus + 1e-12) [slowest, modulus] = [i, radius];
  });
  return { teeth, slowest, modulus, ...counts };
}
