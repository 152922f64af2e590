import { expect, it } from "vitest";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { seededRandom } from "../../lib/random.ts";

it("spherePoints(random, count, dimension) has rows of norm 1 and the second moments of the sphere", () => {
  const [count, dimension] = [20_000, 3];
  const points = spherePoints(seededRandom(1), count, dimension);
  for (let i = 0; i < count; i++) expect(Math.hypot(...points.subarray(3 * i, 3 * i + 3))).toBeCloseTo(1, 14); // a division and a root
  for (let k = 0; k < dimension; k++) {
    let [mean, square] = [0, 0];
    for (let i = 0; i < count; i++) {
      mean += points[3 * i + k]! / count;
      square += points[3 * i + k]! ** 2 / count;
    }
    // Five standard errors: a coordinate has the mean 0 and the variance 1/3, its square the variance 1/5 − 1/9.
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 3 / count));
    expect(Math.abs(square - 1 / 3)).toBeLessThan(5 * Math.sqrt((1 / 5 - 1 / 9) / count));
  }
});

it("spherePoints gives equal points for equal seeds", () => {
  expect(spherePoints(seededRandom(2), 3, 4)).toEqual(spherePoints(seededRandom(2), 3, 4));
});

it.each([
  [0, 2, "count must be a whole number of at least 1: 0"],
  [2, 1.5, "dimension must be a whole number of at least 1: 1.5"],
])("throws a RangeError for %d points in dimension %d", (count, dimension, message) => {
  expect(() => spherePoints(seededRandom(1), count, dimension)).toThrow(new RangeError(message));
});
