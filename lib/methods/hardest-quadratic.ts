/** Eigenvalues, ascending, and a start of norm 1 in their basis. */
export interface HardQuadratic {
  readonly eigenvalues: Float64Array;
  readonly start: Float64Array;
}

/**
 * A quadratic of dimension `step` + 1 with eigenvalues from 1/κ to 1, and a start from which no method with
 * w_t in w₀ + span{∇f(w₀), …, ∇f(w_{t−1})} gets below ‖w_t‖ = 2ρᵗ/(1 + ρ²ᵗ)·‖w₀‖ at t = `step`, ρ = (√κ − 1)/(√κ + 1).
 *
 * The eigenvalues λ₀ … λ_t are the points where Chebyshev's polynomial p of degree t, p(0) = 1, has its extreme values ±c on
 * [1/κ, 1], c = 2ρᵗ/(1 + ρ²ᵗ), in turn; wⱼ² is proportional to δⱼ/λⱼ with δ = ½ at both ends and 1 between.
 * Proof: such a method has w_t = q(Λ)w₀, q of degree ≤ t, q(0) = 1. q − p = λs with deg s < t, and
 * Σ wⱼ² p(λⱼ)λⱼs(λⱼ) is proportional to Σ δⱼ(−1)ʲ s(λⱼ), a divided difference of order t, which is 0 for s. So
 * ‖q(Λ)w₀‖² = ‖p(Λ)w₀‖² + ‖(q − p)(Λ)w₀‖² ≥ c²‖w₀‖².
 *
 * conditionNumber > 1, `step` ≥ 1 and whole, else RangeError. O(step), allocates both vectors.
 */
export function hardestQuadratic(conditionNumber: number, step: number): HardQuadratic {
  if (!(conditionNumber > 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and above 1: ${conditionNumber}`);
  if (!(Number.isInteger(step) && step >= 1))
    throw new RangeError(`step must be a whole number of at least 1: ${step}`);
  const smallest = 1 / conditionNumber;
  const eigenvalues = Float64Array.from({ length: step + 1 }, (_, j) =>
    j === step ? 1 : smallest + (1 - smallest) * Math.sin((Math.PI * j) / (2 * step)) ** 2,
  );
  const squares = eigenvalues.map((eigenvalue, j) => (j === 0 || j === step ? 0.5 : 1) / eigenvalue);
  const total = squares.reduce((sum, square) => sum + square, 0);
  return { eigenvalues, start: squares.map((square) => Math.sqrt(square / total)) };
}
