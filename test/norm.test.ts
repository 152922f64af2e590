import { expect, it } from "vitest";
import { norm, stackedNorm } from "../lib/norm.ts";

const EPS = Number.EPSILON;

it.each([1, 1e-290, 1e-200, 1e-160, 1e-135, 1e150, 1e200, 1e290])(
  "norm scales with its vector: %d",
  (scale) => {
    const value = norm(Float64Array.of(3 * scale, -4 * scale));
    expect(Math.abs(value / scale - 5)).toBeLessThan(5 * 4 * EPS); // a few roundings
  },
);

it("norm of nothing, of zero, of what is not finite", () => {
  expect(norm(new Float64Array(0))).toBe(0);
  expect(norm(new Float64Array(3))).toBe(0);
  expect(norm(Float64Array.of(1, -Infinity))).toBe(Infinity);
  expect(norm(Float64Array.of(1, NaN))).toBeNaN();
});

it.each([1, 1e-290, 1e-160, 1e200])("stackedNorm is the norm of both vectors in one: %d", (scale) => {
  const [v, w] = [Float64Array.of(2 * scale, 4 * scale), Float64Array.of(5 * scale, -6 * scale)];
  expect(Math.abs(stackedNorm(v, w) / scale - 9)).toBeLessThan(9 * 8 * EPS); // √(4 + 16 + 25 + 36); a few roundings
  expect(stackedNorm(v, w)).toBe(stackedNorm(w, v));
});

it("stackedNorm of zero and of what is not finite", () => {
  expect(stackedNorm(new Float64Array(2), new Float64Array(2))).toBe(0);
  expect(stackedNorm(Float64Array.of(Infinity), Float64Array.of(1))).toBe(Infinity);
  expect(stackedNorm(Float64Array.of(1), Float64Array.of(NaN))).toBeNaN();
});
