import { expect, it } from "vitest";
import { constantPriceAt, constantPriceCurve } from "../../lib/methods/constant-price-curve.ts";

it("is √(20/3) at κ = 1 and tends to 4/√3", () => {
  expect(constantPriceAt(1)).toBeCloseTo(Math.sqrt(20 / 3), 14); // a few roundings
  expect(constantPriceAt(1e12)).toBeCloseTo(4 / Math.sqrt(3), 5); // the next term is of order 1/√κ = 1e−6
});

it("is C₀′/√κ of the table computed with 50 digits", () => {
  // 13 digits are given: C₀′ at κ = 4 and 100.
  expect(constantPriceAt(4)).toBeCloseTo(4.30331482912 / 2, 10);
  expect(constantPriceAt(100)).toBeCloseTo(22.5611500881 / 10, 10);
});

it("stays under 4 along the whole curve", () => {
  const curve = constantPriceCurve(6, 50);
  expect(curve.length).toBe(102);
  for (let k = 1; k < curve.length; k += 2) expect(curve[k]).toBeLessThan(4);
});
