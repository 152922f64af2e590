import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { gradientFlow } from "../../lib/flows/gradient-flow.ts";
import { integrate } from "../../lib/flows/integrate.ts";
import { nesterovFlow } from "../../lib/flows/nesterov-flow.ts";
import { seededRandom } from "../../lib/random.ts";

const state = new Float64Array(2);

/** The largest difference from a closed form, over all times. */
function farthest(
  rows: Float64Array,
  times: Float64Array,
  exact: (time: number) => ArrayLike<number>,
): number {
  return Math.max(
    ...Array.from(times, (time, k) =>
      Math.max(...[0, 1].map((i) => Math.abs(rows[2 * k + i]! - exact(time)[i]!))),
    ),
  );
}

it("agrees with the closed form of a damped mode on random parameters, also between its own steps", () => {
  const random = seededRandom(12);
  for (let trial = 0; trial < 60; trial++) {
    const [damping, stiffness, start, velocity] = [
      4 * random(),
      4 * random(),
      random() - 0.5,
      random() - 0.5,
    ];
    const end = 25 * random();
    const times = Float64Array.from({ length: 41 }, (_, k) => (end * k) / 40);
    const rows = integrate(
      (_, [x, v], out) => ([out[0], out[1]] = [v!, -damping * v! - stiffness * x!]),
      Float64Array.of(start, velocity),
      times,
    );
    const off = farthest(rows, times, (t) => dampedMode(t, damping, stiffness, start, velocity, state));
    expect(off).toBeLessThan(1e-9); // some hundred steps, each to 1e−12
  }
});

it("agrees with Bessel's function on random parameters, from t = 0.01 on", () => {
  const random = seededRandom(13);
  for (let trial = 0; trial < 40; trial++) {
    const [damping, eigenvalue] = [1 + 11 * random(), 3 * random()];
    const end = 1 + 40 * random();
    const times = Float64Array.from({ length: 31 }, (_, k) => 0.01 + (end * k) / 30);
    const rows = integrate(
      (t, [x, v], out) => ([out[0], out[1]] = [v!, (-damping / t) * v! - eigenvalue * x!]),
      Float64Array.from(nesterovFlow(0.01, eigenvalue, damping, 1, state)),
      times,
    );
    const off = farthest(rows, times, (t) => nesterovFlow(t, eigenvalue, damping, 1, state));
    expect(off).toBeLessThan(1e-9); // as above
  }
});

it("agrees with gradient flow on random parameters", () => {
  const random = seededRandom(14);
  for (let trial = 0; trial < 40; trial++) {
    const [eigenvalue, end] = [5 * random(), 8 * random()];
    const [row] = integrate(
      (_, [x], out) => (out[0] = -eigenvalue * x!),
      Float64Array.of(1),
      Float64Array.of(0, end),
    ).subarray(1);
    expect(Math.abs(row! - gradientFlow(end, eigenvalue, 1))).toBeLessThan(1e-9); // as above
  }
});

it("gives NaN from where the solution leaves the numbers", () => {
  // ẏ = y², y(0) = 1, is 1/(1 − t).
  const rows = integrate(
    (_, [y], out) => (out[0] = y! * y!),
    Float64Array.of(1),
    Float64Array.of(0, 0.5, 0.9, 2),
  );
  expect(Math.abs(rows[1]! - 2)).toBeLessThan(1e-10); // some steps, each to 1e−12
  expect(Math.abs(rows[2]! - 10)).toBeLessThan(1e-8); // the error grows as y²
  expect(rows[3]).toBeNaN();
});

it("at one time it is where it starts", () => {
  expect([...integrate(() => undefined, Float64Array.of(3, 4), Float64Array.of(7))]).toEqual([3, 4]);
});

it.each([
  [[], 1e-9, "times must hold at least one: 0"],
  [[0, 1, 1], 1e-9, "times must ascend: 1"],
  [[0, 1], 0, "tolerance must be positive: 0"],
])("refuses the times %j with tolerance %d", (times, tolerance, message) => {
  const run = () => integrate(() => undefined, Float64Array.of(1), Float64Array.from(times), tolerance);
  expect(run).toThrow(new RangeError(message));
});

it("without dense output there are no times between two, and the end is the same", () => {
  const decay = (_: number, [y]: readonly number[], out: number[]) => (out[0] = -y!);
  const run = (times: number[]) =>
    integrate(decay, Float64Array.of(1), Float64Array.from(times), undefined, false);
  expect(Math.abs(run([0, 3])[1]! - Math.exp(-3))).toBeLessThan(1e-10); // some steps, each to 1e−12
  expect(() => run([0, 1, 2])).toThrow(
    new RangeError("times must be at most two where the output is not dense: 3"),
  );
});
