import type { ReluMethod } from "./relu-method.ts";

/** w_{t+1} = w_t − η∇L(w_t) + β(w_t − w_{t−1}), w₋₁ = w₀. Source: Wang et al. 2021, Algorithm 2; Liu et al. 2022, (4). */
export const reluHeavyBall: ReluMethod = {
  name: "heavy ball",
  remembers: "point",
  iterate: "point",
  momentumAt: (_, momentum) => momentum,
};
