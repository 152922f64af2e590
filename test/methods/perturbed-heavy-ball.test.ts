import { expect, it } from "vitest";
import { modeError } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { perturbedHeavyBall } from "../../lib/methods/perturbed-heavy-ball.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(0.2, 1.5));
const settings = { stepSize: 1, momentum: 0.6, start: Float64Array.of(1, -2), steps: 30 };

it("is heavy ball without perturbations, also when they end", () => {
  const plain = trajectory(heavyBall, problem, settings);
  expect(trajectory(perturbedHeavyBall(new Float64Array(60)), problem, settings)).toEqual(plain);
  expect(trajectory(perturbedHeavyBall(new Float64Array(0)), problem, settings)).toEqual(plain);
});

it("carries each kick on as its mode would, and can be run again", () => {
  const [perturbations, kicked] = [new Float64Array(60), 7];
  perturbations[2 * kicked + 1] = 0.5;
  const method = perturbedHeavyBall(perturbations);
  const rest = { ...settings, start: Float64Array.of(0, 0) };
  const points = trajectory(method, problem, rest);
  // φ_s alone leaves x_{s+1} = φ_s, x_s = 0, in closed form from there on.
  for (let t = 0; t <= 30; t++) {
    const closed = t <= kicked ? 0 : modeError(t - kicked - 1, 1.5, 0.6, 0.5, 0);
    expect(points[2 * t]).toBe(0);
    expect(Math.abs(points[2 * t + 1]! - closed)).toBeLessThan(1e-15); // some roundings of numbers below ½
  }
  expect(trajectory(method, problem, rest)).toEqual(points);
});
