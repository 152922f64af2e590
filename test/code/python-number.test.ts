import { expect, it } from "vitest";
import { pythonNumber } from "../../lib/code/python-number.ts";

it("writes a float that is read back to the last bit", () => {
  // Python's floats are written as JavaScript's numbers are, but for whole ones, which would be integers.
  expect([1, -0, 0.1, 1e21, 1e-7, -123456789].map(pythonNumber)).toEqual([
    "1.0",
    "-0.0",
    "0.1",
    "1e+21",
    "1e-7",
    "-123456789.0",
  ]);
});

it("refuses what Python would not read", () => {
  expect(() => pythonNumber(NaN)).toThrow(new RangeError("value must be finite: NaN"));
});
