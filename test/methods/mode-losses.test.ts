import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { modeLosses } from "../../lib/methods/mode-losses.ts";
import { heavyBallRecursion, nesterovRecursion } from "../../lib/methods/mode-recursion.ts";
import { nesterovGradientCorrection } from "../../lib/methods/nesterov-gradient-correction.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const eigenvalues = Float64Array.of(0.002, 0.05, 0.7);
const starts = Float64Array.of(1, -2, 0.5);

it.each([
  ["heavy ball", heavyBallRecursion, heavyBall],
  ["Nesterov", nesterovRecursion, nesterovGradientCorrection],
] as const)("are those of the weights under %s, step by step", (_, recursion, method) => {
  const settings = { stepSize: 0.8, momentum: 0.9, start: starts, steps: 120 };
  const path = trajectory(method, quadratic(eigenvalues), settings);
  const modes = { stepTimesEigenvalues: eigenvalues.map((z) => 0.8 * z), starts };
  modeLosses(recursion, modes, 0.9, 120).forEach((loss, t) => {
    const point = path.subarray(3 * t, 3 * t + 3);
    const expected = point.reduce((sum, x) => sum + (x * x) / 2, 0);
    expect(Math.abs(loss - expected)).toBeLessThan(1e-13); // 120 roundings of numbers of at most 2
  });
});

it("of a mode that diverges end at infinity, not at no number", () => {
  const modes = { stepTimesEigenvalues: Float64Array.of(9), starts: Float64Array.of(1) };
  const losses = modeLosses(heavyBallRecursion, modes, 0.9, 2000);
  expect(losses.at(-1)).toBe(Infinity);
});

it("refuses starts of another length", () => {
  const modes = { stepTimesEigenvalues: new Float64Array(2), starts: new Float64Array(3) };
  expect(() => modeLosses(heavyBallRecursion, modes, 0.9, 1)).toThrow(
    new RangeError("length of starts must be 2: 3"),
  );
});
