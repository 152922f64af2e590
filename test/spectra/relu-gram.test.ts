import { describe, expect, it } from "vitest";
import { norm } from "../../lib/norm.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";
import { reluGramMatrix, reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";

/** Two unit vectors of the plane with the given cosine. */
function pair(cosine: number): Float64Array {
  return Float64Array.of(1, 0, cosine, Math.sqrt(1 - cosine * cosine));
}

/** n × d values, row-major: independent uniform points on the sphere. */
function spherePoints(seed: number, count: number, dimension: number): Float64Array {
  const points = fillNormal(seededRandom(seed), new Float64Array(count * dimension));
  for (let i = 0; i < count; i++) {
    const row = points.subarray(i * dimension, (i + 1) * dimension);
    const length = norm(row);
    row.forEach((value, k) => (row[k] = value / length));
  }
  return points;
}

function dot(points: Float64Array, i: number, j: number, dimension: number): number {
  let sum = 0;
  for (let k = 0; k < dimension; k++) sum += points[i * dimension + k]! * points[j * dimension + k]!;
  return sum;
}

/** Eigenvalues of a symmetric matrix by cyclic Jacobi rotations, ascending: shares no code with ml-matrix. */
function jacobiEigenvalues(symmetric: Float64Array, n: number): Float64Array {
  const a = symmetric.slice();
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const angle = Math.atan2(2 * a[p * n + q]!, a[q * n + q]! - a[p * n + p]!) / 2;
        rotate(a, n, p, q, Math.cos(angle), Math.sin(angle));
      }
  return Float64Array.from({ length: n }, (_, i) => a[i * n + i]!).sort();
}

/** a ← Jᵀ a J for the rotation J with cosine c and sine s in the plane of the axes p and q. */
function rotate(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
  }
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

describe("reluGramMatrix(points, count, dimension)", () => {
  it.each([
    [1, 0.5],
    [0.9, 0.385395168092082178],
    [0.5, 1 / 6],
    [0, 0],
    [-0.5, -1 / 12],
    [-1, 0],
  ])("has the closed form of two points with cosine %d", (cosine, entry) => {
    const [h00, h01, h10, h11] = reluGramMatrix(pair(cosine), 2, 2);
    expect([h00, h11]).toEqual([0.5, 0.5]);
    expect(h10).toBe(h01);
    expect(h01).toBeCloseTo(entry, 14); // a handful of operations, each off by 2^-53 or so
  });

  it("agrees with the arccosine formula where that is well conditioned", () => {
    const [count, dimension] = [12, 7];
    const points = spherePoints(1, count, dimension);
    const gram = reluGramMatrix(points, count, dimension);
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) {
        const cosine = dot(points, i, j, dimension);
        const entry = (cosine * (Math.PI - Math.acos(cosine))) / (2 * Math.PI);
        expect(gram[i * count + j]).toBeCloseTo(entry, 13); // acos amplifies 2^-53 by 1/√(1 − c²), here below 2
      }
  });

  it("keeps its digits for points that almost coincide", () => {
    const angle = 1e-9; // its cosine rounds to 1
    const entry = reluGramMatrix(Float64Array.of(1, 0, Math.cos(angle), Math.sin(angle)), 2, 2)[1]!;
    expect((0.5 - entry) * 2 * Math.PI).toBeCloseTo(angle, 14); // 0.5 − entry is resolved to 2^-54
  });

  it("is ½ times the identity for orthonormal points", () => {
    const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
    expect([...reluGramMatrix(identity, 3, 3)]).toEqual([...identity].map((value) => value / 2));
  });

  it("does not change the points", () => {
    const points = pair(0.5);
    reluGramMatrix(points, 2, 2);
    expect(points).toEqual(pair(0.5));
  });

  it("is the mean of the Gram matrix of finite width", () => {
    const [count, dimension, width] = [4, 3, 100_000];
    const points = spherePoints(2, count, dimension);
    const shares = activeTogether(points, count, dimension, width);
    const gram = reluGramMatrix(points, count, dimension);
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++) {
        const cosine = dot(points, i, j, dimension);
        const share = gram[i * count + j]! / cosine;
        // A share is a mean of `width` independent zeros and ones: 4.5 standard errors, exceeded by one seed in
        // about 15 000 for the 10 distinct entries together. The seed is fixed, so the outcome is too.
        const tolerance = 4.5 * Math.abs(cosine) * Math.sqrt((share * (1 - share)) / width);
        expect(Math.abs(cosine * shares[i * count + j]! - gram[i * count + j]!)).toBeLessThan(tolerance);
      }
  });

  it.each([
    ["no points", new Float64Array(0), 0, 2, "count must be at least 1: 0"],
    ["a wrong length", new Float64Array(3), 2, 2, "length of points must be 4: 3"],
    ["a point that is not normalised", Float64Array.of(1, 0, 3, 4), 2, 2, "norm of point 1 must be 1: 5"],
    ["a value that is no number", Float64Array.of(1, 0, NaN, 1), 2, 2, "norm of point 1 must be 1: NaN"],
  ])("throws a RangeError for %s", (_, points, count, dimension, message) => {
    expect(() => reluGramMatrix(points, count, dimension)).toThrow(new RangeError(message));
  });
});

