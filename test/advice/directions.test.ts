import { expect, it } from "vitest";
import { directionsOf } from "../../lib/advice/directions.ts";

const all = { most: 400, seed: 1 };

it("rows get the norm 1; zeros and repeated directions are left out and counted, opposite ones are not repeated", () => {
  const features = Float64Array.of(3, 4, 0, 0, 6, 8, -3, -4, 0, 5);
  expect(directionsOf(features, Float64Array.of(1, 2, 3, 4, 5), 2, all)).toEqual({
    count: 3,
    points: Float64Array.of(0.6, 0.8, -0.6, -0.8, 0, 1),
    labels: Float64Array.of(1, 4, 5),
    drawn: 5,
    zeros: 1,
    repeated: 1,
  });
});

it("of too many rows some are drawn with the seed, each as likely, in their order", () => {
  // (cos, sin) of 0, 0.005, …: all directions differ.
  const features = Float64Array.from({ length: 2000 }, (_, k) =>
    k % 2 ? Math.sin((k - 1) / 400) : Math.cos(k / 400),
  );
  const labels = Float64Array.from({ length: 1000 }, (_, i) => i);
  const { count, drawn, labels: rows } = directionsOf(features, labels, 2, { most: 100, seed: 1 });
  expect([count, drawn]).toEqual([100, 100]);
  expect([...rows]).toEqual([...rows].toSorted((a, b) => a - b));
  // The mean of 100 of 0 … 999 without repetition has a standard deviation of 27.4; seed 1 is within three.
  expect(Math.abs(rows.reduce((a, b) => a + b, 0) / 100 - 499.5)).toBeLessThan(82);
  expect(directionsOf(features, labels, 2, { most: 100, seed: 2 }).labels).not.toEqual(rows);
});

it("one direction is too few", () => {
  expect(() => directionsOf(Float64Array.of(1, 1, 2, 2), Float64Array.of(1, 2), 2, all)).toThrow(
    "rows must have at least 2 directions: 1",
  );
});
