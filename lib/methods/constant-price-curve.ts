import { safeConstant } from "./heavy-ball-constant.ts";
import { theorem12 } from "./settings.ts";

/** C₀′/√κ at η = 1/α, β = (1 − 1/(2√κ))²: what entering with velocity costs, in units of √κ. κ ≥ 1. O(1). */
export function constantPriceAt(conditionNumber: number): number {
  const { stepSize, momentum } = theorem12(1 / conditionNumber, 1);
  return safeConstant(momentum, stepSize, 1 / conditionNumber, 1) / Math.sqrt(conditionNumber);
}

/**
 * The same as a curve, `[κ, C₀′/√κ, κ, C₀′/√κ, …]` for κ from 1 to 10^`decades`, evenly spaced in ln κ.
 * It is √(20/3) ≈ 2.58 at κ = 1, dips to about 2.15 near κ = 4 and tends to 4/√3 ≈ 2.31. Cost: O(intervals).
 */
export function constantPriceCurve(decades: number, intervals: number): Float64Array {
  const points = Array.from({ length: intervals + 1 }, (_, i) => {
    const conditionNumber = 10 ** ((decades * i) / intervals);
    return [conditionNumber, constantPriceAt(conditionNumber)];
  });
  return Float64Array.from(points.flat());
}
