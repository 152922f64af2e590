import { expect, it } from "vitest";
import { chi, gaussianTriangle } from "../../lib/problems/deep-linear-gaussian.ts";
import { seededRandom } from "../../lib/random.ts";

it.each([1, 2, 3, 10, 1000, 1e9])(
  "χ² of %d degrees has mean ν, variance 2ν and third moment 8ν",
  (degrees) => {
    const [random, trials] = [seededRandom(degrees % 97), 20_000];
    const standard = Array.from(
      { length: trials },
      () => (chi(degrees, random) ** 2 - degrees) / Math.sqrt(2 * degrees),
    );
    const moment = (power: number): number => standard.reduce((sum, x) => sum + x ** power, 0) / trials;
    // Of ν = 1, the most skewed, the moments of the standardised variable up to the sixth are 1, 2.83, 15, …, 1355: four standard errors.
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(trials));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(14 / trials));
    expect(Math.abs(moment(3) - Math.sqrt(8 / degrees))).toBeLessThan(4 * Math.sqrt(1355 / trials));
  },
);

it("is triangular, and RᵀR has the mean of a Wishart matrix, rows·I", () => {
  const [rows, n, trials] = [7, 3, 6000];
  const random = seededRandom(12);
  const mean = new Float64Array(n * n);
  for (let t = 0; t < trials; t++) {
    const r = gaussianTriangle(rows, n, random);
    expect([r[3], r[6], r[7]]).toEqual([0, 0, 0]);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < n; k++)
        for (let j = 0; j < n; j++) mean[i * n + k]! += (r[j * n + i]! * r[j * n + k]!) / trials;
  }
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      // The entries have the variances rows (off the diagonal) and 2·rows: four standard errors.
      expect(Math.abs(mean[i * n + k]! - (i === k ? rows : 0))).toBeLessThan(
        4 * Math.sqrt((2 * rows) / trials),
      );
});

it("refuses what cannot be", () => {
  expect(() => chi(0, seededRandom(1))).toThrow(
    new RangeError("degrees must be a whole number of at least 1: 0"),
  );
  expect(() => gaussianTriangle(2, 3, seededRandom(1))).toThrow(new RangeError("rows must be at least 3: 2"));
});
