import type { Method } from "./method.ts";

/**
 * Nesterov's method with a constant momentum, gradient at the look-ahead point:
 * y_t = w_t + β (w_t − w_{t−1}), w_{t+1} = y_t − η ∇f(y_t). One gradient per step.
 */
export const nesterov: Method = {
  name: "Nesterov",
  step({ current, previous, next, gradient }, problem, stepSize, momentum) {
    for (let i = 0; i < next.length; i++) {
      const w = current[i]!;
      next[i] = w + momentum * (w - previous[i]!);
    }
    problem.gradient(next, gradient);
    for (let i = 0; i < next.length; i++) next[i] = next[i]! - stepSize * gradient[i]!;
  },
};
