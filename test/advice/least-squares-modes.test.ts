import { Matrix, pseudoInverse } from "ml-matrix";
import { expect, it } from "vitest";
import { leastSquaresModes } from "../../lib/advice/least-squares-modes.ts";
import { errorCurve } from "../../lib/methods/error-curve.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import type { Problem } from "../../lib/problems/problem.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { normal, seededRandom } from "../../lib/random.ts";

it.each([
  ["tall", 12, 3],
  ["wide", 3, 5],
])(
  "heavy ball on %s least squares, in its own coordinates, has the error of the modes",
  (_, count, dimension) => {
    const random = seededRandom(count);
    const drawn = (length: number) => Float64Array.from({ length }, () => normal(random));
    const [features, labels] = [drawn(count * dimension), drawn(count)];
    const inverse = pseudoInverse(Matrix.from1DArray(count, dimension, features));
    const solution = Float64Array.from(inverse.mmul(Matrix.columnVector(labels)).to1DArray());
    // ½‖X(w* + e)‖² in e, the distance to the solution: the part of y that no weights reach plays no part.
    const problem: Problem = {
      dimension,
      loss: () => NaN,
      gradient(error, out) {
        out.fill(0);
        for (let i = 0; i < count; i++) {
          const row = features.subarray(i * dimension, (i + 1) * dimension);
          const product = row.reduce((sum, value, k) => sum + value * error[k]!, 0);
          for (let k = 0; k < dimension; k++) out[k]! += product * row[k]!;
        }
        return out;
      },
    };
    const { eigenvalues, start } = leastSquaresModes(features, labels, count, dimension);
    const settings = { stepSize: 1 / eigenvalues.at(-1)!, momentum: 0.5, steps: 40 };
    const expected = errorCurve(heavyBall, problem, { ...settings, start: solution.map((value) => -value) });
    const modes = errorCurve(heavyBall, quadratic(eigenvalues), { ...settings, start });
    expect(eigenvalues.length).toBe(Math.min(count, dimension));
    // Some roundings in each of 40 steps, conditioned by a κ below 100.
    modes.forEach((error, t) => expect(Math.abs(error - expected[t]!)).toBeLessThan(1e-12));
  },
);

it("known κ: one direction in metres, one in centimetres", () => {
  const features = Float64Array.of(1, 100, 1, -100, -1, 100, -1, -100);
  const { eigenvalues, start } = leastSquaresModes(features, Float64Array.of(4, 0, -2, -2), 4, 2);
  // XᵀX = diag(4, 40 000) and Xᵀy = (8, 400), by hand: w* = (2, 0.01).
  expect(eigenvalues[0]).toBeCloseTo(4, 9);
  expect(eigenvalues[1]).toBeCloseTo(40_000, 7); // an absolute error of some 1e−15 of it
  expect(Math.abs(start[0]!)).toBeCloseTo(2, 12);
  expect(Math.abs(start[1]!)).toBeCloseTo(0.01, 12);
});

it("labels that have nothing to do with the features leave nothing to find", () => {
  expect(() => leastSquaresModes(Float64Array.of(1, 0), Float64Array.of(0, 3), 2, 1)).toThrow(
    "labels must have to do with a feature: the best weights are 0",
  );
});
