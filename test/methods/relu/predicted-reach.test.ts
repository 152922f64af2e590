import { expect, it } from "vitest";
import { predictedReach } from "../../../lib/methods/relu/predicted-reach.ts";
import { randomNet, reluMethods } from "../../support/relu-net.ts";

const { data, largest } = randomNet(3, 5, 10, 1);
const settings = { method: reluMethods["heavy ball"], stepSize: 1 / largest, momentum: 0.5, steps: 40 };

it("predictedReach falls as 1/√m and grows with the steps", () => {
  const reach = predictedReach(data, settings, 1000);
  expect(predictedReach(data, settings, 4000)).toBeCloseTo(reach / 2, 14); // a factor, within roundings
  expect(predictedReach(data, { ...settings, steps: 1 }, 1000)).toBeLessThan(reach);
  expect(predictedReach(data, { ...settings, steps: 0 }, 1000)).toBe(0);
});

it("predictedReach of one datum is that of a geometric sum", () => {
  // ξ₀ = −2, H̄ = ½: v_t → 4 for y = 1, from below, and the threshold is G|v|/√m.
  const { data: one } = randomNet(1, 1, 3, 1);
  const descent = { method: reluMethods["gradient descent"], stepSize: 1, momentum: 0, steps: 200 };
  expect(predictedReach(one, descent, 100)).toBeCloseTo((1.25 * 4) / 10, 11); // 2⁻²⁰⁰ of the sum is missing; the slack is 1e-12
});

it("predictedReach is infinite where the infinitely wide network diverges far enough", () => {
  expect(predictedReach(data, { ...settings, stepSize: 1e4, steps: 500 }, 1000)).toBe(Infinity);
});
