import { expect, it } from "vitest";
import { powerLawSpectrum } from "../../lib/spectra/power-law.ts";

it("powerLawSpectrum is i⁻ˢ with s = ln κ / ln n", () => {
  const eigenvalues = powerLawSpectrum(10, 100); // s = 2
  for (let i = 1; i <= 10; i++) expect(eigenvalues[10 - i]! * i * i).toBeCloseTo(1, 13); // a few roundings of the exponent
});

it("powerLawSpectrum with κ = 1 is flat", () => {
  expect(Array.from(powerLawSpectrum(3, 1))).toEqual([1, 1, 1]);
});
