import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { expect, it } from "vitest";
import {
  collapse,
  gaussianTransformations,
  identityTransformations,
  modifiedIdentity,
  sampleCollapsedGaussian,
  type Transformations,
} from "../../lib/problems/linear-resnet-transformations.ts";
import { seededRandom } from "../../lib/random.ts";

const sizes = { inputs: 3, outputs: 2, width: 9 };

function matrices({ width, into, outOf }: Transformations): { a: Matrix; b: Matrix } {
  return {
    a: Matrix.from1DArray(width, into.length / width, into),
    b: Matrix.from1DArray(outOf.length / width, width, outOf),
  };
}

it("the identity reads the first outputs, times √(m/k)", () => {
  const { a, b } = matrices(identityTransformations(sizes));
  const root = Math.sqrt(4.5);
  expect(b.mmul(a).to2DArray()).toEqual([
    [root, 0, 0],
    [0, root, 0],
  ]);
  expect(a.transpose().mmul(a).to2DArray()).toEqual(Matrix.eye(3).to2DArray());
});

it("the modified identity has BA = 0, AᵀA = I and BBᵀ = α²I", () => {
  const { a, b } = matrices(modifiedIdentity(sizes, 3));
  expect(b.mmul(a).to2DArray()).toEqual(Matrix.zeros(2, 3).to2DArray());
  expect(a.transpose().mmul(a).to2DArray()).toEqual(Matrix.eye(3).to2DArray());
  expect(b.mmul(b.transpose()).to2DArray()).toEqual(Matrix.eye(2).mul(9).to2DArray());
});

it("a collapse keeps BA, the singular values of A and of B, and so the whole Gram matrix of [A, Bᵀ]", () => {
  const wide = gaussianTransformations(sizes, { alpha: 1.5, beta: 0.4 }, seededRandom(7));
  const narrow = collapse(wide);
  expect(narrow.width).toBe(5);
  const [w, n] = [matrices(wide), matrices(narrow)];
  for (const product of [
    ({ a, b }: typeof w) => b.mmul(a),
    ({ a }: typeof w) => a.transpose().mmul(a),
    ({ b }: typeof w) => b.mmul(b.transpose()),
  ])
    expect(Matrix.sub(product(w), product(n)).norm("frobenius")).toBeLessThan(1e-13); // some ten roundings of numbers near 20
});

it("draws a collapsed Gaussian in its distribution: the means of σ² of A, of B, and of ‖BA‖²", () => {
  const [trials, alpha, beta] = [3000, 1.5, 0.4];
  const random = seededRandom(19);
  for (const width of [4, 9, 1e8]) {
    const total = { a: 0, b: 0, ba: 0 };
    for (let i = 0; i < trials; i++) {
      const { a, b } = matrices(sampleCollapsedGaussian({ ...sizes, width }, { alpha, beta }, random));
      total.a += a.norm("frobenius") ** 2 / trials;
      total.b += b.norm("frobenius") ** 2 / trials;
      total.ba += b.mmul(a).norm("frobenius") ** 2 / trials;
    }
    // E‖A‖² = mdα², E‖B‖² = mkβ², E‖BA‖² = mdk(αβ)²; each within four of its standard errors, at most 3 % at m = 4.
    expect(Math.abs(total.a / (width * 3 * alpha ** 2) - 1)).toBeLessThan(
      4 * Math.sqrt(2 / (3 * width * trials)),
    );
    expect(Math.abs(total.b / (width * 2 * beta ** 2) - 1)).toBeLessThan(
      4 * Math.sqrt(2 / (2 * width * trials)),
    );
    expect(Math.abs(total.ba / (width * 6 * (alpha * beta) ** 2) - 1)).toBeLessThan(0.1);
  }
});

it("of a width of 10⁸ has singular values near √m", () => {
  const { a } = matrices(
    sampleCollapsedGaussian({ ...sizes, width: 1e8 }, { alpha: 1, beta: 1 }, seededRandom(1)),
  );
  for (const sigma of new SingularValueDecomposition(a).diagonal)
    expect(Math.abs(sigma / 1e4 - 1)).toBeLessThan(1e-3); // (√d + t)/√m with t = 8
});

it("refuses widths without room", () => {
  expect(() => identityTransformations({ ...sizes, width: 2 })).toThrow(
    "width must be a whole number of at least 3: 2",
  );
  expect(() => modifiedIdentity({ ...sizes, width: 4 }, 1)).toThrow(
    "width must be a whole number of at least 5: 4",
  );
});
