import { expect, it } from "vitest";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall, heavyBallAccumulated } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(0.01, 0.2, 1));
const settings = { stepSize: 0.9, momentum: 0, start: Float64Array.of(1, -2, 0.5), steps: 60 };

it("multiplies each coordinate by 1 − ηλ", () => {
  const [x, y] = trajectory(gradientDescent, quadratic(Float64Array.of(1, 4)), {
    stepSize: 0.125,
    momentum: 0,
    start: Float64Array.of(1, 1),
    steps: 2,
  }).subarray(4);
  expect([x, y]).toEqual([0.875 ** 2, 0.25]); // exact in binary
});

it.each([heavyBall, heavyBallAccumulated, nesterov])("is $name with β = 0", (method) => {
  expect(trajectory(method, problem, settings)).toEqual(trajectory(gradientDescent, problem, settings));
});
