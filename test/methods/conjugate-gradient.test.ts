import { expect, it } from "vitest";
import { chebyshev } from "../../lib/methods/chebyshev.ts";
import { conjugateGradientCurve, runConjugateGradient } from "../../lib/methods/conjugate-gradient.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { run } from "../../lib/methods/method.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { nesterovTuned, polyak } from "../../lib/methods/settings.ts";
import { norm } from "../../lib/norm.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);

it("two eigenvalues by hand: Λ = diag(1, 3) from (1, 1)", () => {
  // g = (1, 3), step 10/28: w₁ = (9, −1)/14, and w₂ = 0.
  const curve = conjugateGradientCurve(Float64Array.of(1, 3), ones(2), 3);
  expect(curve[0]).toBe(1);
  expect(curve[1]).toBeCloseTo(Math.sqrt(82 / 2) / 14, 15);
  expect(curve[2]).toBeLessThan(1e-15); // one rounding
});

it.each([1, 2, 3, 7])("is exact after as many steps as distinct eigenvalues: %d", (distinct) => {
  const eigenvalues = Float64Array.from({ length: 210 }, (_, i) => 0.05 + (i % distinct));
  const start = fillNormal(seededRandom(distinct), new Float64Array(210));
  const curve = conjugateGradientCurve(eigenvalues, start, distinct);
  if (distinct > 1) expect(curve[distinct - 1]).toBeGreaterThan(1e-4);
  expect(curve[distinct]).toBeLessThan(1e-11); // rounding, times what κ = 121 makes of it
});

it("its gradients are orthogonal and its error never rises", () => {
  const eigenvalues = Float64Array.from({ length: 12 }, (_, i) => 1 + i);
  const start = fillNormal(seededRandom(3), new Float64Array(12));
  const gradients: Float64Array[] = [];
  runConjugateGradient(eigenvalues, start, 8, (_, w) => gradients.push(w.map((x, i) => eigenvalues[i]! * x)));
  gradients.forEach((g, t) =>
    gradients.slice(0, t).forEach((earlier) => {
      const product = g.reduce((sum, x, i) => sum + x * earlier[i]!, 0);
      // The identity that makes it exact; rounding grows with the square of what the residual has shrunk by.
      expect(Math.abs(product) / (norm(g) * norm(earlier)), `step ${t}`).toBeLessThan(1e-9);
    }),
  );
  const curve = conjugateGradientCurve(eigenvalues, start, 11);
  for (let t = 1; t < curve.length; t++) expect(curve[t]).toBeLessThan(curve[t - 1]!);
});

it("has the least loss of all methods, at every step", () => {
  const eigenvalues = Float64Array.from({ length: 60 }, (_, i) => 0.02 * 50 ** (i / 59));
  const problem = quadratic(eigenvalues);
  const start = fillNormal(seededRandom(8), new Float64Array(60));
  const least: number[] = [];
  runConjugateGradient(eigenvalues, start, 30, (_, w) => least.push(problem.loss(w)));
  for (const [method, setting] of [
    [gradientDescent, { stepSize: 1, momentum: 0 }],
    [heavyBall, polyak(0.02, 1)],
    [nesterov, nesterovTuned(0.02, 1)],
    [chebyshev(0.02, 1), { stepSize: 1, momentum: 0 }],
  ] as const)
    run(method, problem, { ...setting, start, steps: 30 }, (t, w) => {
      expect(least[t], `${method.name}, step ${t}`).toBeLessThanOrEqual(problem.loss(w) * (1 + 1e-12)); // rounding
    });
});

it("does not depend on the scale of the eigenvalues, of the start, or on their order", () => {
  const eigenvalues = Float64Array.from({ length: 20 }, (_, i) => 2 ** -i);
  const start = fillNormal(seededRandom(5), new Float64Array(20));
  const curve = conjugateGradientCurve(eigenvalues, start, 15);
  const tiny = conjugateGradientCurve(
    eigenvalues.map((x) => x * 2 ** -600),
    start.map((x) => x * 2 ** -600),
    15,
  );
  expect(tiny).toEqual(curve); // powers of two: exact
  const turned = conjugateGradientCurve(eigenvalues.toReversed(), start.toReversed(), 8);
  turned.forEach((error, t) => expect(error / curve[t]!).toBeCloseTo(1, 6)); // sums in another order; later, κ = 5e5 tells
});

it("stays at 0, and where squares are 0", () => {
  const curve = conjugateGradientCurve(Float64Array.of(2, 2), Float64Array.of(3, -4), 4);
  expect(curve).toEqual(Float64Array.of(1, 0, 0, 0, 0));
});

it("refuses what is no problem", () => {
  expect(() => conjugateGradientCurve(Float64Array.of(1, 0), ones(2), 1)).toThrow(
    RangeError("eigenvalues must be positive and finite: 0"),
  );
  expect(() => conjugateGradientCurve(ones(2), ones(3), 1)).toThrow(
    RangeError("start must have length 2: 3"),
  );
  expect(() => conjugateGradientCurve(ones(2), new Float64Array(2), 1)).toThrow(
    RangeError("start must differ from the minimiser: 0"),
  );
  expect(() => runConjugateGradient(ones(1), ones(1), 1.5, () => {})).toThrow(
    RangeError("steps must be a whole number of at least 0: 1.5"),
  );
});
