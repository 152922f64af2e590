import { expect, it } from "vitest";
import { firstBelow } from "../../lib/methods/first-below.ts";

it("is the first of two in a row that are small", () => {
  const values = Float64Array.of(1, 0.01, 0.5, 0.1, 0.05, 0.2);
  expect(firstBelow(values, 0.1)).toBe(3);
  expect(firstBelow(values, 0.5)).toBe(1);
  expect(firstBelow(values, 0.04)).toBe(null);
  expect(firstBelow(Float64Array.of(1, 0), 0.1)).toBe(null); // the last has nothing after it
});
