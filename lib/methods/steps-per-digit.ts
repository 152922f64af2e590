import { spectralRadius } from "./heavy-ball-mode.ts";

/** The factor per step of heavy ball's slowest mode, for eigenvalues in [μ, α]: the larger of the moduli at both ends. O(1). */
export function slowestModulus(
  stepSize: number,
  momentum: number,
  smallest: number,
  largest: number,
): number {
  // The modulus falls with z, is level, and rises: on an interval it is largest at an end.
  return Math.max(
    spectralRadius(stepSize * smallest, momentum),
    spectralRadius(stepSize * largest, momentum),
  );
}

/** ln 10/(−ln ρ): how many steps a factor ρ per step takes for a digit; Infinity where nothing decays. O(1). */
export function stepsPerDigit(modulus: number): number {
  return modulus < 1 ? Math.LN10 / -Math.log(modulus) : Infinity;
}
