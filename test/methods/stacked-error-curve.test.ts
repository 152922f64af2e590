import { expect, it } from "vitest";
import { modeError } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { stackedErrorCurve } from "../../lib/methods/stacked-error-curve.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(0.01, 1));
const settings = { stepSize: 1, momentum: 0.9025, start: Float64Array.of(3, 4), steps: 100 };

it("is ‖(w_t, w_{t−1})‖", () => {
  const previous = Float64Array.of(0, 12);
  const errors = stackedErrorCurve(heavyBall, problem, { ...settings, previous });
  expect(errors[0]).toBe(13);
  errors.forEach((error, t) => {
    if (t === 0) return;
    const at = (k: number): [number, number] => [
      modeError(k, 0.01, 0.9025, 3, 0),
      modeError(k, 1, 0.9025, 4, 12),
    ];
    expect(Math.abs(error - Math.hypot(...at(t), ...at(t - 1)))).toBeLessThan(
      1e-13 * Math.max(1, t / 10) * 30,
    ); // of its envelope
  });
});

it("is Infinity once the run has diverged", () => {
  const errors = stackedErrorCurve(heavyBall, problem, { ...settings, stepSize: 1000, steps: 500 });
  expect(errors.length).toBe(501);
  const first = errors.indexOf(Infinity);
  expect(first).toBeGreaterThan(50);
  expect(errors.subarray(first).every((x) => x === Infinity)).toBe(true);
});
