import { expect, it } from "vitest";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

it("takes the gradient at the look-ahead point", () => {
  const settings = { stepSize: 0.5, momentum: 0.5, start: Float64Array.of(1), steps: 3 };
  // By hand with ηλ = ½: w_{t+1} = ½(w_t + ½(w_t − w_{t−1})): 1, ½, ½(½ − ¼), ½(⅛ − 3/16); exact in binary.
  const expected = Float64Array.of(1, 0.5, 0.125, -0.03125);
  expect(trajectory(nesterov, quadratic(Float64Array.of(1)), settings)).toEqual(expected);
});
