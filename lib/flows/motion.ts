import { integrate } from "./integrate.ts";

/** Positions and velocities at some times, a row for each, row-major. NaN where they were not reached. */
export interface Motion {
  readonly positions: Float64Array;
  readonly velocities: Float64Array;
}

/** Writes the force on x at the time t, moving at ẋ, into `out`; all are as long. */
export type Force = (time: number, position: Float64Array, velocity: Float64Array, out: Float64Array) => void;

/**
 * ẍ + b(t)ẋ = F(t, x, ẋ) at ascending `times`, x(times[0]) = `start`, ẋ(times[0]) = `velocity`. `damping` is b(t), in 1/time. See `integrate` for the tolerance,
 * `dense`, errors and cost.
 */
export function motion(
  force: Force,
  damping: (time: number) => number,
  start: Float64Array,
  velocity: Float64Array,
  times: Float64Array,
  tolerance?: number,
  dense?: boolean,
): Motion {
  const n = start.length;
  const [position, speed, push] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const whole = new Float64Array(2 * n);
  whole.set(start);
  whole.set(velocity, n);
  const rows = integrate(
    (time, state, out) => {
      for (let i = 0; i < n; i++) [position[i], speed[i]] = [state[i]!, state[n + i]!];
      force(time, position, speed, push);
      const b = damping(time);
      for (let i = 0; i < n; i++) {
        out[i] = speed[i]!;
        out[n + i] = push[i]! - b * speed[i]!;
      }
    },
    whole,
    times,
    tolerance,
    dense,
  );
  const [positions, velocities] = [new Float64Array(times.length * n), new Float64Array(times.length * n)];
  for (let k = 0; k < times.length; k++) {
    positions.set(rows.subarray(2 * k * n, (2 * k + 1) * n), k * n);
    velocities.set(rows.subarray((2 * k + 1) * n, (2 * k + 2) * n), k * n);
  }
  return { positions, velocities };
}
