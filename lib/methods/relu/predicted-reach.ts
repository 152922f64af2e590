import type { ReluData } from "../../problems/relu-data.ts";
import { flipThresholds } from "./flip-thresholds.ts";
import type { ReluSettings } from "./relu-method.ts";
import { SharedTrajectory } from "./shared-trajectory.ts";

/** Room for the difference between this network and an infinitely wide one. */
const ROOM = 1.25;
/** What |uᵢ(0)| is taken to be, on the side away from the label; its mean square is ½. */
const START = 1;

/**
 * How far a survey of a network of m = `width` neurons should reach for a run: the largest threshold on the way of an infinitely wide network,
 * whose residual is ξ_t = ξ₀ − H̄v_t, times 1.25, from |uᵢ(0)| = 1. Only a guess, and what is not enough costs one survey more.
 * Infinity where that network diverges. O(Tn²).
 */
export function predictedReach(
  { count: n, labels, gram, kernel }: ReluData,
  settings: ReluSettings,
  width: number,
): number {
  const { method, stepSize, momentum, steps } = settings;
  const shared = new SharedTrajectory(n);
  const thresholds = new Float64Array(4 * n);
  const residual = new Float64Array(n);
  let reach = 0;
  for (let t = 0; t < steps; t++) {
    for (let i = 0; i < n; i++) {
      let xi = -labels[i]! - START * (labels[i]! >= 0 ? 1 : -1);
      for (let j = 0; j < n; j++) xi -= kernel[i * n + j]! * shared.point[j]!;
      residual[i] = xi;
    }
    shared.advance(residual, method, stepSize, method.momentumAt(t, momentum));
    const largest = Math.max(
      flipThresholds(thresholds, gram, shared.point, width),
      flipThresholds(thresholds, gram, shared.memory, width),
    );
    if (!(largest < Infinity)) return Infinity;
    reach = Math.max(reach, largest);
  }
  return ROOM * reach;
}
