import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { gradientFlow } from "../../lib/flows/gradient-flow.ts";
import { nesterovFlow } from "../../lib/flows/nesterov-flow.ts";
import {
  weightFlowByStretches,
  weightGradientFlow,
  weightHeavyBallFlow,
  weightNesterovFlow,
} from "../../lib/flows/weight-flow.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { reluNetwork } from "../../lib/problems/relu-network.ts";
import { circleNet, randomNet } from "../support/relu-net.ts";

const eigenvalues = Float64Array.of(0.05, 0.7, 3);
const start = Float64Array.of(1, -2, 0.5);
const times = Float64Array.of(0, 0.004, 0.01, 0.5, 3, 20);
const state = new Float64Array(2);

/** On a quadratic every mode is on its own. */
function expectModes(rows: Float64Array, exact: (time: number, i: number) => number): void {
  times.forEach(
    (time, k) =>
      start.forEach((_, i) => expect(Math.abs(rows[3 * k + i]! - exact(time, i))).toBeLessThan(1e-9)), // some hundred steps, each to 1e−12
  );
}

it("on a quadratic they are the closed forms", () => {
  const problem = quadratic(eigenvalues);
  const slow = weightGradientFlow(problem, start, times);
  expectModes(slow.positions, (t, i) => gradientFlow(t, eigenvalues[i]!, start[i]!));
  expectModes(slow.velocities, (t, i) => -eigenvalues[i]! * gradientFlow(t, eigenvalues[i]!, start[i]!));
  const ball = weightHeavyBallFlow(problem, 0.6, start, times);
  const mode = (t: number, i: number) => dampedMode(t, 0.6, eigenvalues[i]!, start[i]!, 0, state);
  expectModes(ball.positions, (t, i) => mode(t, i)[0]!);
  expectModes(ball.velocities, (t, i) => mode(t, i)[1]!);
  for (const damping of [1, 3, 6.5]) {
    const nesterov = weightNesterovFlow(problem, damping, start, times);
    const flow = (t: number, i: number) => nesterovFlow(t, eigenvalues[i]!, damping, start[i]!, state);
    expectModes(nesterov.positions, (t, i) => flow(t, i)[0]!);
    expectModes(nesterov.velocities, (t, i) => flow(t, i)[1]!);
  }
});

const { net } = circleNet;
const network = reluNetwork({
  points: Float64Array.from(net.points.flat()),
  labels: Float64Array.from(net.labels),
  count: 3,
  dimension: 2,
  signs: Float64Array.from(net.signs),
});
const weights = Float64Array.from(net.weights.flat());

it("on a ReLU network gradient flow is what gradient descent tends to, with an error of the order of the step", () => {
  const random = randomNet(1, 5, 5, 30);
  const wide = reluNetwork({
    points: Float64Array.from(random.net.points.flat()),
    labels: Float64Array.from(random.net.labels),
    count: 5,
    dimension: 5,
    signs: Float64Array.from(random.net.signs),
  });
  const begin = Float64Array.from(random.net.weights.flat());
  const exact = weightGradientFlow(wide, begin, Float64Array.of(0, 2), 1e-6).positions.subarray(150);
  const errors = [200, 400, 800].map((steps) => {
    const [w, gradient] = [Float64Array.from(begin), new Float64Array(150)];
    for (let k = 0; k < steps; k++) {
      wide.gradient(w, gradient);
      for (let i = 0; i < 150; i++) w[i]! -= (2 / steps) * gradient[i]!;
    }
    return Math.hypot(...w.map((value, i) => value - exact[i]!));
  });
  expect(errors[0]! / errors[1]!).toBeGreaterThan(1.7); // 2, but for kinks that are crossed within a step
  expect(errors[1]! / errors[2]!).toBeGreaterThan(1.7); // the same
});

