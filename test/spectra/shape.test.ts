import { expect, it } from "vitest";
import { clusteredSpectrum } from "../../lib/spectra/clustered.ts";
import { conditionNumber } from "../../lib/spectra/condition-number.ts";
import { powerLawSpectrum } from "../../lib/spectra/power-law.ts";
import { checkShape } from "../../lib/spectra/shape.ts";
import { twoPointSpectrum } from "../../lib/spectra/two-point.ts";
import { uniformSpectrum } from "../../lib/spectra/uniform.ts";

const shapes = { twoPointSpectrum, uniformSpectrum, clusteredSpectrum, powerLawSpectrum };

for (const [name, shape] of Object.entries(shapes)) {
  it(`${name} is ascending from 1/κ to 1, both exactly`, () => {
    for (const dimension of [2, 3, 4, 5, 7, 24, 1000])
      for (const kappa of [1, 1 + 1e-12, 1.5, 4, 100, 1e6, 1e300]) {
        const eigenvalues = shape(dimension, kappa);
        expect(eigenvalues.length).toBe(dimension);
        expect(eigenvalues[0]).toBe(1 / kappa);
        expect(eigenvalues[dimension - 1]).toBe(1);
        // Ascending up to one rounding, where κ − 1 is itself of that size.
        expect(eigenvalues.every((x, i) => i === 0 || x >= eigenvalues[i - 1]! * (1 - 4e-16))).toBe(true);
        expect(conditionNumber(eigenvalues)).toBeCloseTo(kappa, 14 - Math.ceil(Math.log10(kappa))); // 1/(1/κ) is κ within one rounding
      }
  });

  it(`${name} of dimension 1 is {1}`, () => {
    expect(Array.from(shape(1, 1))).toEqual([1]);
    expect(() => shape(1, 2)).toThrow(RangeError("conditionNumber must be 1 when dimension is 1: 2"));
  });

  it(`${name} refuses what is no dimension and no condition number`, () => {
    expect(() => shape(0, 2)).toThrow(RangeError("dimension must be a whole number of at least 1: 0"));
    expect(() => shape(2.5, 2)).toThrow(RangeError("dimension must be a whole number of at least 1: 2.5"));
    expect(() => shape(3, 0.5)).toThrow(RangeError("conditionNumber must be finite and at least 1: 0.5"));
    expect(() => shape(3, NaN)).toThrow(RangeError("conditionNumber must be finite and at least 1: NaN"));
    expect(() => shape(3, Infinity)).toThrow(
      RangeError("conditionNumber must be finite and at least 1: Infinity"),
    );
  });
}

it("checkShape accepts the least of both", () => {
  expect(checkShape(1, 1)).toBeUndefined();
});
