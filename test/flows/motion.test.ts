import { expect, it } from "vitest";
import { motion } from "../../lib/flows/motion.ts";

it("a stone that falls against the air: ẍ + bẋ = −g", () => {
  const [b, g] = [0.4, 9.81];
  const times = Float64Array.of(0, 1, 3);
  const { positions, velocities } = motion(
    (_, __, ___, out) => out.fill(-g),
    () => b,
    Float64Array.of(10, 0),
    Float64Array.of(2, 0),
    times,
  );
  times.forEach((t, k) => {
    // By hand: ẋ = (ẋ₀ + g/b)e^{−bt} − g/b, and its integral.
    for (const [i, start, speed] of [
      [0, 10, 2],
      [1, 0, 0],
    ] as const) {
      const decay = Math.exp(-b * t);
      expect(velocities[2 * k + i]).toBeCloseTo((speed + g / b) * decay - g / b, 10); // steps to 1e−12
      expect(positions[2 * k + i]).toBeCloseTo(start + ((speed + g / b) * (1 - decay)) / b - (g / b) * t, 10); // the same
    }
  });
});

it("knows the time: ẍ + ẋ/t = 4 has x = t²", () => {
  const { positions, velocities } = motion(
    (_, __, ___, out) => out.fill(4),
    (t) => 1 / t,
    Float64Array.of(1),
    Float64Array.of(2),
    Float64Array.of(1, 2.5),
  );
  expect(positions[1]).toBeCloseTo(6.25, 10); // steps to 1e−12
  expect(velocities[1]).toBeCloseTo(5, 10); // the same
});
