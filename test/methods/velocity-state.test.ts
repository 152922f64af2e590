import { expect, it } from "vitest";
import { sharpConstant } from "../../lib/methods/heavy-ball-constant.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { run } from "../../lib/methods/method.ts";
import { theorem12 } from "../../lib/methods/settings.ts";
import {
  weightedConstant,
  weightedModeConstant,
  weightedNorm,
  weightedPowerNorm,
} from "../../lib/methods/velocity-state.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

/** ‖DAᵏD⁻¹‖₂/(√β)ᵏ for k = 0 … steps, from the definitions: A multiplied out, D and D⁻¹ written down. */
function byMultiplication(steps: number, z: number, momentum: number): number[] {
  const [root, size] = [Math.sqrt(z), Math.sqrt(momentum)];
  const trace = 1 + momentum - z;
  let [a, b, c, d] = [1, 0, 0, 1];
  return Array.from({ length: steps + 1 }, () => {
    // D = [[1, 0], [1, −1]/√z], D⁻¹ = [[1, 0], [1, −√z]].
    const [p, q] = [a + b, -root * b];
    const [r, s] = [(a - c + b - d) / root, d - b];
    const total = p * p + q * q + r * r + s * s;
    const norm = Math.sqrt((total + Math.sqrt(Math.max(0, total * total - 4 * (p * s - q * r) ** 2))) / 2);
    [a, b, c, d] = [(trace * a - momentum * c) / size, (trace * b - momentum * d) / size, a / size, b / size];
    return norm;
  });
}

it.each([
  [1, 0.25],
  [0.01, 0.9025],
  [1, 0.9025],
  [0.3, 0.5],
  [2.5, 0.5],
  [0.01, 0.81], // critical
  [0.02, 0.5], // creeping
  [3.3, 0.5], // diverging
  [0.5, 1],
])("weightedPowerNorm(k, %d, %d) is ‖DAᵏD⁻¹‖₂/(√β)ᵏ", (z, momentum) => {
  byMultiplication(60, z, momentum).forEach((norm, k) => {
    // Rounding of 60 products, magnified by 1/√z in D; at k·φ near a multiple of π the norm is 1 and a root of a difference, 1e−8.
    expect(Math.abs(weightedPowerNorm(k, z, momentum) / norm - 1), `k ${k}`).toBeLessThan(2e-7);
  });
});

it("the limits z = 0, β = 0 and k = 0", () => {
  expect(weightedPowerNorm(0, 0.3, 0)).toBe(1);
  expect(weightedPowerNorm(1, 0.3, 0)).toBe(Infinity);
  expect(weightedPowerNorm(4, 0, 0.25)).toBeCloseTo(16, 12); // B = diag(1, β)
});

it.each([
  [1, 0.25],
  [0.01, 0.9025],
  [1, 0.9025],
  [1.7, 0.6],
])("weightedModeConstant(%d, %d) is the supremum over k", (z, momentum) => {
  const constant = weightedModeConstant(z, momentum);
  let largest = 0;
  for (let k = 0; k <= 20_000; k++) largest = Math.max(largest, weightedPowerNorm(k, z, momentum));
  expect(largest).toBeLessThanOrEqual(constant * (1 + 1e-12)); // rounding
  expect(largest / constant).toBeGreaterThan(1 - 1e-6); // the angles of 20 000 steps are that dense
  expect(constant + 1 / constant).toBeCloseTo(
    2 * (1 + momentum) * Math.sqrt(z / (4 * momentum - (1 + momentum - z) ** 2)),
    12, // the expanded h loses some digits
  );
});

it("is C₀# at z = 1, and 1/√β at z = 1 − β", () => {
  expect(weightedModeConstant(1, 0.25)).toBeCloseTo(sharpConstant(0.25, 1, 1, 1), 14);
  expect(weightedModeConstant(0.0975, 0.9025)).toBeCloseTo(1 / 0.95, 14);
  expect(weightedModeConstant(0.25, 0.25)).toBeNaN();
});

it.each([
  // The slowest mode alone has 1.65 and 1.72; the fastest one, a little more, decides.
  [100, 1.65, 1.6808],
  [1e4, 1.72, 1.7263],
])("at Theorem 12's setting the constant has no √κ: κ = %d", (kappa, slowest, expected) => {
  const { stepSize, momentum } = theorem12(1 / kappa, 1);
  expect(weightedModeConstant(stepSize / kappa, momentum)).toBeCloseTo(slowest, 2);
  expect(weightedConstant(momentum, stepSize, 1 / kappa, 1)).toBeCloseTo(expected, 4);
  expect(sharpConstant(momentum, stepSize, 1 / kappa, 1)).toBeGreaterThan(2.2 * Math.sqrt(kappa));
});

it("at Theorem 12's setting it is between the golden ratio and 2.11 and tends to √3", () => {
  const at = (kappa: number): number => {
    const { stepSize, momentum } = theorem12(1 / kappa, 1);
    return weightedConstant(momentum, stepSize, 1 / kappa, 1);
  };
  const constants = Array.from({ length: 600 }, (_, i) => at(10 ** (i / 50)));
  expect(Math.min(...constants)).toBeGreaterThanOrEqual((1 + Math.sqrt(5)) / 2 - 1e-12);
  expect(Math.max(...constants)).toBe(at(1));
  // √β = √(2/3) makes the mode z = 1 least: s + 1/s = √5.
  expect(at(1 / (4 * (1 - Math.sqrt(2 / 3)) ** 2))).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12);
  expect(at(1e16)).toBeCloseTo(Math.sqrt(3), 7); // first order in 1/√κ = 1e−8
});

it("no mode inside [μ, α] is worse than both ends", () => {
  const random = seededRandom(12);
  for (let trial = 0; trial < 200; trial++) {
    const momentum = random();
    const [low, high] = [(1 - Math.sqrt(momentum)) ** 2, (1 + Math.sqrt(momentum)) ** 2];
    const [one, other] = [low + (high - low) * random(), low + (high - low) * random()];
    const [smallest, largest] = [Math.min(one, other), Math.max(one, other)];
    const constant = weightedConstant(momentum, 1, smallest, largest);
    for (let i = 0; i <= 20; i++)
      expect(weightedModeConstant(smallest + ((largest - smallest) * i) / 20, momentum)).toBeLessThanOrEqual(
        constant * (1 + 1e-9), // rounding of z, magnified near the borders
      );
  }
});

it("bounds every run, from any start", () => {
  const random = seededRandom(30);
  const eigenvalues = Float64Array.from({ length: 30 }, (_, i) => 0.01 * 100 ** (i / 29));
  const setting = theorem12(0.01, 1);
  const constant = weightedConstant(setting.momentum, setting.stepSize, 0.01, 1);
  for (let trial = 0; trial < 20; trial++) {
    const [start, previous] = [
      fillNormal(random, new Float64Array(30)),
      fillNormal(random, new Float64Array(30)),
    ];
    const first = weightedNorm(eigenvalues, setting.stepSize, start, previous);
    run(heavyBall, quadratic(eigenvalues), { ...setting, start, previous, steps: 200 }, (t, w, before) => {
      const now = weightedNorm(eigenvalues, setting.stepSize, w, before);
      expect(now).toBeLessThanOrEqual(constant * 0.95 ** t * first * (1 + 1e-12)); // √β = 0.95; rounding
    });
  }
});

it("weightedNorm by hand", () => {
  const norm = weightedNorm(Float64Array.of(1, 4), 0.25, Float64Array.of(1, 2), Float64Array.of(0, 0));
  expect(norm).toBe(Math.sqrt(1 + 1 / 0.25 + 4 + 4));
});
