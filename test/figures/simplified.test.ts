import { expect, it } from "vitest";
import { simplified, TOLERANCE, type Pen } from "../../figures/simplified.ts";
import { seededRandom } from "../../lib/random.ts";

type Place = readonly [x: number, y: number];

/** The path that is drawn through some points. */
function pathOf(points: readonly Place[]) {
  const path: Place[] = [];
  let closed = false;
  const pen: Pen = {
    moveTo: (x, y) => void path.push([x, y]),
    lineTo: (x, y) => void path.push([x, y]),
    closePath: () => void (closed = true),
  };
  const curve = simplified(pen);
  curve.lineStart();
  for (const [x, y] of points) curve.point(x, y);
  curve.lineEnd();
  return { path, closed };
}

/** How far a point is from the part of a path that is drawn past it. */
function distanceTo(path: readonly Place[], [x, y]: Place): number {
  const distances = path.slice(1).map(([x2, y2], i) => {
    const [x1, y1] = path[i] ?? [NaN, NaN];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
  });
  return Math.min(...distances);
}

/** How far the path of some points is from that one of them which it misses most. */
function miss(points: readonly Place[]): number {
  const { path } = pathOf(points);
  return Math.max(...points.map((point) => distanceTo(path, point)));
}

const along = (count: number, place: (share: number) => Place) =>
  Array.from({ length: count }, (_, i) => place(i / (count - 1)));

const CURVES: readonly (readonly [name: string, most: number, points: Place[]])[] = [
  // A chord of 2√(2Rε) misses a circle of radius R by ε: 2π·120/9.8 = 77 of them at least; sleeves take shorter ones.
  ["a circle", 160, along(1000, (s) => [120 * Math.cos(2 * Math.PI * s), 120 * Math.sin(2 * Math.PI * s)])],
  // Two for each of 5 sides.
  ["edges", 10, along(1001, (s) => [600 * s, 100 * Math.abs(((5 * s) % 2) - 1)])],
  [
    "cusps on a logarithmic axis",
    300,
    along(1000, (s) => [600 * s, 20 * Math.log(Math.abs(Math.sin(9 * s)) + 1e-9)]),
  ],
  [
    "there and back",
    4,
    [
      [0, 0],
      [50, 0],
      [100, 0],
      [40, 0],
      [-30, 0],
      [10, 0],
    ],
  ],
];

it.each(CURVES)("a path misses no point by more than the tolerance: %s", (_, most, points) => {
  // 1e-9: the rounding of coordinates up to 1000.
  expect(miss(points)).toBeLessThanOrEqual(TOLERANCE + 1e-9);
  expect(pathOf(points).path.length).toBeLessThanOrEqual(most);
});

it("a path of noise misses no point by more than the tolerance either", () => {
  const random = seededRandom(4);
  for (const size of [0.05, 0.2, 2, 200]) {
    const points = along(500, (s) => [size * (random() - 0.5) + 100 * s, size * (random() - 0.5)]);
    // 1e-9: as above.
    expect(miss(points)).toBeLessThanOrEqual(TOLERANCE + 1e-9);
  }
});

it("a straight line has two points, and keeps its ends", () => {
  const points = along(400, (s) => [3 + 600 * s, 7 - 200 * s]);
  expect(pathOf(points).path).toEqual([points[0], points.at(-1)]);
});

it("a point by itself is closed, for round ends to make it a dot", () => {
  expect(pathOf([[4, 5]])).toEqual({ path: [[4, 5]], closed: true });
  expect(
    pathOf([
      [4, 5],
      [6, 7],
    ]).closed,
  ).toBe(false);
});

it("an area goes there on one side and back on the other, and is closed once", () => {
  const steps: string[] = [];
  const curve = simplified({
    moveTo: (x, y) => void steps.push(`M${x},${y}`),
    lineTo: (x, y) => void steps.push(`L${x},${y}`),
    closePath: () => void steps.push("Z"),
  });
  curve.areaStart();
  for (const side of [
    [
      [0, 0],
      [1, 0],
      [9, 0],
    ],
    [
      [9, 5],
      [0, 5],
    ],
  ] as const) {
    curve.lineStart();
    for (const [x, y] of side) curve.point(x, y);
    curve.lineEnd();
  }
  curve.areaEnd();
  expect(steps.join("")).toBe("M0,0L9,0L9,5L0,5Z");
});