it("where both sides push it onto a crease, gradient flow has no more a classical solution", () => {
  // f = max{w, 0} at 1 and max{−w, 0} at −1, both to be −1: w = 2e^{−t} − 1 until it is 0, where it stays.
  const crease = reluNetwork({
    points: Float64Array.of(1, -1),
    labels: Float64Array.of(-1, -1),
    count: 2,
    dimension: 1,
    signs: Float64Array.of(1),
  });
  const { positions } = weightGradientFlow(crease, Float64Array.of(1), Float64Array.of(0, 0.5, 1), 1e-9);
  expect(positions[1]).toBeCloseTo(2 * Math.exp(-0.5) - 1, 7); // steps to 1e−9
  expect(positions[2]).toBeNaN();
});

it("the energy ½‖ẇ‖² + f is kept without friction, and only falls with it, kinks or not", () => {
  const seen = Float64Array.from({ length: 60 }, (_, k) => k / 4);
  const energies = ({ positions, velocities }: ReturnType<typeof weightHeavyBallFlow>) =>
    Array.from(seen, (_, k) => {
      const speed = Math.hypot(...velocities.subarray(12 * k, 12 * (k + 1)));
      return speed ** 2 / 2 + network.loss(positions.subarray(12 * k, 12 * (k + 1)));
    });
  const kept = energies(weightHeavyBallFlow(network, 0, weights, seen, 1e-9));
  for (const energy of kept) expect(Math.abs(energy / kept[0]! - 1)).toBeLessThan(1e-5); // where ẅ jumps a step errs by more than 1e−9
  for (const lost of [
    energies(weightHeavyBallFlow(network, 0.5, weights, seen, 1e-9)),
    energies(weightNesterovFlow(network, 3, weights, seen, 1e-9)),
  ])
    for (let k = 1; k < lost.length; k++) expect(lost[k]!).toBeLessThan(lost[k - 1]! + 1e-6); // the same
});

it.each([
  [() => weightGradientFlow(network, weights, Float64Array.of(1, 2)), "times must begin at 0: 1"],
  [() => weightHeavyBallFlow(network, -1, weights, times), "damping must be at least 0: -1"],
  [() => weightNesterovFlow(network, 0, weights, times), "damping must be positive: 0"],
  [
    () => weightFlowByStretches(network, { name: "gradientFlow" }, weights, times, 0).next(),
    "stretch must be a whole number of at least 1: 0",
  ],
])("refuses what makes no sense", (run, message) => {
  expect(run).toThrow(new RangeError(message));
});

it.each([
  { name: "gradientFlow" },
  { name: "heavyBall", damping: 0.4 },
  { name: "nesterov", damping: 3 },
] as const)("by stretches $name goes where it goes at once", (flow) => {
  const problem = quadratic(eigenvalues);
  const whole =
    flow.name === "gradientFlow"
      ? weightGradientFlow(problem, start, times)
      : (flow.name === "heavyBall" ? weightHeavyBallFlow : weightNesterovFlow)(
          problem,
          flow.damping,
          start,
          times,
        );
  for (const stretch of [1, 4, 5, 100]) {
    const motions = [...weightFlowByStretches(problem, flow, start, times, stretch)];
    expect(motions).toHaveLength(Math.ceil((times.length - 1) / stretch));
    for (const part of ["positions", "velocities"] as const) {
      const joined = motions.flatMap((motion) => [...motion[part]]);
      expect(joined).toHaveLength(whole[part].length);
      joined.forEach((value, i) => expect(Math.abs(value - whole[part][i]!)).toBeLessThan(1e-9)); // some hundred steps, each to 1e−12
    }
  }
});

it("stretches end where the flow does", () => {
  const nowhere = {
    dimension: 1,
    loss: () => NaN,
    gradient: (_: Float64Array, out: Float64Array) => out.fill(NaN),
  };
  const seen = [...weightFlowByStretches(nowhere, { name: "gradientFlow" }, Float64Array.of(1), times, 2)];
  expect(seen).toHaveLength(1);
});
