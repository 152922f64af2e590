import { expect, it } from "vitest";
import { singularValues } from "../../lib/spectra/singular-values.ts";

it("finds those of known matrices, the largest first, of either shape", () => {
  // By hand: [[3, 0], [4, 5]] has σ² = 45 and 5.
  const square = singularValues(Float64Array.of(3, 0, 4, 5), 2, 2);
  expect(square[0]!).toBeCloseTo(Math.sqrt(45), 14);
  expect(square[1]!).toBeCloseTo(Math.sqrt(5), 14);
  const wide = Float64Array.of(0, 2, 0, 0, -7, 0, 0, 0);
  expect(Array.from(singularValues(wide, 2, 4))).toEqual([7, 2]);
  expect(Array.from(singularValues(wide, 4, 2)).length).toBe(2);
});

it("has the sum of squares that the entries have", () => {
  const matrix = Float64Array.from({ length: 12 }, (_, i) => Math.sin(1 + i));
  const squares = (v: Float64Array) => v.reduce((sum, x) => sum + x * x, 0);
  expect(squares(singularValues(matrix, 4, 3))).toBeCloseTo(squares(matrix), 13);
  expect(squares(singularValues(matrix, 3, 4))).toBeCloseTo(squares(matrix), 13);
});

it("refuses another length", () => {
  expect(() => singularValues(new Float64Array(5), 2, 3)).toThrow(
    new RangeError("length of matrix must be 6: 5"),
  );
});
