import { describe, expect, it } from "vitest";
import { errorCurve, errorRun } from "../../lib/methods/error-curve.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { modeError } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(0.01, 1));
const settings = { stepSize: 1, momentum: 0.9025, start: Float64Array.of(3, 4), steps: 100 };

describe("errorCurve", () => {
  it("is ‖w_t‖/‖w₀‖, as the closed form has it", () => {
    const errors = errorCurve(heavyBall, problem, settings);
    expect(errors.length).toBe(101);
    expect(errors[0]).toBe(1);
    errors.forEach((error, t) => {
      const expected = Math.hypot(modeError(t, 0.01, 0.9025, 3, 3), modeError(t, 1, 0.9025, 4, 4)) / 5;
      expect(Math.abs(error - expected)).toBeLessThan(1e-13 * Math.max(1, t / 10) * 0.95 ** t * 2); // of its envelope
    });
  });

  it("does not depend on the size of the start, from 1e−150 to 1e150", () => {
    const plain = errorCurve(heavyBall, problem, settings);
    for (const scale of [2 ** -500, 2 ** 500])
      // powers of 2; the squares of the norm would under- or overflow
      errorCurve(heavyBall, problem, { ...settings, start: settings.start.map((x) => x * scale) }).forEach(
        (error, t) => expect(Math.abs(error / plain[t]! - 1)).toBeLessThan(1e-15 * 2), // the scaled norm rounds differently
      );
  });

  it("is shorter when the run diverges", () => {
    const errors = errorCurve(heavyBall, problem, { ...settings, stepSize: 1000, steps: 500 });
    expect(errors.length).toBeLessThan(200);
    expect(errors.every(Number.isFinite)).toBe(true);
  });

  it("refuses to start at the minimiser", () => {
    const start = new Float64Array(2);
    expect(() => errorCurve(heavyBall, problem, { ...settings, start })).toThrow(
      RangeError("start must differ from the minimiser: 0"),
    );
  });
});

describe("errorRun", () => {
  it("is the first step at which the relative error is small enough, twice in a row", () => {
    const errors = errorCurve(heavyBall, problem, { ...settings, steps: 1000 });
    for (const tolerance of [1, 0.1, 1e-3, 1e-6])
      expect(errorRun(heavyBall, problem, settings, tolerance, 1000).reachedAt).toBe(
        errors.findIndex((x, t) => x <= tolerance && errors[t + 1]! <= tolerance),
      );
  });

  it("is ⌈ln ε/ln(1 − z)⌉ for gradient descent on one mode", () => {
    const one = quadratic(Float64Array.of(0.01));
    const at = { stepSize: 1, momentum: 0, start: Float64Array.of(1), steps: 5 };
    expect(errorRun(gradientDescent, one, at, 1e-6, 10_000).reachedAt).toBe(
      Math.ceil(Math.log(1e-6) / Math.log(0.99)),
    );
  });

  it("does not count a mode that rings through 0", () => {
    const at = { stepSize: 1, momentum: 0.25, start: Float64Array.of(1), steps: 5 };
    // By hand: 1, 0, −¼, −1/16, 3/64… : z = 1, w_{t+1} = ¼(w_t − w_{t−1}); two in a row below 0.1 come at t = 3.
    expect(errorRun(heavyBall, quadratic(Float64Array.of(1)), at, 0.1, 100).reachedAt).toBe(3);
  });

  it("is null when the cap comes first or the run diverges", () => {
    expect(errorRun(heavyBall, problem, settings, 1e-6, 10).reachedAt).toBeNull();
    expect(errorRun(heavyBall, problem, { ...settings, stepSize: 1000 }, 1e-6, 1000).reachedAt).toBeNull();
  });

  it("has the curve of errorCurve, whether the tolerance comes sooner or later than its end", () => {
    for (const steps of [0, 20, 1000]) {
      const { errors, reachedAt } = errorRun(heavyBall, problem, { ...settings, steps }, 1e-6, 2000);
      expect(errors).toEqual(errorCurve(heavyBall, problem, { ...settings, steps }));
      expect(reachedAt).toBe(errorRun(heavyBall, problem, settings, 1e-6, 2000).reachedAt);
    }
    const diverging = { ...settings, stepSize: 1000, steps: 500 };
    expect(errorRun(heavyBall, problem, diverging, 1e-6, 20).errors).toEqual(
      errorCurve(heavyBall, problem, diverging),
    );
  });

  it("refuses a tolerance that is none", () => {
    expect(() => errorRun(heavyBall, problem, settings, 0, 10)).toThrow(
      RangeError("tolerance must be positive: 0"),
    );
  });
});
