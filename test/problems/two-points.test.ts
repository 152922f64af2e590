import { expect, it } from "vitest";
import { angleForConditionNumber } from "../../lib/problems/two-points.ts";

it("is 60° for κ = 2 and 90° for κ = 1, by hand", () => {
  expect(angleForConditionNumber(2)).toBeCloseTo(60, 10); // h = ½ · ⅓ = 1/6
  expect(angleForConditionNumber(1)).toBeCloseTo(90, 10);
  expect(angleForConditionNumber(1e12)).toBeLessThan(0.01);
});

it("is 39.7° for κ = 4, where c = 0.7697", () => {
  expect(Math.cos((angleForConditionNumber(4) * Math.PI) / 180)).toBeCloseTo(0.7697, 4);
});

it("refuses what is no condition number", () => {
  expect(() => angleForConditionNumber(0.5)).toThrow(
    new RangeError("conditionNumber must be at least 1: 0.5"),
  );
});
