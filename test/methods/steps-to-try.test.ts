import { describe, expect, it } from "vitest";
import { errorRun } from "../../lib/methods/error-curve.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { stepsToTry } from "../../lib/methods/steps-to-try.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { seededRandom } from "../../lib/random.ts";

describe("stepsToTry", () => {
  it("spares a run only where it would not arrive: 2000 random problems, both methods", () => {
    const random = seededRandom(5);
    const counted = { spared: 0, arrived: 0, tried: 0 };
    for (let k = 0; k < 2000; k++) {
      const eigenvalues = Float64Array.from({ length: 4 }, () => 10 ** (-4 * random()));
      const start = Float64Array.from({ length: 4 }, () => 2 * random() - 1);
      const momentum = k % 2 ? random() : 0;
      const setting = { stepSize: 2 * random() + 1e-3, momentum };
      const tolerance = 10 ** (-1 - 5 * random());
      const tried = stepsToTry(eigenvalues, start, setting, tolerance, 300);
      const method = momentum ? heavyBall : gradientDescent;
      const { reachedAt } = errorRun(
        method,
        quadratic(eigenvalues),
        { ...setting, start, steps: 0 },
        tolerance,
        300,
      );
      if (tried === 0) expect(reachedAt).toBeNull();
      else expect(tried).toBe(300);
      counted[tried === 0 ? "spared" : reachedAt === null ? "tried" : "arrived"]++;
    }
    // Nothing is vacuous, and few of the runs that never arrive are left to run.
    expect(counted.arrived).toBeGreaterThan(100);
    expect(counted.spared).toBeGreaterThan(5 * counted.tried);
  });

  it("knows a mode of gradient descent to the step: 0.9ᵗ comes to 1e−6 at t = 132", () => {
    const tryWithin = (cap: number) =>
      stepsToTry(Float64Array.of(0.1), Float64Array.of(-7), { stepSize: 1, momentum: 0 }, 1e-6, cap);
    expect(tryWithin(131)).toBe(0); // 0.9¹³¹ = 1.012e−6
    expect(tryWithin(132)).toBe(132); // 0.9¹³² = 9.11e−7
  });

  it("leaves modes that ring, overshoot or diverge to the run", () => {
    for (const [eigenvalue, stepSize, momentum] of [
      [1e-3, 1, 0.99],
      [1, 1.999, 0],
      [1, 5, 0.5],
    ] as const)
      expect(
        stepsToTry(Float64Array.of(eigenvalue), Float64Array.of(1), { stepSize, momentum }, 1e-6, 10),
      ).toBe(10);
  });
});
