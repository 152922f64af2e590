import { dampedMode } from "./damped-mode.ts";
import type { Flow } from "./flow.ts";

/**
 * The ẋ(0) with which a flow that starts at `start` x₀ is at `next` x₁ after the time `interval` Δ: (x₁ − x₀X₁(Δ))/X₂(Δ), X₁ and X₂ its solutions from (1, 0) and
 * (0, 1). With Δ = √s and the first iterate x₁ of a method it is the start for which a flow in high resolution stays within O(s) of the method.
 * Where X₂(Δ) = 0, at half a period of a mode that rings, no velocity does it and the quotient is not finite. `eigenvalue` λ ≥ 0, Δ > 0. O(1).
 */
export function matchedVelocity(
  flow: Flow,
  eigenvalue: number,
  interval: number,
  start: number,
  next: number,
): number {
  const [damping, stiffness] = [flow.damping(eigenvalue), flow.stiffness(eigenvalue)];
  const state = new Float64Array(2);
  const rest = dampedMode(interval, damping, stiffness, start, 0, state)[0]!;
  const push = dampedMode(interval, damping, stiffness, 0, 1, state)[0]!;
  return (next - rest) / push;
}
