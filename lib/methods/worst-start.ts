import { powerNorm, scaledPowerNorm, worstStart as worstStartOfMode } from "./heavy-ball-mode.ts";

/**
 * The start (w₀, w₋₁) of norm 1 whose image after `step` steps of the heavy ball is the largest, on the quadratic with these
 * eigenvalues: the worst start of the worst mode, ‖(w_step, w_{step−1})‖ = max over λ of ‖A(ηλ)^step‖₂; all other modes 0.
 * `step` ≥ 0, η > 0, β in [0, 1]. O(n), allocates both vectors.
 */
export function worstStart(
  eigenvalues: Float64Array,
  stepSize: number,
  momentum: number,
  step: number,
): { start: Float64Array; previous: Float64Array } {
  // Divided by (√β)ᵏ the norms cannot underflow; at β = 0 there is nothing to divide by.
  const size = momentum > 0 ? scaledPowerNorm : powerNorm;
  let [worst, largest] = [0, -Infinity];
  for (let i = 0; i < eigenvalues.length; i++) {
    const value = size(step, stepSize * eigenvalues[i]!, momentum);
    if (value > largest) [worst, largest] = [i, value];
  }
  const start = new Float64Array(eigenvalues.length);
  const previous = new Float64Array(eigenvalues.length);
  [start[worst], previous[worst]] = worstStartOfMode(step, stepSize * eigenvalues[worst]!, momentum);
  return { start, previous };
}
