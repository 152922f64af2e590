import { expect, it } from "vitest";
import { chebyshev, chebyshevBound } from "../../lib/methods/chebyshev.ts";
import { conjugateGradientCurve, runConjugateGradient } from "../../lib/methods/conjugate-gradient.ts";
import { errorCurve } from "../../lib/methods/error-curve.ts";
import { hardestQuadratic } from "../../lib/methods/hardest-quadratic.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { nesterovTuned, polyak } from "../../lib/methods/settings.ts";
import { norm } from "../../lib/norm.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

it("by hand at step 1, κ = 4: eigenvalues 1/4 and 1, squares of the start 4 : 1", () => {
  const { eigenvalues, start } = hardestQuadratic(4, 1);
  expect(eigenvalues).toEqual(Float64Array.of(0.25, 1));
  expect(start[0]! ** 2).toBeCloseTo(0.8, 15);
  expect(start[1]! ** 2).toBeCloseTo(0.2, 15);
});

it.each([
  [4, 6],
  [100, 20],
  [1e4, 40],
])("no method is below Chebyshev's bound at κ = %d, t = %d; Chebyshev's is at it", (kappa, t) => {
  const { eigenvalues, start } = hardestQuadratic(kappa, t);
  expect(norm(start)).toBeCloseTo(1, 14);
  const [problem, bound] = [quadratic(eigenvalues), chebyshevBound(kappa, t)[t]!];
  const rest = { stepSize: 1, momentum: 0, start, steps: t };
  expect(errorCurve(chebyshev(1 / kappa, 1), problem, rest)[t]! / bound).toBeCloseTo(1, 10); // rounding of t steps
  expect(errorCurve(heavyBall, problem, { ...rest, ...polyak(1 / kappa, 1) })[t]).toBeGreaterThan(bound);
  expect(errorCurve(nesterov, problem, { ...rest, ...nesterovTuned(1 / kappa, 1) })[t]).toBeGreaterThan(
    bound,
  );
  expect(conjugateGradientCurve(eigenvalues, start, t)[t]! / bound).toBeGreaterThan(1 - 1e-9); // rounding
});

it("weighted for the loss instead, conjugate gradients are exactly at the bound", () => {
  // With wⱼ² proportional to δⱼ/λⱼ² the same proof holds for √Σλw², which conjugate gradients make least.
  const { eigenvalues, start } = hardestQuadratic(100, 12);
  const from = start.map((w, j) => w / Math.sqrt(eigenvalues[j]!));
  const losses: number[] = [];
  runConjugateGradient(eigenvalues, from, 12, (_, w) => losses.push(quadratic(eigenvalues).loss(w)));
  expect(Math.sqrt(losses[12]! / losses[0]!) / chebyshevBound(100, 12)[12]!).toBeCloseTo(1, 8); // rounding, κ = 100
});

it("refuses what has no hard instance", () => {
  expect(() => hardestQuadratic(1, 3)).toThrow(RangeError("conditionNumber must be finite and above 1: 1"));
  expect(() => hardestQuadratic(4, 0)).toThrow(RangeError("step must be a whole number of at least 1: 0"));
});
