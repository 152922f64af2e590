import { expect, it } from "vitest";
import { valueScale } from "../../cells/value-scale.ts";

it("a logarithmic scale starts in its middle and moves by tenths, with `large` by two", () => {
  const scale = valueScale("log", [1, 10_000]);
  expect(scale.middle).toBe(100);
  expect(scale.nudged(100, 1, false)).toBe(110);
  expect(scale.nudged(110, -1, false)).toBe(100);
  expect(scale.nudged(100, 1, true)).toBe(200);
  expect(scale.nudged(1, -1, false)).toBe(1);
  expect(scale.nudged(9900, 1, true)).toBe(10_000);
  expect(scale.round(1234.5)).toBe(1230);
});

it("a linear scale moves by hundredths of its range, with `large` by tenths, free of binary noise", () => {
  const scale = valueScale("linear", [0, 4]);
  expect(scale.middle).toBe(2);
  expect(scale.nudged(2, 1, false)).toBe(2.04);
  expect(scale.nudged(2.04, -1, true)).toBe(1.64);
  expect(scale.nudged(0, -1, false)).toBe(0);
  expect(scale.round(0.3000001)).toBe(0.3);
});

it.each(["linear", "log"] as const)(
  "what is no value, as over the edge of a %s axis, is the low end",
  (type) => {
    const scale = valueScale(type, [2, 8]);
    expect(scale.round(NaN)).toBe(2);
    expect(scale.clamp(-5)).toBe(2);
    expect(scale.clamp(1e9)).toBe(8);
  },
);
