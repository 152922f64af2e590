import { expect, it } from "vitest";
import { runDense } from "../../../lib/methods/relu/dense-run.ts";
import { weightSpaceRun, type Variant } from "../../oracles/weight-space-relu.ts";
import { circleNet, reluMethods, tinyNet } from "../../support/relu-net.ts";

const variants = Object.keys(reluMethods) as Variant[];

it("runDense shows predictions, residual and pre-activations of the network on weights", () => {
  const { net, data, draw } = circleNet;
  for (const variant of variants) {
    const dense = weightSpaceRun(net, variant, 0.3, 0.8, 20);
    const settings = { method: reluMethods[variant], stepSize: 0.3, momentum: 0.8, steps: 20 };
    const result = runDense(data, draw, settings, (state) => {
      const { predictions, weights } = dense[state.step]!;
      for (const [i, u] of predictions.entries()) {
        expect(state.predictions[i]).toBeCloseTo(u, 13); // numbers of size 1, roundings of 20 steps
        expect(state.residual[i]).toBe(state.predictions[i]! - data.labels[i]!);
        for (const [r, w] of weights.entries()) {
          const product = net.points[i]!.reduce((sum, x, k) => sum + x * w[k]!, 0);
          expect(state.preActivations[r * 3 + i]).toBeCloseTo(product, 13);
        }
      }
    });
    expect(result).toEqual({ stoppedAt: null, diverged: false });
  }
});

it("runDense stops where the visitor says so, and where the loss is no longer finite", () => {
  const settings = { method: reluMethods["heavy ball"], stepSize: 0.5, momentum: 0.5, steps: 4000 };
  expect(runDense(tinyNet.data, tinyNet.draw, settings, ({ step }) => step < 3)).toEqual({
    stoppedAt: 3,
    diverged: false,
  });
  const losses: number[] = [];
  const wild = { ...settings, stepSize: 1e3 };
  const { stoppedAt, diverged } = runDense(
    circleNet.data,
    circleNet.draw,
    wild,
    ({ loss }) => void losses.push(loss),
  );
  expect(diverged).toBe(true);
  expect(losses).toHaveLength(stoppedAt!);
  expect(losses.every(Number.isFinite)).toBe(true);
});

it("runDense throws a RangeError for a draw of another number of data", () => {
  const settings = { method: reluMethods["heavy ball"], stepSize: 1, momentum: 0.5, steps: 1 };
  expect(() => runDense(tinyNet.data, circleNet.draw, settings, () => {})).toThrow(
    new RangeError("count of the draw must be 2: 3"),
  );
});
