import { expect, it } from "vitest";
import { powerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { circleImage, rotationState } from "../../lib/methods/rotation-state.ts";

it("each step shrinks the radius by exactly √β and turns by the angle of the root", () => {
  const [z, momentum] = [0.3, 0.81];
  let [current, previous] = [1, -0.4];
  let [a, b] = rotationState(z, momentum, current, previous);
  for (let t = 0; t < 50; t++) {
    [current, previous] = [(1 + momentum - z) * current - momentum * previous, current];
    const [nextA, nextB] = rotationState(z, momentum, current, previous);
    expect(Math.hypot(nextA, nextB) / Math.hypot(a, b)).toBeCloseTo(0.9, 12); // a few roundings
    // cos of the angle between (a, b) and its image is Re ζ/√β.
    expect((a * nextA + b * nextB) / (Math.hypot(a, b) * Math.hypot(nextA, nextB))).toBeCloseTo(
      1.51 / 1.8,
      12,
    );
    [a, b] = [nextA, nextB];
  }
});

it("a mode that does not ring has no such coordinates", () => {
  expect(rotationState(0.01, 0.25, 1, 1)).toEqual([NaN, NaN]);
});

it("the image of the circle is an ellipse whose long half-axis is the norm of the power", () => {
  for (const k of [0, 1, 7, 30]) {
    const image = circleImage(k, 0.05, 0.9, 20_000);
    let longest = 0;
    for (let i = 0; i < image.length; i += 2)
      longest = Math.max(longest, Math.hypot(image[i]!, image[i + 1]!));
    // The nearest of 20 000 points is within π/20 000 of the axis: a relative error of (π/20 000)²/2 = 1.2e−8.
    expect(longest / powerNorm(k, 0.05, 0.9)).toBeCloseTo(1, 7);
  }
});
