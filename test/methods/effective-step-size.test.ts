import { expect, it } from "vitest";
import { effectiveStepSize } from "../../lib/methods/effective-step-size.ts";
import * as gradientDescentMode from "../../lib/methods/gradient-descent-mode.ts";
import * as heavyBallMode from "../../lib/methods/heavy-ball-mode.ts";

it("β = 0.9 multiplies the step by 10; at ηλ = 1e−3 the factors are 0.98887 and 0.99", () => {
  expect(effectiveStepSize(0.5, 0.9)).toBeCloseTo(5, 14);
  expect(heavyBallMode.spectralRadius(1e-3, 0.9)).toBeCloseTo(0.98887, 5); // five digits in the source
  expect(gradientDescentMode.spectralRadius(effectiveStepSize(1e-3, 0.9))).toBeCloseTo(0.99, 14);
});

it.each([0.1, 0.5, 0.9, 0.99])(
  "heavy ball differs by βz²/(1 − β)³ and a term of third order, β = %d",
  (momentum) => {
    const remainder = (z: number): number =>
      gradientDescentMode.spectralRadius(effectiveStepSize(z, momentum)) -
      heavyBallMode.spectralRadius(z, momentum) -
      (momentum * z * z) / (1 - momentum) ** 3;
    const z = 1e-2 * (1 - momentum) ** 2;
    // The measured order is 3, up to z/(1 − β)² ≈ 1e−2 and, at the smaller z, the rounding of numbers near 1.
    expect(Math.log2(remainder(2 * z) / remainder(z))).toBeCloseTo(3, 0);
  },
);

it("without momentum it is the step size", () => {
  expect(effectiveStepSize(0.3, 0)).toBe(0.3);
});

it("is none at β = 1", () => {
  expect(() => effectiveStepSize(0.1, 1)).toThrow(RangeError("momentum must be in [0, 1): 1"));
  expect(() => effectiveStepSize(0, 0.5)).toThrow(RangeError("stepSize must be positive and finite: 0"));
});
