import { expect, it } from "vitest";
import { givenMatrix } from "../../lib/spectra/given-matrix.ts";

it.each([
  ["blanks", "2 −1\n-1 2"],
  ["commas, brackets and empty lines", "[[2, -1],\n\n[-1, 2]]"],
  ["tabs and semicolons", "2\t-1;\r\n-1\t2;"],
])("reads %s", (_, text) => {
  expect(givenMatrix(text)).toEqual({ dimension: 2, matrix: Float64Array.of(2, -1, -1, 2) });
});

it("takes the mean of entries that differ by a rounding", () => {
  expect([...givenMatrix("1 0.3333333\n0.3333334 1").matrix]).toEqual([1, 0.33333335, 0.33333335, 1]);
});

it.each([
  ["", "matrix must have at least 1 row: 0"],
  ["1 2\n3", "row 2 must have as many numbers as there are rows, 2: 1"],
  ["1 2\n2 x", "row 2, column 2 must be a finite number: x"],
  ["1 2\n2 1e999", "row 2, column 2 must be a finite number: 1e999"],
  ["1 2\n3 1", "matrix must be symmetric, but row 2, column 1 is 3, and its mirror image: 2"],
  ["0 0\n0 0", "matrix must have an entry that is not 0"],
  [`${"1 ".repeat(201)}\n`.repeat(201), "matrix must have at most 200 rows: 201"],
])("refuses %j", (text, message) => {
  expect(() => givenMatrix(text)).toThrow(message);
});
