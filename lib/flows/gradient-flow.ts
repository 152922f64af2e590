/**
 * Gradient flow on one mode, ẋ = −λx: x(t) = x₀e^{−λt}. The loss ½λx² decays at the rate 2λ. `time` t, one step of gradient descent
 * taking the time η. O(1). Source: Bu et al. 2021, (2.5) with a constant kernel.
 */
export function gradientFlow(time: number, eigenvalue: number, start: number): number {
  return start * Math.exp(-eigenvalue * time);
}
