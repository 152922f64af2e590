import type { ReluMethod } from "./relu-method.ts";

/** w_{t+1} = w_t − η∇L(w_t); the momentum is ignored. */
export const reluGradientDescent: ReluMethod = {
  name: "gradient descent",
  remembers: "point",
  iterate: "point",
  momentumAt: () => 0,
};
