import type { Method } from "./method.ts";

/**
 * Chebyshev's semi-iteration for quadratics with eigenvalues in [μ, α]:
 * w_{t+1} = w_{t−1} + ω_{t+1}(w_t − 2/(α + μ)·∇f(w_t) − w_{t−1}), that is, a heavy ball with η_t = 2ω_{t+1}/(α + μ) and
 * β_t = ω_{t+1} − 1, where ω₁ = 1, ω₂ = 1/(1 − σ²/2), ω_{t+1} = 1/(1 − σ²ω_t/4), σ = (α − μ)/(α + μ). They tend to Polyak's setting.
 * After t steps the mode λ is multiplied by T_t((α + μ − 2λ)/(α − μ))/T_t((α + μ)/(α − μ)): of all polynomials of degree t that are
 * 1 at 0 the one whose largest value on [μ, α] is least, so that no method with coefficients fixed beforehand has a better
 * worst case at step t.
 * As a `Method` it ignores step size, momentum and w₋₁; `memory[0]` holds the last ω. 0 < smallest ≤ largest < ∞, else RangeError.
 * One gradient per step. Source: Golub and Varga 1961.
 */
export function chebyshev(smallest: number, largest: number): Method {
  if (!(smallest > 0)) throw new RangeError(`smallest must be positive: ${smallest}`);
  if (!(largest >= smallest && largest < Infinity))
    throw new RangeError(`largest must be finite and at least smallest: ${largest}`);
  const stepSize = 2 / (smallest + largest);
  const quarter = ((largest - smallest) / (largest + smallest)) ** 2 / 4;
  return {
    name: "Chebyshev",
    step({ current, previous, next, gradient, memory }, problem) {
      const last = memory[0]!; // 0 before the first step
      const weight = last === 0 ? 1 : 1 / (1 - quarter * last);
      memory[0] = last === 0 ? 2 : weight; // with ω₁ counted as 2 the rule for ω₂ is that for the others
      problem.gradient(current, gradient);
      for (let i = 0; i < next.length; i++) {
        const w = current[i]!;
        next[i] = w - stepSize * weight * gradient[i]! + (weight - 1) * (w - previous[i]!);
      }
    },
  };
}

/**
 * 2ρᵗ/(1 + ρ²ᵗ) = 1/T_t((κ + 1)/(κ − 1)), ρ = (√κ − 1)/(√κ + 1), for t = 0 … `steps`: the worst of ‖w_t‖/‖w₀‖ for Chebyshev's
 * semi-iteration over all quadratics of condition number κ, attained at the ends of the spectrum. For each t no method that takes
 * linear combinations of gradients does better on all of them (see `hardestQuadratic`).
 * conditionNumber ≥ 1, else RangeError. Underflows to 0. O(steps).
 */
export function chebyshevBound(conditionNumber: number, steps: number): Float64Array {
  const rate = logarithmicRate(conditionNumber);
  return Float64Array.from({ length: steps + 1 }, (_, t) => {
    const power = t === 0 ? 1 : Math.exp(t * rate);
    return (2 * power) / (1 + power * power);
  });
}

/**
 * The least t with 2ρᵗ/(1 + ρ²ᵗ) ≤ `tolerance`: ⌈arcosh(1/tolerance)/ln(1/ρ)⌉, the steps that Chebyshev's semi-iteration needs on the
 * worst quadratic of condition number κ. conditionNumber ≥ 1, tolerance in (0, 1), else RangeError. O(1).
 */
export function chebyshevSteps(conditionNumber: number, tolerance: number): number {
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance must be in (0, 1): ${tolerance}`);
  return Math.max(1, Math.ceil(Math.acosh(1 / tolerance) / -logarithmicRate(conditionNumber)));
}

/** ln ρ; −∞ at κ = 1. ρ = 1 − 2/(√κ + 1) is 1 within rounding for large κ, its logarithm is not 0. */
function logarithmicRate(conditionNumber: number): number {
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  return Math.log1p(-2 / (Math.sqrt(conditionNumber) + 1));
}
