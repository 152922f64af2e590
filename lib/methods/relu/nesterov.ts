import type { ReluMethod } from "./relu-method.ts";

/**
 * Nesterov's method with the gradient at the look-ahead point: y_t = w_t + β(w_t − w_{t−1}), w_{t+1} = y_t − η∇L(y_t), w₋₁ = w₀. Here e_t = y_t
 * and q_t = w_t: the half step is w_{t+1}, and y_{t+1} = w_{t+1} + β(w_{t+1} − w_t).
 */
export const reluNesterov: ReluMethod = {
  name: "Nesterov",
  remembers: "half step",
  iterate: "memory",
  momentumAt: (_, momentum) => momentum,
};
