import { describe, expect, it } from "vitest";
import { restBound } from "../../lib/advice/rest-bound.ts";
import { modeError } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBallPlain, polyak, theorem12, type Setting } from "../../lib/methods/settings.ts";

/** max |x_t|/(√β)ᵗ over modes in [1/κ, 1] and steps, by the closed form of a mode. */
function reach({ stepSize, momentum }: Setting, kappa: number, steps: number, ends = false): Float64Array {
  const count = ends ? 2 : 401;
  return Float64Array.from({ length: steps + 1 }, (_, t) =>
    Math.max(
      ...Array.from({ length: count }, (_, i) => {
        const eigenvalue = 1 / kappa + (1 - 1 / kappa) * Math.sin((Math.PI * i) / (2 * (count - 1))) ** 2;
        return Math.abs(modeError(t, stepSize * eigenvalue, momentum, 1, 1)) / Math.sqrt(momentum) ** t;
      }),
    ),
  );
}

describe.each([1.5, 4, 100, 1e4])("at κ = %s", (kappa) => {
  it("no mode from rest passes the bound of Theorem 12's setting, and an end comes near it", () => {
    const setting = theorem12(1 / kappa, 1);
    const { constant, slope } = restBound(setting, 1 / kappa, 1)!;
    expect(slope).toBe(0);
    const most = Math.max(...reach(setting, kappa, Math.ceil(40 * Math.sqrt(kappa))));
    expect(most).toBeLessThanOrEqual(constant * (1 + 1e-9)); // the closed form after so many steps
    expect(most).toBeGreaterThan(0.97 * constant); // the phase of the worst mode is nearly reached within 40√κ steps
  });

  it("at Polyak's setting the bound is 1 + (1 + ρ)t, and attained at α", () => {
    const setting = polyak(1 / kappa, 1);
    const { constant, slope } = restBound(setting, 1 / kappa, 1)!;
    const rho = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
    expect(constant).toBe(1);
    expect(slope).toBeCloseTo(1 + rho, 7); // the root of a rounded β
    reach(setting, kappa, 60, true).forEach((value, t) => {
      // At a double root a rounding ε of z moves x_t by εt²/z.
      expect(Math.abs(value / (1 + slope * t) - 1)).toBeLessThan(1e-7);
    });
  });
});

it("where β = (1 − 1/√κ)² only the slow end is critical, and the bound has its slope", () => {
  const { slope } = restBound(heavyBallPlain(0.01, 1), 0.01, 1)!;
  // |1 − β − z|/(2√β) at z = 1 is β/(2√β) = 0.45, more than 1 − √β = 0.1 at the critical end.
  expect(slope).toBeCloseTo(0.45, 9);
});

it("there is none where a mode creeps, without momentum, and beyond 1", () => {
  expect(restBound({ stepSize: 1, momentum: 0.2 }, 0.01, 1)).toBeNull();
  expect(restBound({ stepSize: 1, momentum: 0 }, 1, 1)).toBeNull();
  expect(restBound({ stepSize: 1, momentum: 1.1 }, 1, 1)).toBeNull();
});
