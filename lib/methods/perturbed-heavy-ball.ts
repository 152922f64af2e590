import type { Method } from "./method.ts";

/**
 * Heavy ball that is pushed at every step: w_{t+1} = w_t − η∇f(w_t) + β(w_t − w_{t−1}) + φ_t. On ½wᵀHw these are the residual dynamics (8) of Wang
 * et al. 2021. `perturbations` has φ_0, φ_1, …, one after the other, n numbers each; where they end, φ_t = 0. Kept, not copied.
 * One gradient per step.
 */
export function perturbedHeavyBall(perturbations: Float64Array): Method {
  let at = 0;
  return {
    name: "heavy ball with perturbations",
    begin() {
      at = 0;
    },
    step({ current, previous, next, gradient }, problem, stepSize, momentum) {
      problem.gradient(current, gradient);
      for (let i = 0; i < next.length; i++) {
        const w = current[i]!;
        const push = at < perturbations.length ? perturbations[at]! : 0;
        next[i] = w - stepSize * gradient[i]! + momentum * (w - previous[i]!) + push;
        at++;
      }
    },
  };
}
