import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { switchedMode, switchingGain, switchingThreshold } from "../../lib/flows/switched-mode.ts";

const out = new Float64Array(2);

// By an independent integration with events; three printed digits.
it.each([
  [10, 0.619],
  [20, 1.09],
  [50, 2.037],
  [100, 3.11],
])("the gain at κ = %d", (ratio, gain) => {
  expect(Math.abs(switchingGain(ratio) - gain)).toBeLessThan(5e-4); // half a unit of the last digit
});

it("the threshold, and that the gain is 1 there", () => {
  expect(switchingThreshold()).toBeCloseTo(17.847136379935, 11); // half a unit of the last digit
  expect(Math.abs(switchingGain(switchingThreshold()) - 1)).toBeLessThan(1e-15); // one rounding
  expect(switchingGain(1)).toBe(0);
});

it("turns by the gain, and is continuous where the kernel switches", () => {
  const [least, ratio] = [0.3, 7];
  const omega = Math.sqrt(ratio - 1);
  const [inward, period] = [(Math.PI - Math.atan(omega)) / omega, 1 + (Math.PI - Math.atan(omega)) / omega];
  const root = Math.sqrt(least);
  for (const turns of [1, 2, 5]) {
    const [x, v] = switchedMode((turns * period) / root + 1e-13, least, least * ratio, 2, out);
    expect(Math.abs(x! / (2 * (-switchingGain(ratio)) ** turns) - 1)).toBeLessThan(1e-12); // the time is off by 1e−13
    expect(Math.abs(v! / x!)).toBeLessThan(1e-11); // the same, times Λ
  }
  const [before] = switchedMode((inward - 1e-9) / root, least, least * ratio, 1, out);
  const [after] = switchedMode((inward + 1e-9) / root, least, least * ratio, 1, out);
  expect(Math.abs(before! - after!)).toBeLessThan(1e-8); // 2e-9 of the time
  expect(before! * after!).toBeLessThan(0);
});

it("with one kernel it is the critical mode", () => {
  expect([...switchedMode(3, 0.5, 0.5, 2, out)]).toEqual([
    ...dampedMode(3, 2 * Math.sqrt(0.5), 0.5, 2, 0, new Float64Array(2)),
  ]);
});

it.each([
  [-1, 1, 2, "time must be at least 0: -1"],
  [1, 0, 2, "least must be positive: 0"],
  [1, 2, 1, "largest must be at least 2: 1"],
])("refuses t = %d, μ = %d, Λ = %d", (time, least, largest, message) => {
  expect(() => switchedMode(time, least, largest, 1, out)).toThrow(new RangeError(message));
});
