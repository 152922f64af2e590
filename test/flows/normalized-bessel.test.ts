import { describe, expect, it } from "vitest";
import { normalizedBessel, normalizedBesselSlope } from "../../lib/flows/normalized-bessel.ts";

const POINTS = [0, 1e-9, 0.3, 0.999, 1, 1.001, 3, 7.5, 20, 63, 200, 2000];

describe("closed forms at half-whole orders", () => {
  it.each(POINTS.slice(2))("u = %d", (u) => {
    // sin and cos of u are right to ε·u/2 at worst, since u itself is exact.
    expect(Math.abs(normalizedBessel(0.5, u) - Math.sin(u) / u)).toBeLessThan(1e-13);
    const third = (3 * (Math.sin(u) - u * Math.cos(u))) / u ** 3;
    expect(Math.abs(normalizedBessel(1.5, u) - third)).toBeLessThan(u < 0.5 ? 1e-13 : 1e-14); // the closed form cancels for small u
  });
});

it("J₀ and J₁ at 1, 10 and 50 (Abramowitz and Stegun, table 9.1; 15 digits)", () => {
  for (const [u, j0, j1] of [
    [1, 0.765197686557967, 0.440050585744934],
    [10, -0.245935764451348, 0.0434727461688614],
    [50, 0.0558123276692518, -0.0975118281251751],
  ] as const) {
    expect(Math.abs(normalizedBessel(0, u) - j0)).toBeLessThan(1e-15); // half a unit of the last digit
    expect(Math.abs((normalizedBessel(1, u) * u) / 2 - j1)).toBeLessThan(1e-15 * Math.max(1, u / 2)); // the same, times u/2
  }
});

it("follows the recursion between orders, 2ν/u·J_ν = J_{ν−1} + J_{ν+1}", () => {
  for (const order of [0.6, 1, 2.25, 5.5, 20])
    for (const u of POINTS) {
      const weight = (u * u) / (4 * order * (order + 1));
      const left = normalizedBessel(order - 1, u) - normalizedBessel(order, u);
      const right = -weight * normalizedBessel(order + 1, u);
      expect(Math.abs(left - right)).toBeLessThan(1e-15 * (1 + weight)); // three values, each right to 3e-16
    }
});

it("the slope is the derivative", () => {
  for (const order of [0, 1, 2.75])
    for (const u of [0.5, 2, 9]) {
      const step = 1e-5;
      const difference = (normalizedBessel(order, u + step) - normalizedBessel(order, u - step)) / (2 * step);
      expect(Math.abs(difference - normalizedBesselSlope(order, u))).toBeLessThan(1e-9); // h²/6 = 2e-11, and ε/h = 2e-11
    }
});

it("is continuous where the series gives way to the recursion", () => {
  for (const order of [-0.4, 0, 3, 41])
    expect(Math.abs(normalizedBessel(order, 1 - 1e-12) - normalizedBessel(order, 1))).toBeLessThan(2e-12); // |g′| ≤ 1
});

it.each([
  [-0.5, 1, "order must be above -1/2: -0.5"],
  [NaN, 1, "order must be above -1/2: NaN"],
  [1, -1, "u must be finite and at least 0: -1"],
  [1, Infinity, "u must be finite and at least 0: Infinity"],
])("refuses ν = %d, u = %d", (order, u, message) => {
  expect(() => normalizedBessel(order, u)).toThrow(new RangeError(message));
});
