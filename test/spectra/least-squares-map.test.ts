import { expect, it } from "vitest";
import { leastSquaresMap } from "../../lib/spectra/least-squares-map.ts";

it("finds the map of exact data: X = diag(1, 2), Y = [[−1, ½], [0, −2]] has Φ = [[−1, ¼], [0, −1]]", () => {
  const map = leastSquaresMap(Float64Array.of(1, 0, 0, 2), Float64Array.of(-1, 0, 0.5, -2), 2, 2);
  for (const [i, x] of [-1, 0.25, 0, -1].entries()) expect(map[i]!).toBeCloseTo(x, 14);
});

it("takes the mean of what it cannot fit, and the least norm of what it does not see", () => {
  const map = leastSquaresMap(Float64Array.of(1, 1, 1, 1), Float64Array.of(2, 4), 2, 1);
  for (const x of map) expect(x).toBeCloseTo(1.5, 14); // x₁ + x₂ = 3, the shortest
});

it("refuses another number of targets", () => {
  expect(() => leastSquaresMap(new Float64Array(4), new Float64Array(3), 2, 2)).toThrow(
    new RangeError("length of targets must be 4: 3"),
  );
});
