import { expect, it } from "vitest";
import { equalRadius, heavyBallLimit, nesterovLimit } from "../../lib/methods/equal-radius.ts";
import { spectralRadius as heavyBallRadius } from "../../lib/methods/heavy-ball-mode.ts";
import { spectralRadius as nesterovRadius } from "../../lib/methods/nesterov-mode.ts";

/** Where the difference of the radii changes its sign, by bisection between two places. */
function crossing(momentum: number, low: number, high: number): number {
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (heavyBallRadius(middle, momentum) < nesterovRadius(middle, momentum)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

it.each([0.3, 0.5, 0.81, 0.9, 0.97, 0.99, 0.999])("is where the radii cross, β = %d", (momentum) => {
  const root = Math.sqrt(momentum);
  const e = equalRadius(momentum);
  // Between the border of ringing of heavy ball, where it is ahead, and that of Nesterov, where it is not. The radii are right to 1e-16, and their
  // difference has a slope of at least 1 there.
  const found = crossing(momentum, (1 - root) ** 2, ((1 - momentum) / (1 + momentum)) ** 2);
  expect(Math.abs(found - e)).toBeLessThan(1e-15 + 1e-11 * e);
  for (const share of [0.999, 0.5, 0.1])
    expect(heavyBallRadius(share * e, momentum)).toBeLessThan(nesterovRadius(share * e, momentum));
  for (const share of [1.001, 2]) {
    const z = Math.min(1, share * e);
    expect(nesterovRadius(z, momentum)).toBeLessThan(heavyBallRadius(z, momentum));
  }
});

it("is 2.768e-3 at β = 0.9, from the roots by hand", () => {
  expect(equalRadius(0.9)).toBeCloseTo(2.768e-3, 6); // four printed digits
  expect(equalRadius(0.25)).toBeCloseTo(1 / 3, 15); // r = ½: ¼ / ¾
  expect([equalRadius(0), equalRadius(1)]).toEqual([1, 0]);
});

it("beyond its limit a mode of each method grows, and not before", () => {
  for (const momentum of [0, 0.4, 0.9, 0.99]) {
    const [ball, nesterov] = [heavyBallLimit(momentum), nesterovLimit(momentum)];
    expect(heavyBallRadius(ball * 1.001, momentum)).toBeGreaterThan(1);
    expect(heavyBallRadius(ball * 0.999, momentum)).toBeLessThan(1);
    expect(nesterovRadius(nesterov * 1.001, momentum)).toBeGreaterThan(1);
    expect(nesterovRadius(nesterov * 0.999, momentum)).toBeLessThan(1);
  }
});

it("refuses a momentum outside [0, 1]", () => {
  for (const f of [equalRadius, heavyBallLimit, nesterovLimit])
    expect(() => f(1.2)).toThrow(new RangeError("momentum must be in [0, 1]: 1.2"));
});
