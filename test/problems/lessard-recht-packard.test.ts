import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { polyak, theorem12 } from "../../lib/methods/settings.ts";
import { failingStarts, stepsFrom } from "../../lib/methods/steps-from-starts.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { LESSARD_ENDS, lessardCycle, lessardRechtPackard } from "../../lib/problems/lessard-recht-packard.ts";

const setting = polyak(LESSARD_ENDS.smallest, LESSARD_ENDS.largest);
const search = { method: heavyBall, problem: lessardRechtPackard, setting, tolerance: 1e-6, cap: 2000 };

function from(start: number, steps: number): Float64Array {
  return trajectory(heavyBall, lessardRechtPackard, { ...setting, start: Float64Array.of(start), steps });
}

it("is continuous, with the slope that is its gradient", () => {
  const { loss, gradient } = lessardRechtPackard;
  for (const x of [-3, 0.4, 1, 1.5, 2, 7]) {
    const [up, down] = [1e-6, -1e-6].map((d) => loss(Float64Array.of(x + d)));
    const slope = gradient(Float64Array.of(x), new Float64Array(1))[0]!;
    expect((up! - down!) / 2e-6).toBeCloseTo(slope, 4); // half a jump of 24 in the curvature, times 1e−6
  }
});

it("has Polyak’s setting η = 1/9, β = 4/9, at which three points map round", () => {
  expect(setting.stepSize).toBeCloseTo(1 / 9, 15);
  expect(setting.momentum).toBeCloseTo(4 / 9, 15);
  const [x, y, z] = lessardCycle;
  const orbit = trajectory(heavyBall, lessardRechtPackard, {
    ...setting,
    start: Float64Array.of(x),
    previous: Float64Array.of(z),
    steps: 3,
  });
  [x, y, z, x].forEach((point, t) => expect(orbit[t]!).toBeCloseTo(point, 13)); // some roundings
});

it("goes to the cycle from 3.3, and to the minimiser from 10", () => {
  const late = [...from(3.3, 1500).slice(-3)].sort((a, b) => b - a);
  late.forEach((point, k) => expect(point).toBeCloseTo(lessardCycle[k]!, 12)); // the cycle attracts
  expect(lessardCycle.map((point) => point.toFixed(3))).toEqual(["2.116", "0.647", "-1.802"]);
  expect(stepsFrom(search, 3.3)).toBeNaN();
  expect(stepsFrom(search, 10)).toBeLessThan(200);
});

it("fails from 0.970 on, and not from all starts beyond: the starts that fail are no ball", () => {
  const intervals = failingStarts(search, 0.005, 12, 0.02);
  expect(intervals[0]![0].toFixed(3)).toBe("0.970");
  expect(intervals.length).toBeGreaterThan(3);
  for (const [low, high] of intervals) {
    expect(stepsFrom(search, (low + high) / 2)).toBeNaN();
    expect(stepsFrom(search, low - 1e-6)).toBeLessThan(2000);
    expect(stepsFrom(search, high + 1e-6)).toBeLessThan(2000);
  }
});

it("converges from everywhere that was tried at the setting of Theorem 27", () => {
  expect(failingStarts({ ...search, setting: theorem12(1, 25) }, 0.005, 12, 0.05)).toEqual([]);
});
