import { expect, it } from "vitest";
import { runDense } from "../../../lib/methods/relu/dense-run.ts";
import { reluNesterov } from "../../../lib/methods/relu/nesterov.ts";
import { weightSpaceRun } from "../../oracles/weight-space-relu.ts";
import { circleNet } from "../../support/relu-net.ts";

it("reluNesterov is the method that the papers write", () => {
  const expected = weightSpaceRun(circleNet.net, "Nesterov", 0.2, 0.7, 30);
  const settings = { method: reluNesterov, stepSize: 0.2, momentum: 0.7, steps: 30 };
  const visited: number[] = [];
  runDense(circleNet.data, circleNet.draw, settings, ({ step, loss }) => {
    visited.push(step);
    expect(loss).toBeCloseTo(expected[step]!.loss, 13); // losses of size 1, roundings of 30 steps
  });
  expect(visited).toHaveLength(31);
});
