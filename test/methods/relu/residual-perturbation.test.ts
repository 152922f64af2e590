import { expect, it } from "vitest";
import { residualPerturbation } from "../../../lib/methods/relu/residual-perturbation.ts";
import { reluData } from "../../../lib/problems/relu-data.ts";
import { givenDraw } from "../../../lib/problems/relu-draw.ts";

const unit = reluData(Float64Array.of(1), Float64Array.of(1), 1, 1);
const setting = { stepSize: 0.5, momentum: 0.25, steps: 4 };

it("is 0 while no neuron changes its sign: the network is linear", () => {
  const { total, drift, bend } = residualPerturbation(
    unit,
    givenDraw(Float64Array.of(3, 2), Float64Array.of(1, -1), 1),
    setting,
  );
  for (const part of [total, drift, bend]) for (const value of part) expect(value).toBeLessThan(1e-13); // some roundings of numbers below 4, over a residual that shrinks
});

it("a neuron that goes to sleep changes the kernel for good, by hand", () => {
  // m = a = 1, y = −3, z₀ = 0.1: ξ₀ = 3.1, z₁ = 0.1 − ½·3.1 < 0, so that u₁ = 0 and ξ₁ = 3.
  const data = reluData(Float64Array.of(1), Float64Array.of(-3), 1, 1);
  const { total, drift } = residualPerturbation(
    data,
    givenDraw(Float64Array.of(0.1), Float64Array.of(1), 1),
    setting,
  );
  // φ₀ = 3 − 1.25·3.1 + ½·3.1 + ¼·3.1 = 1.45, and ι₀ = 0; at t = 1 the kernel is 0: ι₁ = ½·3.
  expect(total[0]).toBeCloseTo(1.45 / 3.1, 14);
  expect(drift[0]).toBe(0);
  expect(drift[1]).toBeCloseTo(0.5, 14);
});
