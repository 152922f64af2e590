import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { perturbations, perturbationShares } from "../../lib/methods/perturbation.ts";
import { perturbedHeavyBall } from "../../lib/methods/perturbed-heavy-ball.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { norm } from "../../lib/norm.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const setting = { stepSize: 0.5, momentum: 0.8 };
const eigenvalues = Float64Array.of(0.1, 1);
const matrix = Float64Array.of(0.1, 0, 0, 1);
const start = Float64Array.of(1, -2);

it("finds the pushes that a run was given", () => {
  const given = fillNormal(seededRandom(1), new Float64Array(40)).map((x) => x / 100);
  const previous = Float64Array.of(0.5, 3);
  const run = { ...setting, start, previous, steps: 20 };
  const residuals = trajectory(perturbedHeavyBall(given), quadratic(eigenvalues), run);
  const found = perturbations({ residuals, matrix, dimension: 2, previous }, setting);
  expect(found.length).toBe(40);
  found.forEach((phi, k) => expect(phi).toBeCloseTo(given[k]!, 13)); // some roundings of numbers up to 6
  const shares = perturbationShares({ residuals, matrix, dimension: 2, previous }, setting);
  const at = (t: number) =>
    norm(given.subarray(2 * t, 2 * t + 2)) / norm(residuals.subarray(2 * t, 2 * t + 2));
  for (const t of [0, 7, 19]) expect(shares[t]! / at(t)).toBeCloseTo(1, 10); // 1e−13 of pushes of 0.01
});

it("finds none on a quadratic, and of another matrix what it changes", () => {
  const residuals = trajectory(heavyBall, quadratic(eigenvalues), { ...setting, start, steps: 50 });
  const run = { residuals, matrix, dimension: 2 };
  for (const share of perturbationShares(run, setting)) expect(share).toBeLessThan(1e-14); // rounding
  const other = perturbations({ ...run, matrix: Float64Array.of(0.1, 3, 0, 1) }, setting);
  expect(other[0]! / (0.5 * 3 * -2)).toBeCloseTo(1, 13); // η H₁₂ ξ₂
});

it("ends where the residual has become rounding", () => {
  const residuals = trajectory(heavyBall, quadratic(eigenvalues), { ...setting, start, steps: 300 });
  const run = { residuals, matrix, dimension: 2 };
  const sizes = Array.from({ length: 300 }, (_, t) => norm(residuals.subarray(2 * t, 2 * t + 2)));
  const first = sizes.findIndex((size) => size <= 1e-3 * sizes[0]!);
  expect(perturbationShares(run, setting, 1e-3).length).toBe(first);
});

it("refuses lengths that do not fit", () => {
  const residuals = new Float64Array(6);
  expect(() => perturbations({ residuals, matrix: residuals, dimension: 2 }, setting)).toThrow(
    new RangeError("length of matrix must be 4: 6"),
  );
  expect(() => perturbations({ residuals: new Float64Array(5), matrix, dimension: 2 }, setting)).toThrow(
    new RangeError("length of residuals must be a multiple of 2: 5"),
  );
  expect(() => perturbations({ residuals, matrix, dimension: 2, previous: residuals }, setting)).toThrow(
    new RangeError("length of previous must be 2: 6"),
  );
});
