import { expect, it } from "vitest";
import { chebyshevSteps } from "../../lib/methods/chebyshev.ts";
import { modeError } from "../../lib/methods/heavy-ball-mode.ts";
import {
  gradientDescentRecursion,
  heavyBallRecursion,
  nesterovRecursion,
  type ModeRecursion,
} from "../../lib/methods/mode-recursion.ts";
import {
  gradientDescentBest,
  gradientDescentPlain,
  heavyBallPlain,
  nesterovTextbook,
  nesterovTuned,
  polyak,
  theorem12,
  type Setting,
} from "../../lib/methods/settings.ts";
import { gradientDescentSteps, worstCaseSteps } from "../../lib/methods/worst-case-steps.ts";

type SettingOf = (smallest: number, largest: number) => Setting;

const at = (recursion: ModeRecursion, setting: SettingOf, kappa: number, tolerance: number): number | null =>
  worstCaseSteps(recursion, setting(1 / kappa, 1), kappa, tolerance);

it.each([
  // First a count made elsewhere, later by one where there is momentum, as if w₋₁ were a step; then ours. κ = 100, 1e−6.
  ["gradient descent", gradientDescentRecursion, gradientDescentBest, 691, 691],
  ["heavy ball, Theorem 12", heavyBallRecursion, theorem12, 273, 272],
  ["heavy ball, β = (1 − 1/√κ)²", heavyBallRecursion, heavyBallPlain, 159, 158],
  ["Nesterov, textbook", nesterovRecursion, nesterovTextbook, 159, 158],
  ["Polyak", heavyBallRecursion, polyak, 96, 95],
] as const)("%s at κ = 100", (_, recursion, setting, listed, expected) => {
  const steps = at(recursion, setting, 100, 1e-6)!;
  expect(steps).toBe(expected);
  expect(Math.abs(steps - listed)).toBeLessThanOrEqual(1);
});

it("in the order of the methods: Chebyshev 73, Polyak, Nesterov tuned, the others", () => {
  const tuned = at(nesterovRecursion, nesterovTuned, 100, 1e-6)!;
  expect(chebyshevSteps(100, 1e-6)).toBe(73);
  expect(tuned).toBeGreaterThan(at(heavyBallRecursion, polyak, 100, 1e-6)!);
  expect(tuned).toBeLessThan(at(nesterovRecursion, nesterovTextbook, 100, 1e-6)!);
});

it.each([
  // At a double root r a mode from rest is (1 + (1 − r)t)rᵗ: r = 1 − 1/√κ at μ, and at Polyak's setting −ρ at α.
  [heavyBallPlain, 0.9],
  [polyak, -9 / 11],
] as const)("the count is that of the critical mode, in closed form", (setting, root) => {
  const error = (t: number): number => (1 + (1 - root) * t) * Math.abs(root) ** t;
  const steps = at(heavyBallRecursion, setting, 100, 1e-6)!;
  expect(error(steps)).toBeLessThan(1e-6);
  expect(error(steps - 1)).toBeGreaterThan(1e-6);
});

it.each([2, 30, 100, 3000])("is where the closed form of every mode is small, κ = %d", (kappa) => {
  // An independent grid, evenly spaced, and the closed form of each mode; after that step none comes back.
  const { stepSize, momentum } = theorem12(1 / kappa, 1);
  const steps = at(heavyBallRecursion, theorem12, kappa, 1e-3)!;
  const worst = (t: number): number => {
    let largest = 0;
    for (let i = 0; i <= 2000; i++) {
      const z = stepSize * (1 / kappa + ((1 - 1 / kappa) * i) / 2000);
      largest = Math.max(largest, Math.abs(modeError(t, z, momentum, 1, 1)));
    }
    return largest;
  };
  expect(worst(steps - 1)).toBeGreaterThan(1e-3);
  for (let t = steps; t < steps + 40; t++) expect(worst(t)).toBeLessThanOrEqual(1e-3);
});

it("coarse and fine grids agree, and the leap is exact", () => {
  for (const [recursion, setting] of [
    [heavyBallRecursion, polyak],
    [nesterovRecursion, nesterovTuned],
    [gradientDescentRecursion, gradientDescentPlain],
  ] as const) {
    const [kappa, settings] = [400, setting(1 / 400, 1)];
    const alone = worstCaseSteps(recursion, settings, kappa, 1e-5, { gridSize: 2 }); // both ends only
    const fine = worstCaseSteps(recursion, settings, kappa, 1e-5);
    expect(fine).toBe(worstCaseSteps(recursion, settings, kappa, 1e-5, { gridSize: 401 }));
    expect(fine).toBeGreaterThanOrEqual(alone!);
  }
});

it.each([1.5, 100, 5000])("gradientDescentSteps is the closed form, κ = %d", (kappa) => {
  for (const setting of [gradientDescentBest, gradientDescentPlain]) {
    const { stepSize } = setting(1 / kappa, 1);
    expect(gradientDescentSteps(stepSize, kappa, 1e-4)).toBe(
      at(gradientDescentRecursion, setting, kappa, 1e-4),
    );
  }
});

it("one mode, no convergence, and a cap", () => {
  expect(at(heavyBallRecursion, heavyBallPlain, 1, 1e-9)).toBe(1);
  expect(gradientDescentSteps(1, 1, 1e-9)).toBe(1);
  expect(gradientDescentSteps(2, 10, 0.1)).toBeNull();
  expect(worstCaseSteps(heavyBallRecursion, { stepSize: 5, momentum: 0.5 }, 10, 0.1)).toBeNull();
  const setting = theorem12(0.01, 1);
  expect(worstCaseSteps(heavyBallRecursion, setting, 100, 1e-6, { cap: 271 })).toBeNull();
  expect(worstCaseSteps(heavyBallRecursion, setting, 100, 1e-6, { cap: 272 })).toBe(272);
});

it("refuses what cannot be counted", () => {
  const setting = theorem12(0.01, 1);
  expect(() => worstCaseSteps(heavyBallRecursion, setting, 100, 1)).toThrow(
    RangeError("tolerance must be in (0, 1): 1"),
  );
  expect(() => worstCaseSteps(heavyBallRecursion, setting, 0.1, 0.1)).toThrow(
    RangeError("conditionNumber must be finite and at least 1: 0.1"),
  );
  expect(() => worstCaseSteps(heavyBallRecursion, setting, 100, 0.1, { gridSize: 1 })).toThrow(
    RangeError("gridSize must be a whole number of at least 2: 1"),
  );
  expect(() => gradientDescentSteps(0, 100, 0.1)).toThrow(
    RangeError("stepSize must be positive and finite: 0"),
  );
});
