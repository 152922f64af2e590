import { Matrix, pseudoInverse } from "ml-matrix";
import { expect, it } from "vitest";
import { seededRandom, normal } from "../../lib/random.ts";
import { singularBasis } from "../../lib/spectra/singular-basis.ts";
import { singularValues } from "../../lib/spectra/singular-values.ts";

function drawn(rows: number, columns: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: rows * columns }, () => normal(random));
}

it.each([
  ["tall", 30, 4],
  ["square", 6, 6],
  ["wide", 3, 8],
])("a %s matrix: its singular values, and the least squares solution's norm", (_, rows, columns) => {
  const [matrix, right] = [drawn(rows, columns, 1), drawn(rows, 1, 2)];
  const { values, along } = singularBasis(matrix, rows, columns, right);
  const plain = singularValues(matrix, rows, columns);
  values.forEach((value, k) => expect(value / plain[k]!).toBeCloseTo(1, 12)); // well conditioned
  const inverse = pseudoInverse(Matrix.from1DArray(rows, columns, matrix));
  const solution = inverse.mmul(Matrix.columnVector(right)).to1DArray();
  const norm = Math.hypot(...along.map((value, k) => value / values[k]!));
  expect(norm / Math.hypot(...solution)).toBeCloseTo(1, 11);
});

it("known by hand: columns at right angles", () => {
  const { values, along } = singularBasis(Float64Array.of(3, 0, 4, 0, 0, 2), 3, 2, Float64Array.of(5, 10, 7));
  expect(values[0]).toBeCloseTo(5, 14);
  expect(values[1]).toBeCloseTo(2, 14);
  expect(Math.abs(along[0]!)).toBeCloseTo(11, 13); // (3·5 + 4·10)/5
  expect(Math.abs(along[1]!)).toBeCloseTo(7, 13);
});

it("a column that others make up has the singular value 0, which is left out", () => {
  const random = seededRandom(3);
  const rows = 40;
  const matrix = new Float64Array(rows * 3);
  for (let i = 0; i < rows; i++) {
    const [a, b] = [normal(random), 1000 * normal(random)];
    matrix.set([a, b, 2 * a - b], 3 * i);
  }
  expect(singularBasis(matrix, rows, 3, drawn(rows, 1, 4)).values.length).toBe(2);
});

it("keeps small singular values that XᵀX would lose", () => {
  // Hadamard's columns have norm 2: σ = 2 and 2e−10, whose squares differ by a factor below a rounding.
  const matrix = Float64Array.of(1, 1e-10, 1, -1e-10, -1, 1e-10, -1, -1e-10);
  const { values } = singularBasis(matrix, 4, 2, Float64Array.of(1, 2, 3, 4));
  expect(values[1]! / 2e-10).toBeCloseTo(1, 5); // an absolute error of 1e−16
});

it("refuses lengths that do not fit, and a matrix of zeros", () => {
  const y = Float64Array.of(1, 2);
  expect(() => singularBasis(new Float64Array(3), 2, 2, y)).toThrow("length of matrix must be 4: 3");
  expect(() => singularBasis(new Float64Array(2), 1, 2, y)).toThrow("length of right must be 1: 2");
  expect(() => singularBasis(new Float64Array(4), 2, 2, y)).toThrow(
    "matrix must have an entry that is not 0",
  );
});
