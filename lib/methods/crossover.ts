/*
 * At Theorem 12's setting, η = 1/α, β = (1 − 1/(2√κ))², heavy ball has the asymptotic factor 1 − 1/(2√κ); gradient descent at the same
 * η has 1 − 1/κ. This is about that one setting: with β = (1 − 1/√κ)² heavy ball is faster for every κ > 1.
 */

/**
 * (√κ − 2)/(2κ) = (1 − 1/κ) − (1 − 1/(2√κ)): by how much heavy ball's factor at Theorem 12's setting is below gradient descent's.
 * 0 at κ = 4, negative below; largest, 1/16, at κ = 16. κ ≥ 1. O(1).
 */
export function factorGain(conditionNumber: number): number {
  return (Math.sqrt(conditionNumber) - 2) / (2 * conditionNumber);
}

/** Whether momentum pays at Theorem 12's setting: a smaller asymptotic factor than gradient descent at η = 1/α, κ > 4. κ ≥ 1. O(1). */
export function pays(conditionNumber: number): boolean {
  return conditionNumber > 4;
}
