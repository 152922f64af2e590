import { expect, it } from "vitest";
import { runDense } from "../../../lib/methods/relu/dense-run.ts";
import { reluNesterovGradientCorrection } from "../../../lib/methods/relu/nesterov-gradient-correction.ts";
import { weightSpaceRun } from "../../oracles/weight-space-relu.ts";
import { circleNet } from "../../support/relu-net.ts";

it("reluNesterovGradientCorrection is the method that the papers write", () => {
  const expected = weightSpaceRun(circleNet.net, "Nesterov, gradient correction", 0.2, 0.7, 30);
  const settings = { method: reluNesterovGradientCorrection, stepSize: 0.2, momentum: 0.7, steps: 30 };
  const visited: number[] = [];
  runDense(circleNet.data, circleNet.draw, settings, ({ step, loss }) => {
    visited.push(step);
    expect(loss).toBeCloseTo(expected[step]!.loss, 13); // losses of size 1, roundings of 30 steps
  });
  expect(visited).toHaveLength(31);
});

it("reluNesterovGradientCorrection begins with a step of gradient descent", () => {
  expect(reluNesterovGradientCorrection.momentumAt(0, 0.9)).toBe(0);
  expect(reluNesterovGradientCorrection.momentumAt(1, 0.9)).toBe(0.9);
});
