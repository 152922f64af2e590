import { expect, it } from "vitest";
import { FlippedNeurons } from "../../../lib/methods/relu/flipped-neurons.ts";
import { reluHeavyBall } from "../../../lib/methods/relu/heavy-ball.ts";
import { SignTable } from "../../../lib/methods/relu/sign-table.ts";

/** Two orthogonal data: G is the identity, and each coordinate of a neuron moves by itself. */
const identity = Float64Array.of(1, 0, 0, 1);

it("FlippedNeurons moves a neuron as the method says, counts its flips and tells its displacement", () => {
  const flipped = new FlippedNeurons(2);
  const none = new Float64Array(2);
  flipped.add(4, 0.5, Float64Array.of(1, -1), 0, none, none);
  const predictions = Float64Array.of(10, 10);
  flipped.addPredictions(predictions);
  expect([...predictions]).toEqual([10.5, 10]);
  expect([flipped.size, flipped.changed, flipped.ids[0]]).toEqual([1, 0, 4]);
  const table = new SignTable(identity, 2);
  table.build(Float64Array.of(3, 8));
  flipped.advance(table, reluHeavyBall, 0.25); // z = 1 − 0.5·3 = −0.5; the inactive datum does not move
  flipped.addPredictions(predictions);
  expect([...predictions]).toEqual([10.5, 10]);
  expect(flipped.changed).toBe(1);
  expect(flipped.changedPairs("point")).toBe(1);
  expect(flipped.changedPairs("memory")).toBe(0);
  expect(flipped.largestDisplacement("point", identity)).toBe(1.5);
  expect(flipped.largestDisplacement("memory", identity)).toBe(0);
  const joint = new Float64Array(4);
  flipped.addJointChange("point", joint);
  expect([...joint]).toEqual([-1, 0, 0, 0]);
  flipped.advance(table, reluHeavyBall, 0.25); // nothing is active: z = −0.5 + 0.25(−0.5 − 1)
  expect(flipped.largestDisplacement("point", identity)).toBe(1 + 0.5 + 0.375);
});

it("FlippedNeurons begins where the pool has left a neuron, and makes room for many", () => {
  const flipped = new FlippedNeurons(2);
  for (let k = 0; k < 100; k++)
    flipped.add(k, -0.5, Float64Array.of(9, 1, 2), 1, Float64Array.of(2, 4), Float64Array.of(1, 2));
  const predictions = new Float64Array(2);
  flipped.addPredictions(predictions);
  expect([...predictions]).toEqual([-100, -200]); // 100 neurons at (1 + 1, 2 + 2), weight −0.5
  predictions.fill(0);
  flipped.addMemoryPredictions(predictions);
  expect([...predictions]).toEqual([-75, -150]);
});

it("FlippedNeurons takes a sign within 1e-9 of 0 for rounding", () => {
  const flipped = new FlippedNeurons(1);
  flipped.add(0, 1, Float64Array.of(1), 0, Float64Array.of(1 + 1e-10), Float64Array.of(1 + 1e-8));
  expect([flipped.changedPairs("point"), flipped.changedPairs("memory")]).toEqual([0, 1]);
});
