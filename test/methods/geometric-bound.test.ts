import { expect, it } from "vitest";
import { geometricBound } from "../../lib/methods/geometric-bound.ts";

it("geometricBound is rateᵗ · constant", () => {
  expect(Array.from(geometricBound(0.25, 3, 2))).toEqual([3, 0.75, 0.1875]); // exact: √0.25 and its powers are powers of 2
  expect(Array.from(geometricBound(1, 5, 2))).toEqual([5, 5, 5]);
  expect(Array.from(geometricBound(0, 5, 2))).toEqual([5, 0, 0]);
  expect(Array.from(geometricBound(0.5, NaN, 1))).toEqual([NaN, NaN]);
});

it("geometricBound underflows no earlier than its product", () => {
  expect(geometricBound(2 ** -4, 2 ** 400, 300)[300]).toBe(2 ** -800); // 2⁻¹²⁰⁰ alone is 0
});
