import type { Method } from "./method.ts";

/** The smallest normal double. What is below it becomes 0 in M; a higher floor would stop w before it reaches its own. */
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * Polyak's heavy ball by two iterates: w_{t+1} = w_t − η ∇f(w_t) + β (w_t − w_{t−1}). One gradient per step.
 * Source: Wang et al. 2021, Algorithm 2.
 */
export const heavyBall: Method = {
  name: "heavy ball",
  step({ current, previous, next, gradient }, problem, stepSize, momentum) {
    problem.gradient(current, gradient);
    for (let i = 0; i < next.length; i++) {
      const w = current[i]!;
      next[i] = w - stepSize * gradient[i]! + momentum * (w - previous[i]!);
    }
  },
};

/**
 * The same iteration by an accumulated gradient: M_t = β M_{t−1} + ∇f(w_t), w_{t+1} = w_t − η M_t.
 * M_{−1} = (w₋₁ − w₀)/η, which is 0 from rest; then w_t − w_{t−1} = −η M_{t−1} throughout, and both forms
 * agree up to rounding as long as η is constant. One gradient per step. Source: Wang et al. 2021, Algorithm 1.
 */
export const heavyBallAccumulated: Method = {
  name: "heavy ball, accumulated gradient",
  begin({ current, previous, memory }, stepSize) {
    for (let i = 0; i < memory.length; i++) memory[i] = (previous[i]! - current[i]!) / stepSize;
  },
  step({ current, next, gradient, memory }, problem, stepSize, momentum) {
    problem.gradient(current, gradient);
    for (let i = 0; i < next.length; i++) {
      const accumulated = momentum * memory[i]! + gradient[i]!;
      memory[i] = Math.abs(accumulated) < SMALLEST_NORMAL ? 0 : accumulated;
      next[i] = current[i]! - stepSize * memory[i]!;
    }
  },
};
