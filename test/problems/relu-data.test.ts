import { expect, it } from "vitest";
import { reluData } from "../../lib/problems/relu-data.ts";

it("reluData(points, labels, count, dimension) has products and kernel of the points", () => {
  const { count, labels, gram, kernel, rank } = reluData(
    Float64Array.of(1, 0, 0, 1),
    Float64Array.of(1, -2),
    2,
    2,
  );
  expect([count, rank]).toEqual([2, 2]);
  expect([...labels]).toEqual([1, -2]);
  expect([...gram]).toEqual([1, 0, 0, 1]);
  expect([...kernel]).toEqual([0.5, 0, 0, 0.5]);
});

it.each([
  ["another number of labels", [1, 0], [1, 2], "length of labels must be 1: 2"],
  ["a label that is not finite", [1, 0], [NaN], "labels must be finite: NaN"],
  ["a point that is not normalised", [3, 0], [1], "squared norm of point 0 must be 1: 9"],
])("throws a RangeError for %s", (_, points, labels, message) => {
  expect(() => reluData(Float64Array.from(points), Float64Array.from(labels), 1, 2)).toThrow(
    new RangeError(message),
  );
});
