import { expect, it } from "vitest";
import { factorGain, pays } from "../../lib/methods/crossover.ts";
import * as gradientDescentMode from "../../lib/methods/gradient-descent-mode.ts";
import * as heavyBallMode from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBallPlain, theorem12, type Setting } from "../../lib/methods/settings.ts";

/** Gradient descent's factor less heavy ball's on the slowest mode of [1/κ, 1]. */
function gain(conditionNumber: number, setting: (smallest: number, largest: number) => Setting): number {
  const { stepSize, momentum } = setting(1 / conditionNumber, 1);
  const factors = [1 / conditionNumber, 1].map((z) => heavyBallMode.spectralRadius(stepSize * z, momentum));
  return gradientDescentMode.spectralRadius(1 / conditionNumber) - Math.max(...factors);
}

it("at κ = 4 both factors are 3/4, exactly", () => {
  expect(gain(4, theorem12)).toBe(0);
  expect([factorGain(4), pays(4)]).toEqual([0, false]);
});

it.each([1, 1.5, 3.99, 4.01, 10, 16, 100, 1e6])("is the difference of the two factors at κ = %d", (kappa) => {
  expect(factorGain(kappa)).toBeCloseTo(gain(kappa, theorem12), 14); // a few roundings of numbers near 1
  expect(pays(kappa)).toBe(factorGain(kappa) > 0);
});

it("is largest, 1/16, at κ = 16", () => {
  expect(factorGain(16)).toBe(1 / 16);
  for (const kappa of [15, 17]) expect(factorGain(kappa)).toBeLessThan(1 / 16);
});

it.each([1.01, 2, 4, 100])("with β = (1 − 1/√κ)² heavy ball is faster at κ = %d", (kappa) => {
  expect(gain(kappa, heavyBallPlain)).toBeGreaterThan(0);
});
