import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { kernelFlow, type Kernel } from "../../lib/flows/kernel-flow.ts";
import { switchedMode } from "../../lib/flows/switched-mode.ts";
import { seededRandom } from "../../lib/random.ts";

const state = new Float64Array(2);

it("with a constant kernel it is the closed form in the eigenbasis", () => {
  const random = seededRandom(3);
  for (let trial = 0; trial < 20; trial++) {
    const [angle, damping] = [6 * random(), 3 * random()];
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [first, second] = [2 * random(), 2 * random()];
    const matrix = [
      c * c * first + s * s * second,
      c * s * (first - second),
      c * s * (first - second),
      s * s * first + c * c * second,
    ];
    const time = 12 * random();
    const kernel: Kernel = (_, __, ___, out) => out.set(matrix);
    const { positions } = kernelFlow(kernel, damping, Float64Array.of(0.3, 1), Float64Array.of(0, time));
    const along = [0.3 * c + s, -0.3 * s + c].map(
      (x, i) => dampedMode(time, damping, [first, second][i]!, x, 0, state)[0]!,
    );
    expect(Math.abs(positions[2]! - (c * along[0]! - s * along[1]!))).toBeLessThan(1e-9); // some hundred steps, each to 1e−12
    expect(Math.abs(positions[3]! - (s * along[0]! + c * along[1]!))).toBeLessThan(1e-9); // the same
  }
});

it("a kernel that grows as 1 + t/10, without damping: Airy's equation keeps its Wronskian", () => {
  const times = Float64Array.of(0, 3, 9);
  const kernel: Kernel = (time, _, __, out) => out.fill(1 + time / 10);
  const one = kernelFlow(kernel, 0, Float64Array.of(1), times);
  const half = kernelFlow(
    (time, _, __, out) => out.fill(1 + (time + 3) / 10),
    0,
    Float64Array.of(1),
    Float64Array.of(0, 6),
  );
  // Two solutions: from rest at 0, and from rest at 3. Their Wronskian is the same at 3 and at 9.
  const at3 = 0 * one.positions[1]! - 1 * one.velocities[1]!;
  const at9 = half.velocities[1]! * one.positions[2]! - half.positions[1]! * one.velocities[2]!;
  expect(Math.abs(at9 - at3)).toBeLessThan(1e-10); // some hundred steps, each to 1e−12
});

it("a kernel that switches against the errors is `switchedMode`", () => {
  const [least, largest] = [0.4, 8];
  const kernel: Kernel = (_, [x], [v], out) => out.fill(x! * v! < 0 ? largest : least);
  const times = Float64Array.from({ length: 30 }, (_, k) => k / 2);
  const { positions } = kernelFlow(kernel, 2 * Math.sqrt(least), Float64Array.of(1), times);
  times.forEach((time, k) => {
    expect(Math.abs(positions[k]! - switchedMode(time, least, largest, 1, state)[0]!)).toBeLessThan(1e-5); // the force jumps twice in each turn
  });
});

it("refuses a negative damping", () => {
  const run = () => kernelFlow(() => undefined, -1, Float64Array.of(1), Float64Array.of(0, 1));
  expect(run).toThrow(new RangeError("damping must be at least 0: -1"));
});
