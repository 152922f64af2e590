import { expect, it } from "vitest";
import * as gradientDescentMode from "../../lib/methods/gradient-descent-mode.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import * as heavyBallMode from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import {
  gradientDescentRecursion,
  heavyBallRecursion,
  nesterovRecursion,
} from "../../lib/methods/mode-recursion.ts";
import * as nesterovMode from "../../lib/methods/nesterov-mode.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const methods = [
  [gradientDescentRecursion, gradientDescent, gradientDescentMode.spectralRadius],
  [heavyBallRecursion, heavyBall, heavyBallMode.spectralRadius],
  [nesterovRecursion, nesterov, nesterovMode.spectralRadius],
] as const;

for (const [recursion, method, spectralRadius] of methods) {
  it(`${recursion.name} is what the method does to one mode, with a velocity too`, () => {
    for (const [stepSize, momentum] of [
      [0.3, 0.9],
      [1.2, 0.4],
      [0.7, 0],
    ] as const) {
      const settings = {
        stepSize,
        momentum,
        start: Float64Array.of(1),
        previous: Float64Array.of(-2),
        steps: 30,
      };
      let [x, before] = [1, -2];
      for (const iterate of trajectory(method, quadratic(Float64Array.of(0.8)), settings)) {
        expect(Math.abs(iterate - x)).toBeLessThan(1e-13); // rounding of 30 steps
        const z = 0.8 * stepSize;
        [x, before] = [recursion.trace(z, momentum) * x - recursion.determinant(z, momentum) * before, x];
      }
    }
  });

  it(`${recursion.name} has the spectral radius of its mode`, () => {
    for (const z of [0.01, 0.3, 0.95, 1.1])
      for (const momentum of [0, 0.25, 0.9]) {
        const [trace, determinant] = [recursion.trace(z, momentum), recursion.determinant(z, momentum)];
        const discriminant = trace * trace - 4 * determinant;
        const radius =
          discriminant < 0 ? Math.sqrt(determinant) : (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
        expect(spectralRadius(z, momentum)).toBeCloseTo(radius, 12); // the expanded discriminant cancels
      }
  });
}

it("Nesterov on a mode is the heavy ball with momentum β(1 − z)", () => {
  for (const z of [0.01, 0.5, 1]) {
    const momentum = 0.8 * (1 - z);
    expect(nesterovRecursion.trace(z, 0.8)).toBeCloseTo(heavyBallRecursion.trace(z, momentum), 15);
    expect(nesterovRecursion.determinant(z, 0.8)).toBeCloseTo(
      heavyBallRecursion.determinant(z, momentum),
      15,
    );
  }
});
