import { expect, it } from "vitest";
import { pairs, pointsOf } from "../../figures/pairs.ts";

it("a curve comes back from its pairs", () => {
  const points = pointsOf(pairs([1, 2, 4], Float64Array.of(3, NaN, 5)));
  expect(points).toEqual([
    { x: 1, y: 3 },
    { x: 2, y: NaN },
    { x: 4, y: 5 },
  ]);
});

it("a level is drawn where it is said to stand", () => {
  expect(pointsOf(Float64Array.of(1, 7), (value) => Math.min(value, 5))).toEqual([{ x: 1, y: 5 }]);
});
