import type { ReluMethod } from "./relu-method.ts";

/**
 * Nesterov's method as heavy ball with a correction by the last gradient: w_{t+1} = w_t + β(w_t − w_{t−1}) − η∇L(w_t) −
 * βη(∇L(w_t) − ∇L(w_{t−1})), w₋₁ = w₀ and ∇L(w₋₁) = ∇L(w₀). With h_t = w_t − η∇L(w_t) this is w_{t+1} = h_t + β(h_t − h_{t−1}), where
 * h₋₁ = h₀, so that the first step has no momentum. Its iterates are look-ahead points of `reluNesterov`, from another start.
 * Source: Liu et al. 2022, (5).
 */
export const reluNesterovGradientCorrection: ReluMethod = {
  name: "Nesterov, gradient correction",
  remembers: "half step",
  iterate: "point",
  momentumAt: (step, momentum) => (step === 0 ? 0 : momentum),
};
