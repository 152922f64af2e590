/**
 * η/(1 − β): the step size with which gradient descent does what heavy ball does to a slow mode. The slower root of
 * x² − (1 + β − z)x + β, z = ηλ, is
 *   x₁ = 1 − z/(1 − β) − βz²/(1 − β)³ − O(z³),
 * so that to first order each step shrinks the mode by 1 − ηλ/(1 − β), a longer step and no more; what momentum gains beyond that
 * is of second order, until the mode rings at z = (1 − √β)². Gradient descent with this step diverges on modes with
 * ηλ > 2(1 − β), where heavy ball is stable to 2(1 + β): that a fast mode bears so long a step is the real gain.
 * stepSize > 0 and finite, momentum in [0, 1), else RangeError. O(1).
 */
export function effectiveStepSize(stepSize: number, momentum: number): number {
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`stepSize must be positive and finite: ${stepSize}`);
  if (!(momentum >= 0 && momentum < 1)) throw new RangeError(`momentum must be in [0, 1): ${momentum}`);
  return stepSize / (1 - momentum);
}
