import type { Method } from "./method.ts";

/** w_{t+1} = w_t − η ∇f(w_t). The momentum is ignored. One gradient per step. */
export const gradientDescent: Method = {
  name: "gradient descent",
  step({ current, next, gradient }, problem, stepSize) {
    problem.gradient(current, gradient);
    for (let i = 0; i < next.length; i++) next[i] = current[i]! - stepSize * gradient[i]!;
  },
};
