import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { highResolutionHeavyBall, highResolutionNesterov } from "../../lib/flows/flow.ts";
import { matchedVelocity } from "../../lib/flows/matched-velocity.ts";
import { seededRandom } from "../../lib/random.ts";

it("brings the flow to where it should be", () => {
  const random = seededRandom(3);
  const state = new Float64Array(2);
  for (let trial = 0; trial < 500; trial++) {
    const [friction, stepSize, eigenvalue] = [random(), random(), 2 * random()];
    const flow = (trial % 2 ? highResolutionHeavyBall : highResolutionNesterov)(friction, stepSize);
    const interval = Math.sqrt(stepSize);
    const [start, next] = [random() - 0.5, random() - 0.5];
    const velocity = matchedVelocity(flow, eigenvalue, interval, start, next);
    dampedMode(interval, flow.damping(eigenvalue), flow.stiffness(eigenvalue), start, velocity, state);
    // The velocity is at most some 1/interval, and is multiplied by about the interval again.
    expect(Math.abs(state[0]! - next)).toBeLessThan(1e-13);
  }
});

it("tends to (x₁ − x₀)/Δ for a short interval, by hand", () => {
  const flow = highResolutionHeavyBall(0.5, 1e-12);
  expect(matchedVelocity(flow, 1, 1e-6, 1, 1 + 3e-6)).toBeCloseTo(3, 5); // x(Δ) = x₀ + Δẋ + O(Δ²)
});
