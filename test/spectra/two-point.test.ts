import { expect, it } from "vitest";
import { twoPointSpectrum } from "../../lib/spectra/two-point.ts";

it("twoPointSpectrum gives the odd one to the largest", () => {
  expect(Array.from(twoPointSpectrum(5, 4))).toEqual([0.25, 0.25, 1, 1, 1]);
  expect(Array.from(twoPointSpectrum(4, 10))).toEqual([0.1, 0.1, 1, 1]);
});
