import { expect, it } from "vitest";
import { withoutDecay } from "../../lib/methods/without-decay.ts";

it("a geometric sequence becomes ones, also where its power underflows", () => {
  const values = Float64Array.from({ length: 2000 }, (_, t) => 3 * 0.71 ** t);
  const quotients = withoutDecay(values, 0.71);
  expect(quotients.length).toBe(2000);
  // t · 1e−16 from the rounding of the power and of its logarithm, for t up to 2000; denormals are not reached.
  expect(Math.max(...quotients.map((quotient) => Math.abs(quotient - 1)))).toBeLessThan(1e-11);
});

it("ends where the values are zero or infinite", () => {
  expect(withoutDecay(Float64Array.of(1, 0.5, 0, 0.1), 0.5).length).toBe(2);
  expect(withoutDecay(Float64Array.of(1, 9, Infinity), 3).length).toBe(2);
});

it("needs a factor", () => {
  expect(() => withoutDecay(Float64Array.of(1), 0)).toThrow("factor must be positive: 0");
});
