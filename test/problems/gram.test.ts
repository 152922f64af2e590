import { expect, it } from "vitest";
import { gramMatrix } from "../../lib/problems/gram.ts";

it("gramMatrix(points, count, dimension) has the products of the rows", () => {
  expect([...gramMatrix(Float64Array.of(1, 2, 3, 4, 5, 6), 3, 2)]).toEqual([
    5, 11, 17, 11, 25, 39, 17, 39, 61,
  ]);
});

it.each([
  ["no points", [], 0, 2, "count must be at least 1: 0"],
  ["points without coordinates", [], 2, 0, "dimension must be at least 1: 0"],
  ["a wrong length", [1, 2, 3], 2, 2, "length of points must be 4: 3"],
])("throws a RangeError for %s", (_, points, count, dimension, message) => {
  expect(() => gramMatrix(Float64Array.from(points), count, dimension)).toThrow(new RangeError(message));
});
