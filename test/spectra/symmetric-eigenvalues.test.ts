import { expect, it } from "vitest";
import { symmetricEigenvalues } from "../../lib/spectra/symmetric-eigenvalues.ts";

it("finds those of known matrices, ascending", () => {
  // By hand: the path of three nodes, 2 − 2cos(jπ/4).
  const path = symmetricEigenvalues(Float64Array.of(2, -1, 0, -1, 2, -1, 0, -1, 2), 3);
  for (const [i, x] of [2 - Math.SQRT2, 2, 2 + Math.SQRT2].entries()) expect(path[i]!).toBeCloseTo(x, 14);
  expect(Array.from(symmetricEigenvalues(Float64Array.of(4, 0, 0, -3), 2))).toEqual([-3, 4]);
});

it("refuses another length", () => {
  expect(() => symmetricEigenvalues(new Float64Array(5), 2)).toThrow(
    new RangeError("length of matrix must be 4: 5"),
  );
});
