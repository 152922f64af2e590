import { expect, it } from "vitest";
import {
  nesterovDip,
  nesterovEnergy,
  nesterovEnergyPeak,
  nesterovPeak,
} from "../../lib/flows/nesterov-peak.ts";
import { normalizedBessel } from "../../lib/flows/normalized-bessel.ts";

// 40 digits (mpmath), printed to 14 or less: d, then S_d and K_d with their places, where those were printed.
it.each([
  [3, 2.7227039146947, 2.16587127149, 1.3542685569131, 1.84118378134],
  [4, 10.171704506264, NaN, 2.912215455183, NaN],
  [5, 48.265886633028, NaN, 7.3596146334678, NaN],
  [6, 277.63095691324, 3.87023858022, 21.177273584647, 3.34209365737],
  [7, 1876.1438198915, 4.42405342044, 67.928851065556, 3.83409507909],
  [9, 127662.48275257, NaN, 914.30625728485, NaN],
])("d = %d: t^d and t^(2d/3)", (damping, sharp, sharpAt, slow, slowAt) => {
  const [steep, flat] = [nesterovPeak(damping, damping), nesterovPeak((2 * damping) / 3, damping)];
  expect(Math.abs(steep.value / sharp - 1)).toBeLessThan(5e-14); // half a unit of the last digit
  expect(Math.abs(flat.value / slow - 1)).toBeLessThan(3e-13); // the same
  // Flat near its top: the place is known to half the digits of the slope.
  if (sharpAt > 0) expect(Math.abs(steep.at - sharpAt)).toBeLessThan(1e-10);
  if (slowAt > 0) expect(Math.abs(flat.at - slowAt)).toBeLessThan(1e-10);
});

/** The greatest value of a function at 0.05, 0.1, …, up to `end`. */
function greatest(f: (u: number) => number, end: number): number {
  let most = -Infinity;
  for (let u = 0.05; u < end; u += 0.05) most = Math.max(most, f(u));
  return most;
}

it("nothing later is higher", () => {
  for (const damping of [2.1, 6.5, 12])
    for (const power of [0.5, damping]) {
      const { at, value } = nesterovPeak(power, damping);
      const later = greatest((u) => u ** power * normalizedBessel((damping - 1) / 2, u) ** 2, 80);
      expect(later).toBeLessThanOrEqual(value * (1 + 1e-12)); // rounding
      expect(at).toBeLessThan(damping);
    }
});

it("the energy of (B.1) at d = 7, α = 14/3 and d = 9, α = 6 (independent integration, four digits)", () => {
  const [first, second] = [nesterovEnergyPeak(14 / 3, 7), nesterovEnergyPeak(6, 9)];
  expect(first.value / 2).toBeCloseTo(57.81, 2); // half a unit of the last digit
  expect(first.at).toBeCloseTo(3.003, 3); // the same
  expect(second.value / 2).toBeCloseTo(751.0, 1); // the same
  expect(second.at).toBeCloseTo(4.04, 2); // the same
});

it("the energy's first maximum is its greatest, and for α = 2 it is the start", () => {
  for (const damping of [3, 6.5, 14])
    for (const power of [2, (2 * damping) / 3, 0.9 * damping]) {
      const { value } = nesterovEnergyPeak(power, damping);
      const later = greatest((u) => nesterovEnergy(power, damping, u), 60);
      expect(later).toBeLessThanOrEqual(value * (1 + 1e-11)); // rounding
    }
});

// mpmath, test/oracles/bu-2021.py: the first minimum of g and its place, a zero of the next Bessel function.
it.each([
  [1, -0.402759395702552972096, 3.83170597020751231561],
  [2, -0.217233628211221657408, 4.4934094579090641753],
  [3.5, -0.106067649698590580188, 5.45110395096357466331],
  [9, -0.0159211363098076719176, 8.77148381595995401912],
])("d = %d: the least value of the mode", (damping, value, at) => {
  const dip = nesterovDip(damping);
  expect(Math.abs(dip.value - value)).toBeLessThan(1e-15); // as right as the function itself
  expect(Math.abs(dip.at - at)).toBeLessThan(1e-13); // where its slope is 0 the function has an error of 1e−16
  expect(greatest((u) => -normalizedBessel((damping - 1) / 2, u), 80)).toBeLessThanOrEqual(-value);
});

it.each([
  [() => nesterovDip(0), "damping must be in (0, 200]: 0"],
  [() => nesterovPeak(1, 2), "damping must be in (2, 200]: 2"],
  [() => nesterovPeak(4, 3), "power must be in (0, 3]: 4"],
  [() => nesterovEnergyPeak(3, NaN), "damping must be in (2, 200]: NaN"],
  [() => nesterovEnergyPeak(3, 3), "power must be in [2, 3): 3"],
])("refuses what has no maximum", (run, message) => {
  expect(run).toThrow(new RangeError(message));
});
