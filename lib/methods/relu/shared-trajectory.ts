import type { ReluMethod } from "./relu-method.ts";

/**
 * The one sequence that moves every neuron that has not flipped. The gradient of a neuron is ∇ᵣL = (aᵣ/√m)XᵀDᵣξ with its pattern Dᵣ and the
 * residual ξ = u − y, so that wᵣ(t) = wᵣ(0) − (aᵣ/√m)Xᵀsᵣ(t), and while Dᵣ stays the same, sᵣ = Dᵣv with a v ∈ ℝⁿ that does not
 * depend on r: v follows the method with −ξ in place of the gradient, from v = 0.
 */
export class SharedTrajectory {
  /** v at the point e_t where the gradient is taken, and at the memory q_t (see `ReluMethod`). */
  readonly point: Float64Array;
  readonly memory: Float64Array;

  constructor(count: number) {
    this.point = new Float64Array(count);
    this.memory = new Float64Array(count);
  }

  /** One step with the residual at e_t and b = `momentumAt(t, β)`. O(n), allocates nothing. */
  advance(residual: Float64Array, method: ReluMethod, stepSize: number, momentum: number): void {
    const { point, memory } = this;
    const half = method.remembers === "half step";
    for (let i = 0; i < point.length; i++) {
      const e = point[i]!;
      const h = e + stepSize * residual[i]!;
      const p = half ? h : e;
      point[i] = h + momentum * (p - memory[i]!);
      memory[i] = p;
    }
  }
}
