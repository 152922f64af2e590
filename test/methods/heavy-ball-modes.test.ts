import { expect, it } from "vitest";
import { summarizeModes } from "../../lib/methods/heavy-ball-modes.ts";
import { polyak } from "../../lib/methods/settings.ts";

it("counts each mode once, by its regime", () => {
  // β = 1/4: creeping below 1/4, ringing to 9/4, overshooting to 5/2, diverging beyond.
  const summary = summarizeModes(Float64Array.of(0.1, 1, 2, 2.4, 2.6), 1, 0.25);
  expect(summary).toMatchObject({ creeping: 1, ringing: 2, overshooting: 1, diverging: 1, slowest: 4 });
});

it("modes that all ring share the modulus √β, and the flattest is named", () => {
  const summary = summarizeModes(Float64Array.of(0.5, 1, 2), 1, 0.64);
  expect(summary).toMatchObject({ ringing: 3, slowest: 0 });
  expect(summary.modulus).toBeCloseTo(0.8, 15); // √0.64, one rounding
});

it("at Polyak's setting both ends are critical and count as creeping", () => {
  const { stepSize, momentum } = polyak(0.25, 1);
  const summary = summarizeModes(Float64Array.of(0.25, 0.5, 1), stepSize, momentum);
  expect(summary).toMatchObject({ creeping: 2, ringing: 1 });
});

it("the teeth are step size times eigenvalue", () => {
  expect(summarizeModes(Float64Array.of(0.5, 2), 0.5, 0.5).teeth).toEqual(Float64Array.of(0.25, 1));
});
