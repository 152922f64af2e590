import { expect, it } from "vitest";
import { slowestModulus, stepsPerDigit } from "../../lib/methods/steps-per-digit.ts";

it("a tenth per step is a digit per step, and no decay is no digit", () => {
  expect(stepsPerDigit(0.1)).toBeCloseTo(1, 15); // one rounding
  expect(stepsPerDigit(1)).toBe(Infinity);
  expect(stepsPerDigit(1.3)).toBe(Infinity);
});

it.each([
  [0, 229],
  [0.3, 159],
  [0.6, 87.3],
  [0.8, 30.4],
  [0.9, 43.7],
  [0.95, 89.8],
  [0.99, 458],
])("κ = 100, η = 1/α: β = %d takes %d steps per digit", (momentum, steps) => {
  // Three digits, computed independently for the exercise.
  expect(stepsPerDigit(slowestModulus(1, momentum, 0.01, 1)) / steps).toBeCloseTo(1, 2);
});
