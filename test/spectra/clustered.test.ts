import { expect, it } from "vitest";
import { clusteredSpectrum } from "../../lib/spectra/clustered.ts";

it("clusteredSpectrum has three clusters of equal size around 1/κ, 1/√κ and 1", () => {
  const logs = Array.from(clusteredSpectrum(12, 1e4), (x) => Math.log10(x));
  const within = (from: number, to: number): number =>
    logs.filter((x) => x >= from - 1e-12 && x <= to + 1e-12).length; // rounding of the logarithm
  expect([within(-4, -3.84), within(-2.08, -1.92), within(-0.16, 0)]).toEqual([4, 4, 4]);
});

it("clusteredSpectrum fills the lower clusters first", () => {
  const count = (n: number): number[] => {
    const logs = Array.from(clusteredSpectrum(n, 1e4), (x) => Math.round(Math.log10(x) / 2));
    return [-2, -1, 0].map((centre) => logs.filter((x) => x === centre).length);
  };
  expect(count(4)).toEqual([2, 1, 1]);
  expect(count(5)).toEqual([2, 2, 1]);
  expect(count(2)).toEqual([1, 0, 1]);
});
