import { expect, it } from "vitest";
import { conditionNumber } from "../../lib/spectra/condition-number.ts";

it("conditionNumber is the largest over the smallest, in any order and scale", () => {
  expect(conditionNumber(Float64Array.of(2, 8, 4))).toBe(4);
  expect(conditionNumber(Float64Array.of(3))).toBe(1);
  expect(conditionNumber(Float64Array.of(2e-200, 8e-200))).toBe(4);
});

it("conditionNumber of a singular spectrum is infinite", () => {
  expect(conditionNumber(Float64Array.of(0, 1))).toBe(Infinity);
});

it("conditionNumber refuses nothing, negative and NaN", () => {
  expect(() => conditionNumber(new Float64Array(0))).toThrow(
    RangeError("eigenvalues must have at least 1 entry: 0"),
  );
  expect(() => conditionNumber(Float64Array.of(1, -2))).toThrow(
    RangeError("eigenvalues must not be negative: -2"),
  );
  expect(() => conditionNumber(Float64Array.of(NaN))).toThrow(
    RangeError("eigenvalues must not be negative: NaN"),
  );
});
