import { motion, type Motion } from "./motion.ts";

/** A kernel H that may change with the time and with the errors Δ and their velocity: writes it into `out`, n × n, row-major. */
export type Kernel = (time: number, errors: Float64Array, velocity: Float64Array, out: Float64Array) => void;

/**
 * The errors Δ of a network with a kernel that changes, Δ̈ + bΔ̇ + H(t)Δ = 0, Δ̇(0) = 0, at ascending `times`. `damping` b ≥ 0, in 1/time (else RangeError);
 * `errors` is Δ at the first time. See `integrate` for the tolerance and other errors; a smooth H costs what a constant one does.
 * Source: Bu et al. 2021, (3.5).
 */
export function kernelFlow(
  kernel: Kernel,
  damping: number,
  errors: Float64Array,
  times: Float64Array,
  tolerance?: number,
): Motion {
  if (!(damping >= 0)) throw new RangeError(`damping must be at least 0: ${damping}`);
  const n = errors.length;
  const matrix = new Float64Array(n * n);
  return motion(
    (time, position, velocity, out) => {
      kernel(time, position, velocity, matrix);
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * position[j]!;
        out[i] = -sum;
      }
    },
    () => damping,
    errors,
    new Float64Array(n),
    times,
    tolerance,
  );
}
