/**
 * A method on the weights of a network, in a form that all of ours share. At the point e_t the gradient is taken; with the half step
 * h_t = e_t − η∇L(e_t) and the memory q_t,
 *
 *     e_{t+1} = h_t + b_t(p_t − q_t),  q_{t+1} = p_t,  e₀ = q₀ = w₀,
 *
 * where p_t is e_t (`remembers: "point"`) or h_t ("half step"), and b_t = `momentumAt(t, β)`. Since it is linear in weights and
 * gradients, it moves pre-activations, and the coefficients that neurons share, in the same way.
 */
export interface ReluMethod {
  readonly name: string;
  readonly remembers: "point" | "half step";
  /** Which of e_t and q_t is the iterate w_t, whose loss is reported. */
  readonly iterate: "point" | "memory";
  momentumAt(step: number, momentum: number): number;
}

export interface ReluSettings {
  readonly method: ReluMethod;
  /** η > 0. */
  readonly stepSize: number;
  /** β in [0, 1]. */
  readonly momentum: number;
  /** T ≥ 0. */
  readonly steps: number;
}

/** RangeError for a setting that cannot be. */
export function checkReluSettings({ stepSize, momentum, steps }: Omit<ReluSettings, "method">): void {
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`momentum must be in [0, 1]: ${momentum}`);
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`steps must be a whole number of at least 0: ${steps}`);
}
