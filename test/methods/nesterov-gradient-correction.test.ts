import { expect, it } from "vitest";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { nesterovGradientCorrection } from "../../lib/methods/nesterov-gradient-correction.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import type { Problem } from "../../lib/problems/problem.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

it("is Nesterov's method on a quadratic", () => {
  const settings = { stepSize: 0.5, momentum: 0.5, steps: 40 };
  const start = { start: Float64Array.of(1, -2), previous: Float64Array.of(3, 0.5) };
  const problem = quadratic(Float64Array.of(0.25, 1));
  const [corrected, ahead] = [nesterovGradientCorrection, nesterov].map((method) =>
    trajectory(method, problem, { ...settings, ...start }),
  );
  corrected!.forEach((x, i) => expect(Math.abs(x - ahead![i]!)).toBeLessThan(1e-14)); // a few roundings of numbers below 4
});

it("corrects by the change of the gradient elsewhere, by hand", () => {
  // f(w) = w⁴/4, η = β = 1/2, w₀ = w₋₁ = 1: w₁ = 1 − ½ = ½; w₂ = ½ − ¼ − ½·⅛ − ¼(⅛ − 1) = 13/32. Exact in binary.
  const quartic: Problem = {
    dimension: 1,
    loss: (w) => w[0]! ** 4 / 4,
    gradient(w, out) {
      out[0] = w[0]! ** 3;
      return out;
    },
  };
  const settings = { stepSize: 0.5, momentum: 0.5, start: Float64Array.of(1), steps: 2 };
  expect(trajectory(nesterovGradientCorrection, quartic, settings)).toEqual(Float64Array.of(1, 0.5, 13 / 32));
});
