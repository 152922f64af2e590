import { dampedMode } from "../flows/damped-mode.ts";
import { highResolutionHeavyBall, highResolutionNesterov } from "../flows/flow.ts";
import { timesOf } from "./flow-instance.ts";
import { convexityOf, type HighResolution } from "./high-resolution.ts";
import type { Series } from "./theorem.ts";

/**
 * The Lyapunov function of Liu et al. 2022 for both methods, reconstructed (the supplement is not at hand; its derivative is (31), and its rates are those of the theorems):
 *   V = cℓ̂ + ¼‖Δ̇‖² + ¼‖Δ̇ + 2√μΔ + q√sHΔ‖²,  c = 1 + √(μs), ℓ̂ = ½ΔᵀHΔ,  q = 0 for heavy ball, 1 for Nesterov.
 */
export type Correction = 0 | 1;

/** V of one mode λ at Δ = `position` and Δ̇ = `velocity`; μ = `convexity`, s = `stepSize`. O(1). */
export function energy(
  correction: Correction,
  convexity: number,
  stepSize: number,
  eigenvalue: number,
  position: number,
  velocity: number,
): number {
  const gain = 1 + Math.sqrt(convexity * stepSize);
  const mixed = velocity + pullOf(correction, convexity, stepSize, eigenvalue) * position;
  return (gain * eigenvalue * position ** 2) / 2 + velocity ** 2 / 4 + mixed ** 2 / 4;
}

/** V̇ of one mode along its flow, by the chain rule from the flow's own acceleration. O(1). */
export function energySlope(
  correction: Correction,
  convexity: number,
  stepSize: number,
  eigenvalue: number,
  position: number,
  velocity: number,
): number {
  const flow = flowOf(correction, convexity, stepSize);
  const acceleration = -flow.damping(eigenvalue) * velocity - flow.stiffness(eigenvalue) * position;
  const pull = pullOf(correction, convexity, stepSize, eigenvalue);
  const gain = 1 + Math.sqrt(convexity * stepSize);
  const mixed = velocity + pull * position;
  return (
    gain * eigenvalue * position * velocity +
    (velocity * acceleration) / 2 +
    (mixed * (acceleration + pull * velocity)) / 2
  );
}

/** V(t) of all modes at the times of the instance, from rest, in closed form; NaN where λ₀ ≤ 0. O(n · intervals). */
export function energies(correction: Correction, p: HighResolution): Series {
  const convexity = convexityOf(p);
  const stepSize = Math.max(p.stepSize, 0);
  if (Number.isNaN(convexity)) return timesOf(p).fill(NaN);
  const flow = flowOf(correction, convexity, stepSize);
  const state = new Float64Array(2);
  return timesOf(p).map((time) =>
    p.eigenvalues.reduce((sum, eigenvalue, i) => {
      dampedMode(time, flow.damping(eigenvalue), flow.stiffness(eigenvalue), p.errors[i]!, 0, state);
      return sum + energy(correction, convexity, stepSize, eigenvalue, state[0]!, state[1]!);
    }, 0),
  );
}

/** 2√μ + q√sλ, the factor of Δ in the last square. */
function pullOf(correction: Correction, convexity: number, stepSize: number, eigenvalue: number): number {
  return 2 * Math.sqrt(convexity) + correction * Math.sqrt(stepSize) * eigenvalue;
}

function flowOf(correction: Correction, convexity: number, stepSize: number) {
  return (correction === 0 ? highResolutionHeavyBall : highResolutionNesterov)(
    Math.sqrt(convexity),
    stepSize,
  );
}
