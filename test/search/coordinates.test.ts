import { describe, expect, it } from "vitest";
import { coordinatesOf } from "../../lib/search/coordinates.ts";

const start = Float64Array.of(3, -4);
const origin = {
  eigenvalues: Float64Array.of(0.5, 2),
  stepSize: 0.25,
  momentum: 0.75,
  start,
  previous: start,
  memory: new Float64Array(2),
  steps: 12,
};

describe("coordinatesOf", () => {
  it("has a coordinate for each free number; whole numbers and zeros stay, one array under two names moves as one", () => {
    const { dimension, decode } = coordinatesOf(origin);
    expect(dimension).toBe(6);
    const moved = decode([0, 0, 0, 0, 1, -1]);
    const size = Math.sqrt(12.5);
    expect(moved.start).toEqual(Float64Array.of(3 + size, -4 - size));
    expect(moved.previous).toEqual(moved.start);
    expect([moved.memory, moved.steps]).toEqual([origin.memory, 12]);
    expect(origin.start).toEqual(Float64Array.of(3, -4));
  });

  it("moves sizes by factors and the momentum by its odds", () => {
    const x = [Math.log(2), -Math.log(2), Math.log(4), Math.log(3), 0, 0];
    const moved = coordinatesOf(origin).decode(x);
    // Two roundings of exp and log; odds 3 become 9, which is 9/10.
    expect(moved.eigenvalues[0]! - 1).toBeCloseTo(0, 14);
    expect(moved.eigenvalues[1]! - 1).toBeCloseTo(0, 14);
    expect(moved.stepSize - 1).toBeCloseTo(0, 14);
    expect(moved.momentum - 0.9).toBeCloseTo(0, 14);
  });

  it("keeps a momentum within (0, 1) and is the origin at 0", () => {
    const { decode } = coordinatesOf({ momentum: 0.3 });
    for (const x of [-20, -1, 1, 20]) {
      expect(decode([x]).momentum).toBeGreaterThan(0);
      expect(decode([x]).momentum).toBeLessThan(1);
    }
    expect(coordinatesOf(origin).decode(new Float64Array(6))).toEqual(origin);
  });

  it("has no coordinates where nothing is free", () => {
    const data = { alpha: 1, decimals: 4, points: Float64Array.of(0.6, 0.8), signs: Float64Array.of(-1) };
    const { dimension, decode } = coordinatesOf(data);
    expect(dimension).toBe(0);
    expect(decode([])).toEqual(data);
  });

  it("lets the entries of an array with another sign than the spectrum's pass through 0", () => {
    const { decode } = coordinatesOf({ eigenvalues: Float64Array.of(-1, 1), start: Float64Array.of(1) });
    expect(decode([1, 0, -2])).toEqual({ eigenvalues: Float64Array.of(0, 1), start: Float64Array.of(-1) });
  });
});
