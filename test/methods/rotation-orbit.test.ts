import { expect, it } from "vitest";
import { trajectoryOfPairs } from "../../lib/methods/rotation-orbit.ts";

it("the turned orbit stays on circles that shrink by √β", () => {
  const { turned, circle } = trajectoryOfPairs(0.02, 0.9, 40);
  const radius = (t: number) => Math.hypot(turned[2 * t]!, turned[2 * t + 1]!);
  for (let t = 1; t <= 40; t++) expect(radius(t) / radius(t - 1)).toBeCloseTo(Math.sqrt(0.9), 11); // t roundings
  const ring = circle(7);
  expect(Math.hypot(ring[10]!, ring[11]!)).toBeCloseTo(radius(7), 14); // one sine, one cosine
});

it("pairs follow the recursion", () => {
  const { pairs } = trajectoryOfPairs(0.5, 0.25, 5);
  for (let t = 1; t <= 5; t++) {
    expect(pairs[2 * t + 1]).toBe(pairs[2 * t - 2]);
    expect(pairs[2 * t]).toBe(0.75 * pairs[2 * t - 2]! - 0.25 * pairs[2 * t - 1]!);
  }
});
