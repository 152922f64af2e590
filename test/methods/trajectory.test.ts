import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(1, 2));

it("holds the iterates row by row, the start first", () => {
  const settings = { stepSize: 0.5, momentum: 0.5, start: Float64Array.of(1, -1), steps: 2 };
  // By hand: (1, −1), (½, 0), then w − ½∇f + ½(w − w₋): (0, ½).
  expect(trajectory(heavyBall, problem, settings)).toEqual(Float64Array.of(1, -1, 0.5, 0, 0, 0.5));
});

it("ends where the run diverges", () => {
  const settings = { stepSize: 1e200, momentum: 0, start: Float64Array.of(1, 1), steps: 9 };
  const iterates = trajectory(heavyBall, problem, settings);
  expect(iterates.length).toBeLessThan(20);
  expect(iterates.every(Number.isFinite)).toBe(true);
});
