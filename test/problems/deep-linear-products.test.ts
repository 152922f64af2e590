import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { multiply, multiplyTransposed, sumOfOuterProducts } from "../../lib/problems/deep-linear-products.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const random = seededRandom(31);
const normals = (length: number): Float64Array => fillNormal(random, new Float64Array(length));
const close = (ours: Float64Array, theirs: Matrix): void => {
  for (const [i, x] of theirs.to1DArray().entries()) expect(ours[i]!).toBeCloseTo(x, 12); // some ten roundings of numbers near 3
};

// Counts and rows on either side of the four that are taken at a time.
describe.each([
  [1, 1, 1],
  [3, 2, 5],
  [4, 4, 4],
  [5, 7, 3],
  [9, 6, 11],
])("for %d examples and a matrix of %d × %d, as ml-matrix", (count, rows, columns) => {
  const at = 2;
  const w = normals(at + rows * columns);
  const matrix = Matrix.from1DArray(rows, columns, w.subarray(at));
  const [wide, tall] = [normals(count * columns), normals(count * rows)];
  const wideMatrix = Matrix.from1DArray(count, columns, wide);
  const tallMatrix = Matrix.from1DArray(count, rows, tall);

  it("multiplies", () => {
    const out = new Float64Array(count * rows).fill(NaN);
    multiply(w, at, rows, columns, 0.5, wide, out, count);
    close(out, wideMatrix.mmul(matrix.transpose()).mul(0.5));
  });

  it("multiplies by the transpose", () => {
    const out = new Float64Array(count * columns).fill(NaN);
    multiplyTransposed(w, at, rows, columns, 0.5, tall, out, count);
    close(out, tallMatrix.mmul(matrix).mul(0.5));
  });

  it("adds outer products, and leaves what is around alone", () => {
    const out = new Float64Array(at + rows * columns + 1).fill(7);
    sumOfOuterProducts(tall, wide, count, 0.5, out, at, rows, columns);
    close(out.subarray(at), tallMatrix.transpose().mmul(wideMatrix).mul(0.5));
    expect([out[0], out[1], out.at(-1)]).toEqual([7, 7, 7]);
  });
});
