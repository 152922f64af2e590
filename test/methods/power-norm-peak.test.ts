import { expect, it } from "vitest";
import { powerNormPeak, stepsUntilBelowStart } from "../../lib/methods/power-norm-peak.ts";
import { polyak } from "../../lib/methods/settings.ts";

it.each([
  // The Jordan form of Aᵗ at Polyak's setting, [[(t+1)ρᵗ, −tρᵗ⁺¹], [tρᵗ⁻¹, −(t−1)ρᵗ]], maximised over t by hand.
  [1e4, 50, 36.8],
  [100, 5, 3.78],
])("at Polyak's setting with κ = %d the norm peaks at step %d with %d", (conditionNumber, step, norm) => {
  const { stepSize, momentum } = polyak(1 / conditionNumber, 1);
  const peak = powerNormPeak(stepSize / conditionNumber, momentum, 5000);
  expect(peak.step).toBe(step);
  expect(peak.norm).toBeCloseTo(norm, norm > 10 ? 1 : 2); // the source has three digits
});

it("looks no further than its cap", () => {
  expect(powerNormPeak(1e-6, 1, 7).step).toBeLessThanOrEqual(7);
});

it.each([
  // First t > 1 with ‖Aᵗ‖ < 1 by the Jordan form, computed independently.
  [1e4, 324],
  [100, 18],
])(
  "at Polyak's setting with κ = %d the worst case is under its start after %d steps",
  (conditionNumber, steps) => {
    const { stepSize, momentum } = polyak(1 / conditionNumber, 1);
    expect(stepsUntilBelowStart(stepSize / conditionNumber, momentum, 5000)).toBe(steps);
  },
);

it("a rotation without decay never comes back for good", () => {
  expect(stepsUntilBelowStart(0.5, 1, 500)).toBeNull();
});
