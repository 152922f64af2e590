import { expect, it } from "vitest";
import { runDense } from "../../../lib/methods/relu/dense-run.ts";
import { SharedTrajectory } from "../../../lib/methods/relu/shared-trajectory.ts";
import type { Variant } from "../../oracles/weight-space-relu.ts";
import { randomNet, reluMethods } from "../../support/relu-net.ts";

it("moves a neuron that has not flipped: z = z(0) − (a/√m)GDv", () => {
  const [n, m, steps] = [4, 400, 15];
  const { data, draw, largest } = randomNet(5, n, 6, m);
  for (const variant of Object.keys(reluMethods) as Variant[]) {
    if (variant === "Nesterov") continue; // its residuals at the points are not shown
    const method = reluMethods[variant];
    const settings = { method, stepSize: 0.5 / largest, momentum: 0.7, steps };
    const shared = new SharedTrajectory(n);
    const same = new Uint8Array(m).fill(1);
    runDense(data, draw, settings, ({ step, residual, preActivations, start, signs }) => {
      for (let r = 0; r < m; r++) {
        for (let i = 0; i < n; i++)
          if (preActivations[r * n + i]! >= 0 !== start[r * n + i]! >= 0) same[r] = 0;
        if (same[r] === 0) continue;
        for (let i = 0; i < n; i++) {
          let shift = 0;
          for (let j = 0; j < n; j++)
            if (start[r * n + j]! >= 0) shift += data.gram[i * n + j]! * shared.point[j]!;
          const z = start[r * n + i]! - (signs[r]! * shift) / Math.sqrt(m);
          expect(preActivations[r * n + i]).toBeCloseTo(z, 13); // roundings of 15 steps
        }
      }
      shared.advance(residual, method, settings.stepSize, method.momentumAt(step, settings.momentum));
    });
    expect(same.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(m / 2);
  }
});

it("looks ahead for Nesterov: the memory is the iterate", () => {
  const shared = new SharedTrajectory(1);
  const method = reluMethods.Nesterov;
  shared.advance(Float64Array.of(1), method, 0.5, 0.25);
  expect([shared.memory[0], shared.point[0]]).toEqual([0.5, 0.5 + 0.25 * 0.5]);
  shared.advance(Float64Array.of(-1), method, 0.5, 0.25);
  expect([shared.memory[0], shared.point[0]]).toEqual([0.125, 0.125 + 0.25 * (0.125 - 0.5)]);
});
