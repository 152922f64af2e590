import type { Method } from "./method.ts";

/**
 * Nesterov's method in one sequence with a correction of the gradient:
 * w_{t+1} = w_t + β(w_t − w_{t−1}) − η∇f(w_t) − βη(∇f(w_t) − ∇f(w_{t−1})). With w₋₁ = w₀ the correction starts at 0.
 * On a quadratic the iterates are those of the look-ahead form (`nesterov`), whose gradient is linear there; elsewhere not.
 * One gradient per step. Source: Liu et al. 2022, (5).
 */
export const nesterovGradientCorrection: Method = {
  name: "Nesterov, gradient correction",
  begin({ previous, memory }, _, problem) {
    problem.gradient(previous, memory);
  },
  step({ current, previous, next, gradient, memory }, problem, stepSize, momentum) {
    problem.gradient(current, gradient);
    for (let i = 0; i < next.length; i++) {
      const [w, g] = [current[i]!, gradient[i]!];
      const correction = momentum * (g - memory[i]!);
      next[i] = w + momentum * (w - previous[i]!) - stepSize * (g + correction);
      memory[i] = g;
    }
  },
};
