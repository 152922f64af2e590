import { expect, it } from "vitest";
import { reluNetwork } from "../../lib/problems/relu-network.ts";
import { circleNet } from "../support/relu-net.ts";

const { points, labels, weights, signs } = circleNet.net;
const network = reluNetwork({
  points: Float64Array.from(points.flat()),
  labels: Float64Array.from(labels),
  count: 3,
  dimension: 2,
  signs: Float64Array.from(signs),
});
const start = Float64Array.from(weights.flat());

// Six neurons and three points of the circle, by an independent program (NumPy): GD, η = 0.1.
it("its loss along gradient descent", () => {
  const [w, gradient] = [Float64Array.from(start), new Float64Array(12)];
  for (const loss of [0.7855870091905938, 0.7137935837148691, 0.6515135221899986, 0.6232640039522152]) {
    expect(Math.abs(network.loss(w) / loss - 1)).toBeLessThan(1e-13); // some roundings
    network.gradient(w, gradient);
    w.forEach((value, i) => (w[i] = value - 0.1 * gradient[i]!));
  }
});

it("its gradient is the slope of its loss", () => {
  const gradient = network.gradient(start, new Float64Array(12));
  for (let i = 0; i < 12; i++) {
    const [above, below] = [1e-5, -1e-5].map((step) => network.loss(start.with(i, start[i]! + step)));
    expect(Math.abs((above! - below!) / 2e-5 - gradient[i]!)).toBeLessThan(1e-10); // ε/h; between kinks the loss is quadratic
  }
});

it("its errors are predictions less labels", () => {
  const errors = network.errors(start, new Float64Array(3));
  expect(errors.reduce((sum, error) => sum + (error * error) / 2, 0)).toBe(network.loss(start));
  expect(network.errors(new Float64Array(12), errors)).toEqual(Float64Array.from(labels, (y) => -y));
});

it.each([
  [{ points: new Float64Array(5) }, "length of points must be 6: 5"],
  [{ labels: new Float64Array(2) }, "length of labels must be 3: 2"],
  [{ signs: new Float64Array(0) }, "length of signs must be at least 1: 0"],
])("refuses lengths that differ: %j", (change, message) => {
  const data = {
    points: new Float64Array(6),
    labels: new Float64Array(3),
    count: 3,
    dimension: 2,
    signs: Float64Array.of(1),
    ...change,
  };
  expect(() => reluNetwork(data)).toThrow(new RangeError(message));
});
