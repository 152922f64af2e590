import { describe, expect, it } from "vitest";
import { activeShares, arcCosineKernel } from "../../lib/problems/arc-cosine-kernel.ts";
import { gramMatrix } from "../../lib/problems/gram.ts";
import { jointlyActive, reluGram, signPatterns } from "../../lib/problems/relu-gram.ts";
import { spherePoints } from "../../lib/problems/sphere-points.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

/** Signs of m normal weight vectors at the given points. */
function drawSigns(seed: number, width: number, points: Float64Array, count: number, dimension: number) {
  const weights = fillNormal(seededRandom(seed), new Float64Array(width * dimension));
  const products = new Float64Array(width * count);
  for (let r = 0; r < width; r++)
    for (let i = 0; i < count; i++)
      for (let k = 0; k < dimension; k++)
        products[r * count + i]! += weights[r * dimension + k]! * points[i * dimension + k]!;
  return { products, patterns: signPatterns(products, width, count) };
}

describe("signPatterns(preActivations, width, count)", () => {
  it("has a bit for each neuron in the row of each datum; 0 and −0 count as active", () => {
    const { words } = signPatterns(Float64Array.of(1, -1, -2, 0, -0, -3, 5, 5), 4, 2);
    expect([...words]).toEqual([0b1101, 0b1010]);
  });

  it.each([
    ["no datum", [], 1, 0, "count must be at least 1: 0"],
    ["no neuron", [], 0, 1, "width must be at least 1: 0"],
    ["a wrong length", [1, 2, 3], 2, 2, "length of preActivations must be 4: 3"],
  ])("throws a RangeError for %s", (_, values, width, count, message) => {
    expect(() => signPatterns(Float64Array.from(values), width, count)).toThrow(new RangeError(message));
  });
});

describe("jointlyActive(patterns)", () => {
  it.each([1, 31, 32, 33, 1000])("counts as a loop does at width %i", (width) => {
    const [count, dimension] = [6, 3];
    const { products, patterns } = drawSigns(
      width,
      width,
      spherePoints(seededRandom(2), count, dimension),
      count,
      dimension,
    );
    const expected = Array.from({ length: count * count }, (_, k) => {
      const [i, j] = [Math.floor(k / count), k % count];
      const neurons = Array.from({ length: width }, (_, r) => r * count);
      return neurons.filter((r) => products[r + i]! >= 0 && products[r + j]! >= 0).length;
    });
    expect([...jointlyActive(patterns)]).toEqual(expected);
  });
});

describe("reluGram(gram, patterns)", () => {
  it("has the eigenvalues of a net of six neurons at three points of the circle", () => {
    // flows-and-resnets: x at 0.1, 1 and 2.4, w = ρ(cos(1.1k + 0.3), sin(1.1k + 0.3)); by NumPy.
    const points = Float64Array.from([0.1, 1, 2.4].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));
    const products = [1, 0.5, 1.5, 0.7, 1.2, 0.9].flatMap((length, k) =>
      [0.1, 1, 2.4].map((angle) => length * Math.cos(1.1 * k + 0.3 - angle)),
    );
    const matrix = reluGram(gramMatrix(points, 3, 2), signPatterns(Float64Array.from(products), 6, 3));
    const eigenvalues = [0.20965778989348083, 0.5505546306551882, 0.9064542461179974];
    const at = (i: number, j: number) => matrix[3 * i + j]!;
    const trace = at(0, 0) + at(1, 1) + at(2, 2);
    const minor = (i: number, j: number) => at(i, i) * at(j, j) - at(i, j) * at(j, i);
    const determinant =
      at(0, 0) * minor(1, 2) -
      at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
      at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0));
    const [a, b, c] = eigenvalues as [number, number, number];
    // Each coefficient of the characteristic polynomial, within some roundings of size 2^-53.
    expect(trace).toBeCloseTo(a + b + c, 14);
    expect(minor(0, 1) + minor(0, 2) + minor(1, 2)).toBeCloseTo(a * b + a * c + b * c, 14);
    expect(determinant).toBeCloseTo(a * b * c, 14);
  });

  it("differs from its expectation as the variance of its shares says", () => {
    const [count, dimension, width, draws] = [4, 3, 500, 400];
    const points = spherePoints(seededRandom(3), count, dimension);
    const gram = gramMatrix(points, count, dimension);
    const [expected, shares] = [arcCosineKernel(gram, count), activeShares(gram, count)];
    const variance = gram.reduce((sum, c, k) => sum + c * c * shares[k]! * (1 - shares[k]!), 0) / width;
    const squares = Array.from({ length: draws }, (_, seed) => {
      const matrix = reluGram(gram, drawSigns(seed, width, points, count, dimension).patterns);
      return matrix.reduce((sum, entry, k) => sum + (entry - expected[k]!) ** 2, 0);
    });
    const mean = squares.reduce((sum, x) => sum + x, 0) / draws;
    const error = Math.sqrt(squares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws * (draws - 1)));
    expect(Math.abs(mean - variance)).toBeLessThan(4 * error); // four standard errors of the mean of 400 draws
  });

  it("throws a RangeError for a Gram matrix of another size", () => {
    const patterns = signPatterns(Float64Array.of(1, 1), 1, 2);
    expect(() => reluGram(Float64Array.of(1), patterns)).toThrow(
      new RangeError("length of gram must be 4: 1"),
    );
  });
});
