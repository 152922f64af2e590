import { expect, it } from "vitest";
import { matrixModes } from "../../lib/advice/matrix-modes.ts";

it("the second difference matrix: 2 − 2cos(kπ/(n + 1)), with the same share of each", () => {
  const { eigenvalues, start } = matrixModes(Float64Array.of(2, -1, 0, -1, 2, -1, 0, -1, 2), 3);
  eigenvalues.forEach((value, k) => expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / 4), 13));
  expect([...start]).toEqual([1, 1, 1]);
});

it.each([
  ["indefinite", [1, 2, 2, 1], "matrix must be positive definite, but its smallest eigenvalue is -1"],
  ["negative", [-3, 0, 0, -2], "matrix must be positive definite, but its smallest eigenvalue is -3"],
  ["singular", [1, 1, 1, 1], "matrix must be positive definite, but its smallest eigenvalue is 0 within"],
])("refuses an %s matrix and names its smallest eigenvalue", (_, matrix, message) => {
  expect(() => matrixModes(Float64Array.from(matrix), 2)).toThrow(message);
});
