import { expect, it } from "vitest";
import { gradientDescentBound, heavyBallBound, nesterovBound } from "../../lib/methods/error-bound.ts";
import { errorCurve } from "../../lib/methods/error-curve.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import type { Method } from "../../lib/methods/method.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import {
  gradientDescentBest,
  nesterovTextbook,
  theorem12,
  type Setting,
} from "../../lib/methods/settings.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const random = seededRandom(7);
const steps = 60;

/** The largest ratio of error to bound over the steps. */
function tightness(
  method: Method,
  eigenvalues: Float64Array,
  start: Float64Array,
  setting: Setting,
  bound: Float64Array,
) {
  const errors = errorCurve(method, quadratic(eigenvalues), { ...setting, start, steps });
  return Math.max(...errors.map((error, t) => error / bound[t]!));
}

it("no error passes its bound, from rest, on random quadratics", () => {
  for (let trial = 0; trial < 300; trial++) {
    const smallest = 10 ** (-4 * random());
    const eigenvalues = Float64Array.of(smallest, smallest + (1 - smallest) * random(), 1);
    const start = fillNormal(random, new Float64Array(3));
    const plain = gradientDescentBest(smallest, 1);
    const ball = theorem12(smallest, 1);
    const ratios = [
      tightness(
        gradientDescent,
        eigenvalues,
        start,
        plain,
        gradientDescentBound(smallest, 1, plain.stepSize, steps)!,
      ),
      tightness(heavyBall, eigenvalues, start, ball, heavyBallBound(smallest, 1, 1, ball.momentum, steps)!),
      tightness(
        nesterov,
        eigenvalues,
        start,
        nesterovTextbook(smallest, 1),
        nesterovBound(smallest, 1, steps),
      ),
    ];
    // 1e−12: sixty roundings of 1e−16 in the iteration, and as many in the power.
    for (const ratio of ratios) expect(ratio, `μ = ${smallest}`).toBeLessThanOrEqual(1 + 1e-12);
  }
});

it("the bound of gradient descent is attained along an end of the spectrum", () => {
  const { stepSize } = gradientDescentBest(0.01, 1);
  const bound = gradientDescentBound(0.01, 1, stepSize, steps)!;
  const start = Float64Array.of(1, 0);
  const ratio = tightness(gradientDescent, Float64Array.of(0.01, 1), start, { stepSize, momentum: 0 }, bound);
  expect(ratio).toBeCloseTo(1, 12); // sixty roundings
});

it("there is no bound where no theorem applies", () => {
  expect(gradientDescentBound(0.1, 1, 2.1, 5)).toBeNull();
  expect(heavyBallBound(0.01, 1, 1, 0.5, 5)).toBeNull(); // β below (1 − √(ημ))²
});

it("heavy ball's bound starts at √2 C₀′", () => {
  // C₀′ = 22.5611500881089 for κ = 100 at Theorem 12's setting, from the table computed with 50 digits.
  expect(heavyBallBound(0.01, 1, 1, 0.9025, 3)![0]).toBeCloseTo(Math.SQRT2 * 22.5611500881089, 12);
});
