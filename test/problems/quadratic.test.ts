import { expect, it } from "vitest";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

it("quadratic(λ).loss is ½ Σ λ w²", () => {
  const problem = quadratic(Float64Array.of(2, 4));
  expect(problem.dimension).toBe(2);
  expect(problem.loss(Float64Array.of(3, -1))).toBe(11);
  expect(problem.loss(new Float64Array(2))).toBe(0);
});

it("quadratic(λ).gradient agrees with central differences of the loss", () => {
  const random = seededRandom(11);
  const problem = quadratic(Float64Array.of(0, 0.01, 1, 30));
  const w = fillNormal(random, new Float64Array(4));
  const gradient = problem.gradient(w, new Float64Array(4));
  for (let i = 0; i < 4; i++) {
    const at = (shift: number): number => problem.loss(w.map((x, j) => (i === j ? x + shift : x)));
    const difference = (at(1e-3) - at(-1e-3)) / 2e-3; // exact for a quadratic, up to ε·loss/10⁻³
    expect(Math.abs(difference - gradient[i]!)).toBeLessThan(
      (4 * Number.EPSILON * problem.loss(w)) / 1e-3 + 1e-14,
    );
  }
});

it("quadratic(λ).gradient writes into the array that it is given", () => {
  const out = Float64Array.of(9, 9);
  expect(quadratic(Float64Array.of(2, 3)).gradient(Float64Array.of(1, 1), out)).toBe(out);
  expect(Array.from(out)).toEqual([2, 3]);
});

it.each([-1, NaN, Infinity])("quadratic refuses the eigenvalue %d", (eigenvalue) => {
  const message = `eigenvalues must be finite and not negative: ${eigenvalue}`;
  expect(() => quadratic(Float64Array.of(1, eigenvalue))).toThrow(RangeError(message));
});
