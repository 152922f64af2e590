import { describe, expect, it } from "vitest";
import { nesterovFlow } from "../../lib/flows/nesterov-flow.ts";
import { nesterovDecaying } from "../../lib/methods/nesterov-decaying.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const one = quadratic(Float64Array.of(1));

it("takes the momentum (t − 1)/(t + d − 1), by hand", () => {
  // d = 3, ηλ = ½: w₁ = ½; y₁ = ½, w₂ = ¼; y₂ = ¼ + ¼(¼ − ½) = 3/16, w₃ = 3/32. Exact in binary.
  const settings = { stepSize: 0.5, momentum: 0, start: Float64Array.of(1), steps: 3 };
  expect(trajectory(nesterovDecaying(3), one, settings)).toEqual(Float64Array.of(1, 0.5, 0.25, 3 / 32));
});

describe("follows its flow up to O(√η), d = 3, λ = 1", () => {
  // The largest distance up to the time 20, measured independently: .145 at η = .04, halved by each quarter of η.
  const stepSizes = [0.04, 0.01, 0.0025, 6.25e-4, 1.5625e-4];
  const out = new Float64Array(2);
  const distances = stepSizes.map((stepSize) => {
    const steps = Math.round(20 / Math.sqrt(stepSize));
    const path = trajectory(nesterovDecaying(3), one, {
      stepSize,
      momentum: 0,
      start: Float64Array.of(1),
      steps,
    });
    return Math.max(
      ...path.map((x, t) => Math.abs(x - nesterovFlow(t * Math.sqrt(stepSize), 1, 3, 1, out)[0]!)),
    );
  });

  it("order one half", () => {
    for (let i = 1; i < distances.length; i++)
      expect(Math.log(distances[i - 1]! / distances[i]!) / Math.log(4)).toBeCloseTo(0.5, 1);
  });

  it.each([0.145, 0.0738, 0.0373, 0.01875, 0.0094].map((value, i) => [stepSizes[i]!, value]))(
    "η = %d: %d",
    (stepSize, value) => {
      expect(Math.abs(distances[stepSizes.indexOf(stepSize)]! / value - 1)).toBeLessThan(0.01); // three printed digits
    },
  );
});

it("refuses a damping that is not positive", () => {
  expect(() => nesterovDecaying(0)).toThrow(new RangeError("damping must be positive: 0"));
});
