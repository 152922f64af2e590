import { expect, it } from "vitest";
import { bestMomentumCurve } from "../../lib/methods/best-momentum-curve.ts";
import { spectralRadius } from "../../lib/methods/heavy-ball-mode.ts";
import { polyak } from "../../lib/methods/settings.ts";

const curve = bestMomentumCurve(100, 40);
const slowest = (z: number, momentum: number) =>
  Math.max(spectralRadius(z / 100, momentum), spectralRadius(z, momentum));

it("runs from (0, 1) to (4, 1) with its minimum at Polyak's setting", () => {
  expect([curve[0], curve[1]]).toEqual([0, 1]);
  expect([curve.at(-2), curve.at(-1)]).toEqual([4, 1]);
  const { stepSize, momentum } = polyak(0.01, 1);
  const least = curve.filter((_, i) => i % 2 === 1).reduce((a, b) => Math.min(a, b));
  expect(least).toBeCloseTo(momentum, 14); // two ways to the same number, a few roundings
  expect(curve[curve.indexOf(least) - 1]).toBeCloseTo(stepSize, 14);
});

it("no other momentum makes the slowest mode faster", () => {
  for (let k = 2; k < curve.length; k += 2) {
    const [z, best] = [curve[k]!, curve[k + 1]!];
    for (const other of [0.9 * best, 0.99 * best, best + 0.01 * (1 - best), best + 0.1 * (1 - best)]) {
      // 1e−7: at the best β the slowest root is double, and rounding moves it by √(1e−16).
      expect(slowest(z, best)).toBeLessThanOrEqual(slowest(z, other) + 1e-7);
    }
  }
});
