import { expect, it } from "vitest";
import { spectralRadius } from "../../lib/methods/heavy-ball-mode.ts";
import { modulusCurve } from "../../lib/methods/modulus-curve.ts";

it("samples a radius at even steps of ln z, both ends included", () => {
  const curve = modulusCurve((z) => 1 - z, 0.01, 1, 2);
  // By hand: z = 1/100, 1/10, 1; the power costs a rounding.
  [0.01, 0.99, 0.1, 0.9, 1, 0].forEach((value, i) => expect(curve[i]).toBeCloseTo(value, 14));
});

it("heavy ball's curve is flat at √β between its critical points", () => {
  const curve = modulusCurve((z) => spectralRadius(z, 0.64), 0.05, 3.2, 20);
  // (1 − 0.8)² = 0.04 and (1 + 0.8)² = 3.24 lie outside; √0.64 has one rounding.
  for (let k = 1; k < curve.length; k += 2) expect(curve[k]).toBeCloseTo(0.8, 15);
});

it("has the bends within its range, in their order", () => {
  const curve = modulusCurve((z) => spectralRadius(z, 0.64), 0.01, 3, 7, [3.24, 0.04, 1, 0.001]);
  const places = [...curve].filter((_, i) => i % 2 === 0);
  expect(places).toHaveLength(8 + 2);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).toEqual(expect.arrayContaining([0.04, 1]));
});
