import { dampedMode } from "./damped-mode.ts";
import type { Flow } from "./flow.ts";
import { nesterovFlow } from "./nesterov-flow.ts";

/** Position and velocity of one mode along a flow, at `times`. */
export interface ModeSamples {
  readonly positions: Float64Array;
  readonly velocities: Float64Array;
}

/** One mode of a flow of second order from rest at 1, at `times`; see `dampedMode`. O(times). */
export function flowSamples(flow: Flow, eigenvalue: number, times: Float64Array): ModeSamples {
  const [damping, stiffness] = [flow.damping(eigenvalue), flow.stiffness(eigenvalue)];
  return sampled(times, (time, out) => dampedMode(time, damping, stiffness, 1, 0, out));
}

/** The same of Nesterov's flow with damping d/t; see `nesterovFlow`. Cost: O(t√λ) for each time. */
export function nesterovSamples(damping: number, eigenvalue: number, times: Float64Array): ModeSamples {
  return sampled(times, (time, out) => nesterovFlow(time, eigenvalue, damping, 1, out));
}

function sampled(times: Float64Array, write: (time: number, out: Float64Array) => unknown): ModeSamples {
  const [positions, velocities] = [new Float64Array(times.length), new Float64Array(times.length)];
  const state = new Float64Array(2);
  times.forEach((time, k) => {
    write(time, state);
    [positions[k], velocities[k]] = [state[0]!, state[1]!];
  });
  return { positions, velocities };
}
