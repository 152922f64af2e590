import { expect, it } from "vitest";
import { determinant } from "../../lib/spectra/determinant.ts";

it("is right by hand, with its sign", () => {
  expect(determinant(Float64Array.of(1, 2, 3, 4), 2)).toBe(-2);
  expect(determinant(Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0), 3)).toBe(1);
  expect(determinant(Float64Array.of(-3), 1)).toBe(-3);
});

it("refuses another length", () => {
  expect(() => determinant(new Float64Array(5), 2)).toThrow(new RangeError("length of matrix must be 4: 5"));
});
