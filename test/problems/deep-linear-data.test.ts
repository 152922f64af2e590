import { Matrix, solve } from "ml-matrix";
import { expect, it } from "vitest";
import { checkData, compressData, transpose, type LinearData } from "../../lib/problems/deep-linear-data.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import { nearDiagonal, noisyRegression } from "../support/regression.ts";

function lossOf(map: Matrix, { examples, inputs, targets }: LinearData): number {
  const x = Matrix.from1DArray(examples, inputs.length / examples, inputs);
  const y = Matrix.from1DArray(examples, targets.length / examples, targets);
  return x.mmul(map.transpose()).sub(y).norm("frobenius") ** 2 / 2;
}

it("leaves d examples, on which every linear map has its loss but for the least one", () => {
  const random = seededRandom(9);
  const [k, d] = [2, 4];
  const data = noisyRegression(random, nearDiagonal(random, k, d, -1, 0.2), 60, d, 0.3);
  const few = compressData(data);
  expect(few.examples).toBe(d);
  for (let trial = 0; trial < 5; trial++) {
    const map = Matrix.from1DArray(k, d, fillNormal(random, new Float64Array(k * d)));
    expect((lossOf(map, few) + few.floor) / lossOf(map, data)).toBeCloseTo(1, 13); // sums of 120 squares
  }
  const x = Matrix.from1DArray(60, d, data.inputs);
  const best = solve(x, Matrix.from1DArray(60, k, data.targets), true).transpose();
  expect(lossOf(best, data) / few.floor).toBeCloseTo(1, 12);
  expect(lossOf(best, few)).toBeLessThan(1e-24); // the excess of the best map: 0 but for the square of 1e−15·‖Y‖
});

it("leaves as many examples as the rank where the inputs are dependent", () => {
  const inputs = Float64Array.of(1, 2, 2, 4, -3, -6, 0.5, 1);
  const few = compressData({ examples: 4, inputs, targets: Float64Array.of(1, 0, 2, 1) });
  expect(few.examples).toBe(1);
  // ‖x‖² = 5(1 + 4 + 9 + ¼); the floor is that of regression on the first coordinate: ½(Σy² − (Σxy)²/Σx²).
  expect(few.inputs[0]! ** 2 + few.inputs[1]! ** 2).toBeCloseTo(71.25, 12);
  expect(few.floor).toBeCloseTo((6 - 4.5 ** 2 / 14.25) / 2, 14);
});

it("transposes", () => {
  expect(transpose(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3)).toEqual(Float64Array.of(1, 4, 2, 5, 3, 6));
});

it.each([
  [0, 2, 2, "examples must be a whole number of at least 1: 0"],
  [2, 3, 2, "length of inputs must be a multiple of 2: 3"],
  [2, 2, 0, "length of targets must be a multiple of 2: 0"],
])("refuses %d examples with %d and %d numbers", (examples, inputs, targets, message) => {
  const data = { examples, inputs: new Float64Array(inputs), targets: new Float64Array(targets) };
  expect(() => checkData(data)).toThrow(new RangeError(message));
});
