import { expect, it } from "vitest";
import { heavyBallLevel, heavyBallLevels } from "../../lib/methods/heavy-ball-level.ts";
import { spectralRadius } from "../../lib/methods/heavy-ball-mode.ts";

const moduli = [0.05, 0.3, 0.5, 0.81, 0.99, 1];

it("every point of a level has the modulus of the level", () => {
  for (const modulus of moduli) {
    const points = heavyBallLevel(modulus, 16);
    for (let k = 0; k < points.length; k += 2) {
      const radius = spectralRadius(points[k]!, points[k + 1]!);
      // At a double root the modulus is the root of a rounding error: √(1e−16) = 1e−8.
      expect(Math.abs(radius - modulus), `${points[k]}, ${points[k + 1]}`).toBeLessThan(3e-8);
    }
  }
});

it("the corners give κ on the floor and its square root in the wedge", () => {
  const rho = 0.9;
  const points = heavyBallLevel(rho, 8);
  const at = (i: number) => [points[2 * i]!, points[2 * i + 1]!];
  expect(at(0)[0]).toBeCloseTo(1 - rho, 15); // one rounding
  expect(at(8)[0]).toBeCloseTo((1 - rho) ** 2, 15);
  expect(at(16)[0]).toBeCloseTo((1 + rho) ** 2, 15);
  expect(at(24)[0]).toBeCloseTo(1 + rho, 15);
  expect([at(8)[1], at(16)[1]]).toEqual([rho * rho, rho * rho]);
});

it("a modulus that is none is refused", () => {
  expect(() => heavyBallLevel(0, 4)).toThrow("modulus must be in (0, 1]: 0");
  expect(() => heavyBallLevel(1.01, 4)).toThrow("modulus must be in (0, 1]: 1.01");
});

it("levels are evenly spaced, from the border of stability", () => {
  const levels = heavyBallLevels(4, 8);
  expect(levels.map(({ modulus }) => modulus)).toEqual([1, 0.75, 0.5, 0.25]);
  for (const { modulus, points } of levels) expect(points).toEqual(heavyBallLevel(modulus, 8));
});
