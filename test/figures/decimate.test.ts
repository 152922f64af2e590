import { expect, it } from "vitest";
import { decimate, decimateLog, decimatePairs } from "../../figures/decimate.ts";
import { pairs, pointsOf } from "../../figures/pairs.ts";

it("a short curve is returned whole", () => {
  expect(decimate(Float64Array.of(3, 1, 2))).toEqual([
    { x: 0, y: 3 },
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]);
});

it("a long curve keeps its ends, its order and every peak of a column", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, t) => Math.sin(t));
  values[4321] = 50;
  values[8765] = -50;
  const points = decimate(values, 100);
  expect(points.length).toBeLessThanOrEqual(202);
  expect(points[0]).toEqual({ x: 0, y: 0 });
  expect(points.at(-1)?.x).toBe(9999);
  expect(points).toContainEqual({ x: 4321, y: 50 });
  expect(points).toContainEqual({ x: 8765, y: -50 });
  expect(points.every(({ x }, i) => i === 0 || x > (points[i - 1]?.x ?? 0))).toBe(true);
});

it("a curve of pairs keeps the points that its values keep", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, t) => Math.sin(t * t));
  const times = values.map((_, t) => 3 + t / 2);
  const kept = decimate(values, 100).map(({ x, y }) => ({ x: 3 + x / 2, y }));
  expect(pointsOf(decimatePairs(pairs(times, values), 100))).toEqual(kept);
  const short = pairs(times.subarray(0, 202), values.subarray(0, 202));
  expect(decimatePairs(short, 100)).toBe(short);
});

it("on a logarithmic axis every early point is kept, and later every peak, from 1 to the end", () => {
  const values = Float64Array.from({ length: 10_000 }, (_, t) => Math.sin(t));
  values[8765] = -50;
  const points = decimateLog(values, 100);
  expect(points.length).toBeLessThanOrEqual(201);
  expect(points.slice(0, 10).map(({ x }) => x)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(points.at(-1)?.x).toBe(9999);
  expect(points).toContainEqual({ x: 8765, y: -50 });
  expect(points.every(({ x }, i) => i === 0 || x > (points[i - 1]?.x ?? 0))).toBe(true);
});

it("what has no place on a logarithmic axis leaves nothing", () => {
  expect(decimateLog(Float64Array.of(7))).toEqual([]);
  expect(decimateLog(Float64Array.of(7, 3))).toEqual([{ x: 1, y: 3 }]);
});
