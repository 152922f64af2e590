import { bestMomentum } from "./settings.ts";

/**
 * The best β for each step size: `[ηα, β, ηα, β, …]` for ηα from 0 to 4, where β = max{|1 − √(ημ)|, |1 − √(ηα)|}²
 * makes the slowest of all modes between μ = α/κ and α as fast as that step size allows. The points are evenly
 * spaced in √(ηα), with one more at Polyak's setting, where the curve has its corner and its minimum.
 * Domain: conditionNumber ≥ 1, intervals ≥ 1. Cost: O(intervals).
 */
export function bestMomentumCurve(conditionNumber: number, intervals: number): Float64Array {
  const corner = 4 / (1 + 1 / Math.sqrt(conditionNumber)) ** 2;
  const stepSizes = Array.from({ length: intervals }, (_, i) => 4 * ((i + 1) / intervals) ** 2);
  const ordered = [...stepSizes, corner].sort((a, b) => a - b);
  const points = ordered.map((stepSize) => [stepSize, bestMomentum(stepSize, 1 / conditionNumber, 1)]);
  // A step of size 0 is no step; the curve begins at its limit.
  return Float64Array.from([[0, 1], ...points].flat());
}
