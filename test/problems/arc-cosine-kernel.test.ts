import { describe, expect, it } from "vitest";
import { activeShares, arcCosineKernel } from "../../lib/problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { seededRandom } from "../../lib/random.ts";
import { reluGramMatrix } from "../../lib/spectra/relu-gram.ts";

describe("arcCosineKernel(gram, count)", () => {
  // By mpmath, 50 digits.
  it.each([
    [1, 0.5],
    [0.99, 0.47269856024601600859],
    [0.9, 0.38539516809208218],
    [0.5, 1 / 6],
    [0.25, 0.07255382790689578],
    [0.123456789, 0.033296174600821061528],
    [0, 0],
    [-0.25, -0.05244617209310422],
    [-0.5, -1 / 12],
    [-0.99, -0.022301439753983991414],
    [-1, 0],
  ])("has the closed form of two points with cosine %d", (cosine, entry) => {
    const kernel = arcCosineKernel(Float64Array.of(1, cosine, cosine, 1), 2);
    expect([kernel[0], kernel[3]]).toEqual([0.5, 0.5]);
    expect(kernel[1]).toBe(kernel[2]);
    expect(kernel[1]).toBeCloseTo(entry, 14); // a handful of operations; at 0.99 the angle magnifies 2^-53 by 7
  });

  it("agrees with the kernel that is found from the points", () => {
    const [count, dimension] = [12, 7];
    const points = spherePoints(seededRandom(1), count, dimension);
    const kernel = arcCosineKernel(gramMatrix(points, count, dimension), count);
    const expected = reluGramMatrix(points, count, dimension);
    for (const [k, entry] of expected.entries()) expect(kernel[k]).toBeCloseTo(entry, 13); // d + 10 roundings of size 2^-53, cosines below 0.9
  });

  it("gives equal and opposite points exactly equal and exactly vanishing entries", () => {
    // The squared norm of (0.6, 0.8) is not 1 in doubles.
    const gram = gramMatrix(Float64Array.of(0.6, 0.8, 0.6, 0.8, -0.6, -0.8), 3, 2);
    const kernel = arcCosineKernel(gram, 3);
    expect(kernel[1]).toBe(kernel[0]);
    expect(kernel[2]).toBeCloseTo(0, 16); // π − atan2(0, −1) is 0
  });

  it.each([
    ["no points", [], 0, "count must be at least 1: 0"],
    ["a wrong length", [1, 0, 0], 2, "length of gram must be 4: 3"],
    ["a point that is not normalised", [1, 0, 0, 4], 2, "squared norm of point 1 must be 1: 4"],
    ["a value that is no number", [NaN, 0, 0, 1], 2, "squared norm of point 0 must be 1: NaN"],
  ])("throws a RangeError for %s", (_, gram, count, message) => {
    expect(() => arcCosineKernel(Float64Array.from(gram), count)).toThrow(new RangeError(message));
  });
});

describe("activeShares(gram, count)", () => {
  it("is the share of directions in a wedge: ½, ⅓, ¼, ⅙ and 0 at 0°, 60°, 90°, 120° and 180°", () => {
    for (const [cosine, share] of [
      [1, 1 / 2],
      [1 / 2, 1 / 3],
      [0, 1 / 4],
      [-1 / 2, 1 / 6],
      [-1, 0],
    ] as const)
      expect(activeShares(Float64Array.of(1, cosine, cosine, 1), 2)[1]).toBeCloseTo(share, 15); // three roundings
  });
});
