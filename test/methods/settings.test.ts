import { describe, expect, it } from "vitest";
import * as gradientDescentMode from "../../lib/methods/gradient-descent-mode.ts";
import * as heavyBallMode from "../../lib/methods/heavy-ball-mode.ts";
import * as nesterovMode from "../../lib/methods/nesterov-mode.ts";
import {
  bestMomentum,
  earlierExperiment,
  gradientDescentBest,
  gradientDescentPlain,
  heavyBallPlain,
  nesterovTextbook,
  nesterovTuned,
  polyak,
  theorem12,
  type Setting,
} from "../../lib/methods/settings.ts";

const settings = {
  gradientDescentBest,
  gradientDescentPlain,
  heavyBallPlain,
  nesterovTextbook,
  nesterovTuned,
  polyak,
  theorem12,
};

/** The slowest factor over both ends of the spectrum. */
function slowest(
  mode: { spectralRadius(z: number, momentum: number): number },
  ends: [number, number],
  at: Setting,
): number {
  return Math.max(...ends.map((end) => mode.spectralRadius(at.stepSize * end, at.momentum)));
}

it.each([1, 2, 9, 100, 1e6])("settings reach their factor at κ = %d", (kappa) => {
  const [ends, root] = [[3, 3 * kappa] as [number, number], Math.sqrt(kappa)];
  const [low, high] = ends;
  const factor = (mode: Parameters<typeof slowest>[0], at: Setting): number => slowest(mode, ends, at);
  // A few roundings; where roots coincide (Polyak, Nesterov) a rounding ε moves them by √ε.
  expect(factor(gradientDescentMode, gradientDescentBest(low, high))).toBeCloseTo(
    (kappa - 1) / (kappa + 1),
    14,
  );
  expect(factor(gradientDescentMode, gradientDescentPlain(low, high))).toBeCloseTo(1 - 1 / kappa, 14);
  expect(factor(heavyBallMode, polyak(low, high))).toBeCloseTo((root - 1) / (root + 1), 7);
  expect(factor(heavyBallMode, heavyBallPlain(low, high))).toBeCloseTo(1 - 1 / root, 7);
  expect(factor(nesterovMode, nesterovTuned(low, high))).toBeCloseTo(1 - 2 / Math.sqrt(3 * kappa + 1), 7);
  expect(factor(heavyBallMode, theorem12(low, high))).toBeCloseTo(1 - 1 / (2 * root), 14);
  expect(factor(nesterovMode, nesterovTextbook(low, high))).toBeCloseTo(1 - 1 / root, 7);
});

it("settings at κ = 4 by hand", () => {
  expect(gradientDescentBest(1, 4)).toEqual({ stepSize: 0.4, momentum: 0 });
  expect(gradientDescentPlain(1, 4)).toEqual({ stepSize: 0.25, momentum: 0 });
  expect(polyak(1, 4).stepSize).toBeCloseTo(4 / 9, 15);
  expect(polyak(1, 4).momentum).toBeCloseTo(1 / 9, 15);
  expect(theorem12(1, 4)).toEqual({ stepSize: 0.25, momentum: 0.5625 });
  // √(ημ) = √(0.025 · 0.1) = 0.05.
  expect(earlierExperiment(0.1, 4).stepSize).toBeCloseTo(0.025, 16);
  expect(earlierExperiment(0.1, 4).momentum).toBeCloseTo(0.9025, 15);
  expect(nesterovTextbook(1, 4).momentum).toBeCloseTo(1 / 3, 15);
  expect(heavyBallPlain(1, 4)).toEqual({ stepSize: 0.25, momentum: 0.25 });
});

it("nesterovTuned at κ = 5 by hand, and no setting near it is faster", () => {
  expect(nesterovTuned(1, 5)).toEqual({ stepSize: 0.25, momentum: 1 / 3 }); // √16 = 4
  for (const kappa of [2, 5, 100]) {
    const { stepSize, momentum } = nesterovTuned(1, kappa);
    for (const [step, turn] of [
      [1.02, 1],
      [0.98, 1],
      [1, 1.02],
      [1, 0.98],
      [1.01, 1.01],
      [0.99, 1.01],
      [1.01, 0.99],
      [0.99, 0.99],
    ] as const) {
      const near = { stepSize: stepSize * step, momentum: momentum * turn };
      expect(slowest(nesterovMode, [1, kappa], near)).toBeGreaterThan(1 - 2 / Math.sqrt(3 * kappa + 1));
    }
  }
});

it("heavyBallPlain is the best momentum at η = 1/α", () => {
  for (const kappa of [1, 7, 1e5])
    expect(heavyBallPlain(2, 2 * kappa).momentum).toBeCloseTo(
      bestMomentum(1 / (2 * kappa), 2, 2 * kappa),
      14,
    ); // a rounding
});

for (const [name, setting] of Object.entries(settings))
  it(`${name} scales with the spectrum and refuses what has no κ`, () => {
    const [plain, scaled] = [setting(1, 16), setting(1024, 16 * 1024)]; // powers of 4: exact
    expect(scaled).toEqual({ stepSize: plain.stepSize / 1024, momentum: plain.momentum });
    expect(() => setting(0, 1)).toThrow(RangeError("smallest must be positive: 0"));
    expect(() => setting(NaN, 1)).toThrow(RangeError("smallest must be positive: NaN"));
    expect(() => setting(2, 1)).toThrow(RangeError("largest must be finite and at least smallest: 1"));
    expect(() => setting(1, Infinity)).toThrow(
      RangeError("largest must be finite and at least smallest: Infinity"),
    );
  });

describe("bestMomentum", () => {
  it("is the square of the larger distance of √(ηλ) from 1", () => {
    expect(bestMomentum(1, 0.01, 1)).toBeCloseTo(0.81, 15);
    expect(bestMomentum(1, 1, 2.25)).toBe(0.25);
    expect(bestMomentum(1, 1, 1)).toBe(0);
    expect(bestMomentum(1, 1, 5)).toBe(1); // (√5 − 1)² > 1
  });

  it("is not beaten by any other momentum", () => {
    for (const [eta, low, high] of [
      [1, 0.01, 1],
      [0.4, 0.1, 4],
      [1.5, 0.5, 2.5],
      [0.02, 1, 100],
    ] as const) {
      const at = (momentum: number): number =>
        slowest(heavyBallMode, [low, high], { stepSize: eta, momentum });
      const best = bestMomentum(eta, low, high);
      for (let i = 0; i <= 1000; i++) expect(at(i / 1000)).toBeGreaterThanOrEqual(at(best) - 1e-7); // √ε at the double root
    }
  });

  it("is Polyak's momentum at Polyak's step size", () => {
    const { stepSize, momentum } = polyak(1, 100);
    expect(bestMomentum(stepSize, 1, 100)).toBeCloseTo(momentum, 14);
  });

  it("refuses a step size that is none", () => {
    expect(() => bestMomentum(0, 1, 2)).toThrow(RangeError("stepSize must be positive and finite: 0"));
    expect(() => bestMomentum(1, 0, 2)).toThrow(RangeError("smallest must be positive: 0"));
  });
});
