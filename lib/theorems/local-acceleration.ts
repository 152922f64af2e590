import { safeConstant } from "../methods/heavy-ball-constant.ts";
import { LESSARD_ENDS, lessardRechtPackard } from "../problems/lessard-recht-packard.ts";
import type { Problem } from "../problems/problem.ts";
import { hessianLipschitz, smoothStronglyConvex, type BentBowl } from "../problems/smooth-strongly-convex.ts";

/** A strongly convex function with known constants: a bowl that bends smoothly, or the one of Lessard, Recht and Packard. */
export type Objective = BentBowl | "lessard-recht-packard";

/** What is known of an objective. */
export interface ObjectiveConstants {
  /** The ends of its curvature. */
  readonly smallest: number;
  readonly largest: number;
  /** The Lipschitz constant of its Hessian; Infinity where it has none. */
  readonly lipschitz: number;
}

/** μ; NaN for a bowl that is none. O(n). */
export function smallestCurvature(objective: Objective): number {
  if (objective === "lessard-recht-packard") return LESSARD_ENDS.smallest;
  return isBowl(objective) ? objective.smallest : NaN;
}

/** The constants of an objective; all NaN for a bowl that is none. O(n). */
export function constantsOf(objective: Objective): ObjectiveConstants {
  const smallest = smallestCurvature(objective);
  if (objective === "lessard-recht-packard")
    return { smallest, largest: LESSARD_ENDS.largest, lipschitz: Infinity };
  if (Number.isNaN(smallest)) return { smallest, largest: NaN, lipschitz: NaN };
  return { smallest, largest: Math.max(...objective.eigenvalues), lipschitz: hessianLipschitz(objective) };
}

/** The objective itself. RangeError for a bowl that is none. */
export function problemOf(objective: Objective): Problem {
  return objective === "lessard-recht-packard" ? lessardRechtPackard : smoothStronglyConvex(objective);
}

/** Whether 0 < μ ≤ λᵢ and 0 < s, all finite. O(n). */
export function isBowl({ eigenvalues, smallest, bend }: BentBowl): boolean {
  const fits = (x: number, least: number): boolean => x >= least && x < Infinity;
  return smallest > 0 && bend > 0 && bend < Infinity && eigenvalues.every((x) => fits(x, smallest));
}

/**
 * The distance ‖(w₀ − w*, w₋₁ − w*)‖ from which Theorem 27 of Wang et al. 2021 starts: 1/(683κ^{3/2}), in units in which the Hessian is α-Lipschitz. For a
 * Hessian that is L-Lipschitz it is α/L times that. NaN for κ < 1. O(1).
 */
export function printedRadius(conditionNumber: number): number {
  return conditionNumber >= 1 ? 1 / (683 * conditionNumber ** 1.5) : NaN;
}

/**
 * The same from the same proof with two constants less rounded (ours): 3/(64√κ C₀²), C₀ = C₀′ at η = 1/α, β = (1 − 1/(2√κ))². The factor ½ of (118) is kept:
 * ‖φ_s‖ ≤ ½ηα(‖ξ_s‖ + ‖ξ₀‖)‖ξ_s‖ ≤ ηαR‖ξ_s‖ for ‖ξ_s‖, ‖ξ₀‖ ≤ R. With ‖ξ_s‖ ≤ 2C₀θˢ‖v₀‖ the sum in (121) is at most 2RC₀²Σ_{s<t} β_*^{t−s−1}θˢ‖v₀‖ ≤
 * (32/3)√κ RC₀²θᵗ‖v₀‖, which is C₀θᵗ‖v₀‖ for R = 3/(32√κ C₀); and ‖v₀‖ ≤ R/(2C₀). NaN for κ < 1. O(1).
 */
export function improvedRadius(conditionNumber: number): number {
  if (!(conditionNumber >= 1)) return NaN;
  const root = Math.sqrt(conditionNumber);
  const constant = safeConstant((1 - 1 / (2 * root)) ** 2, 1, 1 / conditionNumber, 1);
  return 3 / (64 * root * constant ** 2);
}
