import { describe, expect, it } from "vitest";
import { dampedMode, decayRate } from "../../lib/flows/damped-mode.ts";
import {
  heavyBallFlow,
  highResolutionHeavyBall,
  highResolutionNesterov,
  type Flow,
} from "../../lib/flows/flow.ts";
import { motion } from "../../lib/flows/motion.ts";
import { seededRandom } from "../../lib/random.ts";

const out = new Float64Array(2);

function at(flow: Flow, eigenvalue: number, time: number): number[] {
  return [...dampedMode(time, flow.damping(eigenvalue), flow.stiffness(eigenvalue), 1, 0, out)];
}

function expectClose(values: number[], expected: number[]): void {
  // mpmath, 16 printed digits and more; some roundings of terms of at most 1, of which little is left where the value is small.
  expected.forEach((value, i) => {
    expect(Math.abs(values[i]! - value)).toBeLessThan(2e-15);
    expect(Math.abs(values[i]! / value - 1)).toBeLessThan(1e-12);
  });
}

it("heavy ball with friction at λ₀ = 0.2, t = 5", () => {
  const flow = heavyBallFlow(Math.sqrt(0.1));
  expectClose(at(flow, 0.2, 5), [0.20360182188405344, -0.13011485993408718]);
  expectClose(at(flow, 0.1, 5), [0.53104520925062457, -0.10287033054190722]);
});

describe.each([
  [0.1, [0.36756865076929002, -0.094596406046725695], [0.39578380843613524, -0.09002640079750516]],
  [0.2, [0.022021716955110243, -0.078693310355653002], [0.091258225147132159, -0.0786622303093079]],
  [1, [0.14391423331438914, 0.018753784084148084], [0.0087572627572213956, 0.030147837700646492]],
  [4, [0.15133631883060271, -0.067182077908118791], [-0.00046554675764424864, 0.0007203249757114254]],
])("high resolution, α = 0.1, s = 0.25, t = 6, λ = %d", (eigenvalue, ball, nesterov) => {
  it("heavy ball", () => {
    expectClose(at(highResolutionHeavyBall(Math.sqrt(0.1), 0.25), eigenvalue, 6), ball);
  });
  it("Nesterov", () => {
    expectClose(at(highResolutionNesterov(Math.sqrt(0.1), 0.25), eigenvalue, 6), nesterov);
  });
});

it("Nesterov's roots at λ = γ² are γ and γ(1 + γ√s), by hand", () => {
  const [friction, stepSize] = [0.7, 0.09];
  const flow = highResolutionNesterov(friction, stepSize);
  // (x + γ)(x + γ(1 + γ√s)) has the sum 2γ + √s·γ² and the product γ²(1 + γ√s).
  expect(decayRate(flow.damping(0.49), flow.stiffness(0.49))).toBeCloseTo(friction, 14);
});

it("at s = 0 both high resolutions are the heavy ball with friction", () => {
  for (const flow of [highResolutionHeavyBall(0.3, 0), highResolutionNesterov(0.3, 0)])
    expect(at(flow, 0.8, 7)).toEqual(at(heavyBallFlow(0.3), 0.8, 7));
});

it.each([
  ["heavy ball", highResolutionHeavyBall],
  ["Nesterov", highResolutionNesterov],
])("%s in high resolution is what an integrator finds, at random parameters", (_, flowOf) => {
  const random = seededRandom(12);
  for (let trial = 0; trial < 40; trial++) {
    const [friction, stepSize, eigenvalue] = [random(), random(), 3 * random()];
    const flow = flowOf(friction, stepSize);
    const time = 1 + 9 * random();
    const { positions, velocities } = motion(
      (_time, position, velocity, out) => {
        out[0] = -flow.stiffness(eigenvalue) * position[0]! - flow.damping(eigenvalue) * velocity[0]!;
      },
      () => 0,
      Float64Array.of(1),
      Float64Array.of(0),
      Float64Array.of(0, time),
    );
    // odex at the tolerance 1e-12 for each step.
    const [position, velocity] = at(flow, eigenvalue, time);
    expect(Math.abs(positions[1]! - position!)).toBeLessThan(1e-9);
    expect(Math.abs(velocities[1]! - velocity!)).toBeLessThan(1e-9);
  }
});
