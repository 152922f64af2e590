import { Matrix, QrDecomposition } from "ml-matrix";
import { expect, it } from "vitest";
import { orthonormalize, randomFrame } from "../../lib/problems/deep-linear-basis.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

it("is the factor Q of the QR decomposition with a positive diagonal of R, by ml-matrix", () => {
  const [count, length] = [9, 14];
  const rows = fillNormal(seededRandom(2), new Float64Array(count * length));
  const qr = new QrDecomposition(Matrix.from1DArray(count, length, rows).transpose());
  const [q, r] = [qr.orthogonalMatrix, qr.upperTriangularMatrix];
  expect(orthonormalize(rows, count, length)).toBe(count);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < length; k++)
      expect(rows[i * length + k]!).toBeCloseTo(Math.sign(r.get(i, i)) * q.get(k, i), 13); // both to some 1e−15
});

it("drops what depends on the rows before it, and keeps the rest in order", () => {
  const rows = Float64Array.of(3, 0, 0, -6, 0, 0, 0, 0, 0, 1, 2, 0, 4, 5, 0, 0, 0, -7);
  expect(orthonormalize(rows, 6, 3)).toBe(3);
  expect(rows.subarray(0, 9)).toEqual(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, -1));
});

it("stays orthonormal where rows are nearly parallel", () => {
  const [count, length] = [6, 8];
  const rows = new Float64Array(count * length).fill(1);
  for (let i = 0; i < count; i++) rows[i * length + i]! += 1e-9;
  expect(orthonormalize(rows, count, length)).toBe(count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      let product = 0;
      for (let k = 0; k < length; k++) product += rows[a * length + k]! * rows[b * length + k]!;
      expect(Math.abs(product - (a === b ? 1 : 0))).toBeLessThan(1e-14); // two passes; one would leave 1e−7
    }
});

it("draws uniform frames: the first entry squared is a beta variable with mean 1/m and variance 2(m − 1)/(m²(m + 2))", () => {
  const [m, trials] = [5, 8000];
  const random = seededRandom(6);
  const squares = Array.from({ length: trials }, () => randomFrame(2, m, random)[0]! ** 2);
  const mean = squares.reduce((a, b) => a + b) / trials;
  const variance = squares.reduce((sum, x) => sum + (x - 1 / m) ** 2, 0) / trials;
  const exact = (2 * (m - 1)) / (m * m * (m + 2));
  expect(Math.abs(mean - 1 / m)).toBeLessThan(4 * Math.sqrt(exact / trials)); // four standard errors
  expect(Math.abs(variance / exact - 1)).toBeLessThan(0.1); // of a variance with some 8000 draws: 2 %
});

it("refuses more rows than entries", () => {
  expect(() => randomFrame(3, 2, seededRandom(1))).toThrow(new RangeError("count must be at most 2: 3"));
});
