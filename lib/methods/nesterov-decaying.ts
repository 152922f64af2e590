import type { Method } from "./method.ts";

/**
 * Nesterov's method with a momentum that grows towards 1, β_t = (t − 1)/(t + d − 1) (0 at t = 0): the iterate is the point after the
 * gradient step, y_t = w_t + β_t(w_t − w_{t−1}), w_{t+1} = y_t − η∇f(y_t). The method's own momentum is not used. With time t√η it
 * follows ẍ + (d/t)ẋ + ∇f(x) = 0 up to O(√η). `damping` d > 0 (else RangeError); d = 3 is Nesterov's choice. One gradient per step.
 * Source: Bu et al. 2021, (4.1), where R_t is our w_t.
 */
export function nesterovDecaying(damping: number): Method {
  if (!(damping > 0)) throw new RangeError(`damping must be positive: ${damping}`);
  return {
    name: "Nesterov, momentum (t − 1)/(t + d − 1)",
    step({ current, previous, next, gradient }, problem, stepSize, _, step) {
      const momentum = step === 0 ? 0 : (step - 1) / (step + damping - 1);
      for (let i = 0; i < next.length; i++) {
        const w = current[i]!;
        next[i] = w + momentum * (w - previous[i]!);
      }
      problem.gradient(next, gradient);
      for (let i = 0; i < next.length; i++) next[i] = next[i]! - stepSize * gradient[i]!;
    },
  };
}
