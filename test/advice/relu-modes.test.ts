import { expect, it } from "vitest";
import { reluModes } from "../../lib/advice/relu-modes.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";

it("two points at right angles: eigenvalues ½ and ½, and the labels along them", () => {
  const { eigenvalues, start } = reluModes(Float64Array.of(1, 0, 0, 1), Float64Array.of(3, -4), 2, 2);
  // H̄ = ½I, since the cosine is 0.
  for (const eigenvalue of eigenvalues) expect(eigenvalue).toBeCloseTo(0.5, 14);
  expect(Math.hypot(...start)).toBeCloseTo(5, 13); // a rotation
});

it("two points at 60°: h(½) = 1/6, so that even labels lie on ½ + 1/6 and odd ones on ½ − 1/6", () => {
  const points = Float64Array.of(1, 0, 0.5, Math.sqrt(0.75));
  const even = reluModes(points, Float64Array.of(1, 1), 2, 2);
  expect(even.eigenvalues[0]).toBeCloseTo(1 / 3, 14); // some roundings
  expect(even.eigenvalues[1]).toBeCloseTo(2 / 3, 14);
  expect(Math.abs(even.start[0]!)).toBeLessThan(1e-14);
  expect(Math.abs(even.start[1]!)).toBeCloseTo(Math.SQRT2, 13);
  const odd = reluModes(points, Float64Array.of(1, -1), 2, 2);
  expect(Math.abs(odd.start[1]!)).toBeLessThan(1e-14);
});

it("its eigenvalues are those of the Gram matrix of Lemma 17", () => {
  const points = Float64Array.of(0.6, 0.8, 0, 0, 1, 0, 0.28, 0, 0.96);
  const { eigenvalues } = reluModes(points, Float64Array.of(1, 1, -1), 3, 3);
  reluGramSpectrum(points, 3, 3).forEach((value, i) => expect(eigenvalues[i]).toBeCloseTo(value, 13));
});

it("refuses two rows that are the same, and labels of 0", () => {
  const same = Float64Array.of(1, 0, 1, 0);
  expect(() => reluModes(same, Float64Array.of(1, -1), 2, 2)).toThrow(
    "smallest eigenvalue of the kernel must be positive, but two rows have almost the same direction",
  );
  expect(() => reluModes(same, new Float64Array(2), 2, 2)).toThrow("labels must not all be 0");
});
