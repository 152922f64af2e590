import { expect, it } from "vitest";
import { gradientFlow } from "../../lib/flows/gradient-flow.ts";

it("is the limit of gradient descent with steps η over the time t = kη", () => {
  const [eigenvalue, time] = [0.7, 3];
  const errors = [1e-2, 5e-3].map((stepSize) => {
    const steps = Math.round(time / stepSize);
    return Math.abs((1 - stepSize * eigenvalue) ** steps * 2 - gradientFlow(time, eigenvalue, 2));
  });
  // Of first order: half the step, half the error, up to a relative ηλ.
  expect(errors[0]! / errors[1]!).toBeCloseTo(2, 1);
  expect(gradientFlow(0, eigenvalue, 2)).toBe(2);
});
