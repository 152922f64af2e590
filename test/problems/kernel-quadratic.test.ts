import { expect, it } from "vitest";
import { kernelQuadratic } from "../../lib/problems/kernel-quadratic.ts";

it("½ξᵀHξ and Hξ, by hand", () => {
  const problem = kernelQuadratic(Float64Array.of(2, 1, 1, 3), 2);
  // ½(2·1 + 2·1·(−2) + 3·4) = 5; H(1, −2) = (0, −5).
  expect(problem.loss(Float64Array.of(1, -2))).toBe(5);
  expect(problem.gradient(Float64Array.of(1, -2), new Float64Array(2))).toEqual(Float64Array.of(0, -5));
});

it("refuses a matrix of another size", () => {
  expect(() => kernelQuadratic(new Float64Array(3), 2)).toThrow(
    new RangeError("length of matrix must be 4: 3"),
  );
});
