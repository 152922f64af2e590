import { expect, it } from "vitest";
import { heavyBallFlow } from "../../lib/flows/flow.ts";
import { flowSamples, nesterovSamples } from "../../lib/flows/flow-samples.ts";

const times = Float64Array.of(0, 2, 5);

it("the heavy ball at its critical damping, by hand", () => {
  const { positions, velocities } = flowSamples(heavyBallFlow(0.5), 0.25, times);
  times.forEach((t, k) => {
    expect(positions[k]).toBeCloseTo((1 + t / 2) * Math.exp(-t / 2), 14); // a few roundings
    expect(velocities[k]).toBeCloseTo((-t / 4) * Math.exp(-t / 2), 14); // the same
  });
});

it("Nesterov's flow at d = 2 is sin u/u, u = t√λ", () => {
  const { positions } = nesterovSamples(2, 9, times);
  times.forEach((t, k) => expect(positions[k]).toBeCloseTo(t === 0 ? 1 : Math.sin(3 * t) / (3 * t), 14)); // a few roundings
});
