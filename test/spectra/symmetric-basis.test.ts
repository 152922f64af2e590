import { expect, it } from "vitest";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import { symmetricBasis } from "../../lib/spectra/symmetric-basis.ts";

it("has eigenvectors, at right angles and of length 1, in the order of the eigenvalues", () => {
  const n = 6;
  const normals = fillNormal(seededRandom(1), new Float64Array(n * n));
  const matrix = normals.map((x, k) => x + normals[(k % n) * n + Math.floor(k / n)]!);
  const { eigenvalues, vectors } = symmetricBasis(matrix, n);
  expect([...eigenvalues]).toEqual([...eigenvalues].sort((a, b) => a - b));
  const vector = (k: number) => vectors.subarray(k * n, (k + 1) * n);
  for (let k = 0; k < n; k++) {
    for (let l = 0; l < n; l++) {
      const product = vector(k).reduce((sum, x, i) => sum + x * vector(l)[i]!, 0);
      expect(product).toBeCloseTo(k === l ? 1 : 0, 12); // some roundings
    }
    for (let i = 0; i < n; i++) {
      const image = vector(k).reduce((sum, x, j) => sum + matrix[i * n + j]! * x, 0);
      expect(image).toBeCloseTo(eigenvalues[k]! * vector(k)[i]!, 12); // some roundings of numbers up to 10
    }
  }
});

it("refuses a matrix that is not square", () => {
  expect(() => symmetricBasis(new Float64Array(5), 2)).toThrow(
    new RangeError("length of matrix must be 4: 5"),
  );
});