/** For each pair of points, the share of `width` random neurons that are active on both. */
function activeTogether(points: Float64Array, count: number, dimension: number, width: number): Float64Array {
  const random = seededRandom(3);
  const neuron = new Float64Array(dimension);
  const shares = new Float64Array(count * count);
  for (let r = 0; r < width; r++) {
    fillNormal(random, neuron);
    const active = Array.from({ length: count }, (_, i) => {
      let product = 0;
      for (let k = 0; k < dimension; k++) product += neuron[k]! * points[i * dimension + k]!;
      return product >= 0;
    });
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++) if (active[i] && active[j]) shares[i * count + j]! += 1 / width;
  }
  return shares;
}

describe("reluGramSpectrum(points, count, dimension)", () => {
  it("is 1/3 and 2/3 for two points with cosine ½", () => {
    const [smallest, largest] = reluGramSpectrum(pair(0.5), 2, 2);
    expect(smallest).toBeCloseTo(1 / 3, 14); // rounding of a 2 × 2 problem of norm below 1
    expect(largest).toBeCloseTo(2 / 3, 14); // the same
  });

  it("is ½ for one point, and ½ everywhere for orthonormal points", () => {
    expect([...reluGramSpectrum(Float64Array.of(0.6, 0.8), 1, 2)]).toEqual([0.5]);
    expect([...reluGramSpectrum(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), 3, 3)]).toEqual([0.5, 0.5, 0.5]);
  });

  it("ascends, is positive and sums to n/2", () => {
    const eigenvalues = reluGramSpectrum(spherePoints(4, 30, 5), 30, 5);
    expect(eigenvalues).toEqual(eigenvalues.slice().sort());
    expect(eigenvalues[0]).toBeGreaterThan(0);
    expect(eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(15, 12); // 30 terms, norm about 3
  });

  it("agrees with Jacobi rotations", () => {
    const points = spherePoints(5, 20, 6);
    const expected = jacobiEigenvalues(reluGramMatrix(points, 20, 6), 20);
    expect(largestDifference(reluGramSpectrum(points, 20, 6), expected)).toBeLessThan(1e-13); // both are backward stable: about n 2^-53 ‖H̄‖
  });

  it("does not depend on the order of the points", () => {
    const [count, dimension] = [15, 4];
    const points = spherePoints(6, count, dimension);
    const reversed = Float64Array.from(points, (_, at) => {
      const i = Math.floor(at / dimension);
      return points[(count - 1 - i) * dimension + (at % dimension)]!;
    });
    const difference = largestDifference(
      reluGramSpectrum(points, count, dimension),
      reluGramSpectrum(reversed, count, dimension),
    );
    expect(difference).toBeLessThan(1e-13); // the same matrix up to order: about n 2^-53 ‖H̄‖
  });

  it("has an eigenvalue 0 within rounding when a point occurs twice", () => {
    const points = spherePoints(7, 8, 50);
    points.copyWithin(350, 0, 50); // the last point becomes the first
    const [smallest, second] = reluGramSpectrum(points, 8, 50);
    expect(Math.abs(smallest!)).toBeLessThan(1e-14); // the arccosine of a rounded product would leave 1e-9
    expect(second).toBeGreaterThan(0.1);
  });
});
