import { expect, it } from "vitest";
import { measureRuns, mostSteps, type RunsToMeasure } from "../../lib/advice/measured-runs.ts";
import { errorCurve, errorRun } from "../../lib/methods/error-curve.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { gradientDescentBest, nesterovTextbook, polyak, theorem12 } from "../../lib/methods/settings.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { result } from "../support/result.ts";

const eigenvalues = Float64Array.of(0.5, 1, 7, 20, 60);
const start = Float64Array.of(3, -1, 0.2, 5, 1);
const runs = [
  { method: "gradientDescent", setting: gradientDescentBest(0.5, 60) },
  { method: "heavyBall", setting: theorem12(0.5, 60) },
  { method: "heavyBall", setting: polyak(0.5, 60) },
  { method: "nesterov", setting: nesterovTextbook(0.5, 60) },
] as const;
const methods = { gradientDescent, heavyBall, nesterov };
const task: RunsToMeasure = { eigenvalues, start, runs, tolerance: 1e-7, every: 7, points: 30 };

it("counts the steps, and gives the curve, of the methods run on the quadratic itself", () => {
  const measured = result(measureRuns(task));
  measured.forEach(({ reachedAt, errors }, i) => {
    const { method, setting } = runs[i]!;
    const problem = quadratic(eigenvalues);
    const settings = { ...setting, start, steps: 7 * 29 };
    expect(reachedAt).toBe(errorRun(methods[method], problem, settings, 1e-7, 5000).reachedAt);
    const whole = errorCurve(methods[method], problem, settings);
    expect(errors.length).toBe(30);
    // Some roundings in each of 203 steps, relative to an error of at least 1e−12.
    errors.forEach((error, k) => expect(Math.abs(error - whole[7 * k]!)).toBeLessThan(1e-12));
  });
});

it("a start may have any length, and any sign in each mode", () => {
  const counts = (scale: number) =>
    result(measureRuns({ ...task, start: start.map((value, i) => (i % 2 ? -scale : scale) * value) })).map(
      ({ reachedAt }) => reachedAt,
    );
  expect(counts(1e-150)).toEqual(counts(1));
  expect(counts(1e150)).toEqual(counts(1));
});

it("gradient descent may take more steps than anyone would run", () => {
  const wide = Float64Array.of(1e-9, 1);
  const setting = gradientDescentBest(1e-9, 1);
  const [run] = result(
    measureRuns({
      ...task,
      eigenvalues: wide,
      start: wide.map(() => 1),
      runs: [{ method: "gradientDescent", setting }],
    }),
  );
  // Both modes shrink by (κ − 1)/(κ + 1): ln(10⁷)/(2/(κ + 1)), to the rounding of ηα = 2 − 2e−9.
  expect(run!.reachedAt! / ((Math.log(1e7) * (1e9 + 1)) / 2)).toBeCloseTo(1, 6);
});

it("what takes too long has no number, and says how far it came", () => {
  const many = new Float64Array(5000).fill(1);
  expect(mostSteps(5000)).toBe(200_000);
  many[0] = 1e-14;
  const setting = theorem12(1e-14, 1);
  const slow = {
    ...task,
    eigenvalues: many,
    start: many.map(() => 1),
    every: 2000,
    points: 50,
    runs: [{ method: "heavyBall" as const, setting }],
  };
  const steps = measureRuns(slow);
  const shares = Array.from({ length: 5 }, () => (steps.next().value as { share: number }).share);
  expect(shares).toEqual([0, 0.002, 0.004, 0.006, 0.008]); // 10⁶/5000 steps of 50 · 2000 each
});

it.each([
  [{ start: Float64Array.of(1) }, "length of start must be 5: 1"],
  [{ start: new Float64Array(5) }, "start must differ from the solution: 0"],
  [{ tolerance: 1 }, "tolerance must be in (0, 1): 1"],
  [{ every: 0.5 }, "every must be a whole number of at least 1: 0.5"],
  [{ points: 0 }, "points must be a whole number of at least 1: 0"],
])("refuses %o", (change, message) => {
  expect(() => measureRuns({ ...task, ...change }).next()).toThrow(message);
});
