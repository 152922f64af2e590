import { expect, it } from "vitest";
import { alongBasis } from "../../lib/spectra/along-basis.ts";
import { symmetricBasis } from "../../lib/spectra/symmetric-basis.ts";

it("takes a vector along the eigenvectors, by hand", () => {
  // Eigenvalues 1 and 3 along (1, −1)/√2 and (1, 1)/√2.
  const coefficients = alongBasis(symmetricBasis(Float64Array.of(2, 1, 1, 2), 2), Float64Array.of(3, 1));
  for (const [i, x] of [Math.SQRT2, 2 * Math.SQRT2].entries())
    expect(Math.abs(coefficients[i]!)).toBeCloseTo(x, 14);
});

it("keeps bᵀAb and ‖b‖²", () => {
  const basis = symmetricBasis(Float64Array.of(4, 1, -2, 1, 3, 0.5, -2, 0.5, 6), 3);
  const squares = alongBasis(basis, Float64Array.of(1, -2, 0.25)).map((c) => c * c);
  // By hand: 1 + 4 + 1/16, and 4 + 12 + 6/16 + 2(−2 − ½ − ¼).
  expect(squares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(5.0625, 13);
  expect(squares.reduce((sum, x, i) => sum + x * basis.eigenvalues[i]!, 0)).toBeCloseTo(10.875, 13);
});

it("refuses another length", () => {
  const basis = symmetricBasis(Float64Array.of(1, 0, 0, 2), 2);
  expect(() => alongBasis(basis, new Float64Array(3))).toThrow(
    new RangeError("length of vector must be 2: 3"),
  );
});
