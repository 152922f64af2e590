import { expect, it } from "vitest";
import { nesterovExponent } from "../../lib/flows/nesterov-exponent.ts";

// 20 digits (mpmath).
it.each([
  [0, 0.58578643762690495],
  [0.05, 0.58986532597208545],
  [0.1, 0.59356175837266193],
  [0.25, 0.60281914015527185],
  [0.4, 0.61002512578676009],
  [0.5, 0.61399906367061721],
])("ρ*(%d)", (alpha, expected) => {
  expect(nesterovExponent(alpha)).toBeCloseTo(expected, 14);
});

it("tends to 2/3 as α grows, without loss of digits", () => {
  // √(9α² + 16α + 8) = 3α + 8/3 + O(1/α), so that ρ* = ½(4 − 8/3) + O(1/α).
  expect(nesterovExponent(1e12)).toBeCloseTo(2 / 3, 11);
});

it("solves ρ² − (4 + 3α)ρ + 2 + 2α = 0, of which it is the smaller root", () => {
  for (const alpha of [0, 0.01, 0.3, 2, 50]) {
    const rho = nesterovExponent(alpha);
    const terms = [rho * rho, -(4 + 3 * alpha) * rho, 2 + 2 * alpha];
    expect(Math.abs(terms.reduce((a, b) => a + b))).toBeLessThan(1e-14 * (2 + 2 * alpha)); // rounding of the terms
  }
});

it("refuses a negative α", () => {
  expect(() => nesterovExponent(-0.1)).toThrow(new RangeError("alpha must be at least 0: -0.1"));
});
