import { expect, it } from "vitest";
import { bestExponent, youngExponents } from "../../lib/theorems/young-exponent.ts";

it("at α = 0 has its best at φ = (√2 − 1)/2, where two exponents are 2 − √2 and the third is larger", () => {
  const { phi, exponent } = bestExponent(0);
  expect(phi).toBeCloseTo((Math.SQRT2 - 1) / 2, 14); // a corner, found to the last digits
  expect(exponent).toBeCloseTo(2 - Math.SQRT2, 14);
  expect(youngExponents(0, phi)[2]).toBeCloseTo(3.3137084989847607, 12); // 8(√2 − 1), by hand
});

it("no other φ is better", () => {
  for (const alpha of [0, 0.1, 0.5]) {
    const { exponent } = bestExponent(alpha);
    for (let phi = 0.001; phi < 2; phi += 0.001)
      expect(Math.min(...youngExponents(alpha, phi))).toBeLessThanOrEqual(exponent);
  }
});
