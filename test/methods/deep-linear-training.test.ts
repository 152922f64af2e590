import { describe, expect, it } from "vitest";
import { lossCurve, train, type Training } from "../../lib/methods/deep-linear-training.ts";
import { gradientDescent } from "../../lib/methods/gradient-descent.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { nesterov } from "../../lib/methods/nesterov.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

const problem = quadratic(Float64Array.of(1, 0.1));
const settings = { stepSize: 0.8, momentum: 0.6, start: Float64Array.of(1, -2), steps: 23 };

async function finish(generator: AsyncGenerator<Training, Training, void>) {
  const told: Training[] = [];
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return { told, last: value };
    told.push(value);
  }
}

it("is the loss at each iterate: by hand", () => {
  const one = { stepSize: 1, momentum: 0.5, start: Float64Array.of(1), steps: 2 };
  // The iterates of f(w) = 5w²/4 from 1 are 1, −3/2, 1 (the smallest counterexample to (17)).
  expect(lossCurve(heavyBall, quadratic(Float64Array.of(2.5)), one)).toEqual(
    Float64Array.of(1.25, 2.8125, 1.25),
  );
});

it("ends before what is not finite", () => {
  const steep = { ...settings, start: Float64Array.of(1e150, 0), stepSize: 2e60, momentum: 0, steps: 9 };
  expect(lossCurve(gradientDescent, problem, steep).length).toBe(1); // the loss of 2e210 is not finite, the iterate is
});

describe.each([gradientDescent, heavyBall, nesterov])("$name", (method) => {
  it.each([1, 5e5, 8e5, 1e9])("comes out as in one run when a step costs %d", async (work) => {
    const { told, last } = await finish(train(method, problem, settings, work));
    expect(last.losses).toEqual(lossCurve(method, problem, settings));
    expect(last.diverged).toBe(false);
    expect(told.at(-1)).toEqual(last);
    expect(told.length).toBe(Math.ceil(23 / Math.max(1, Math.round(4e6 / work))));
  });
});

it("says where it diverges", async () => {
  const steep = { ...settings, stepSize: 2e60, momentum: 0, steps: 9 };
  const { last } = await finish(train(gradientDescent, problem, steep, 1e9));
  expect(last.losses).toEqual(lossCurve(gradientDescent, problem, steep));
  expect(last.losses.length).toBeLessThan(10);
  expect(last.diverged).toBe(true);
});

it("has the loss at the start alone for no steps", async () => {
  const { last } = await finish(train(heavyBall, problem, { ...settings, steps: 0 }, 1));
  expect(last).toEqual({ losses: Float64Array.of(0.5 + 0.2), diverged: false });
});

it("ends when it is cancelled, with what it has", async () => {
  const controller = new AbortController();
  const generator = train(heavyBall, problem, settings, 1e9, controller.signal);
  const first = await generator.next();
  controller.abort();
  expect(await generator.next()).toEqual({ done: true, value: first.value });
});
