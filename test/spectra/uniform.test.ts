import { expect, it } from "vitest";
import { uniformSpectrum } from "../../lib/spectra/uniform.ts";

it("uniformSpectrum has equal gaps", () => {
  expect(Array.from(uniformSpectrum(4, 4))).toEqual([0.25, 0.5, 0.75, 1]); // exact in binary
});
