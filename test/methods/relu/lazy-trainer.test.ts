import { expect, it } from "vitest";
import { LazyTrainer } from "../../../lib/methods/relu/lazy-trainer.ts";
import { surveyDraw } from "../../../lib/methods/relu/survey.ts";
import { reluGram, signPatterns } from "../../../lib/problems/relu-gram.ts";
import { weightSpaceRun, type Variant } from "../../oracles/weight-space-relu.ts";
import { randomNet, reluMethods } from "../../support/relu-net.ts";

it("LazyTrainer shows loss, predictions, residual and kernel step by step", () => {
  const [n, m] = [5, 600];
  const { net, data, draw, largest } = randomNet(9, n, 7, m);
  const survey = last(surveyDraw(draw, 1));
  for (const variant of Object.keys(reluMethods) as Variant[]) {
    const settings = { method: reluMethods[variant], stepSize: 1 / largest, momentum: 0.7, steps: 8 };
    const dense = weightSpaceRun(net, variant, settings.stepSize, settings.momentum, settings.steps);
    const trainer = new LazyTrainer(data, survey, settings);
    for (const [t, { loss, predictions, weights }] of dense.entries()) {
      expect(trainer.step).toBe(t);
      expect(trainer.neededReach()).toBe(0);
      trainer.evaluate();
      expect(trainer.loss).toBeCloseTo(loss, 12); // sums of 600 terms, 8 steps
      for (const [i, u] of predictions.entries()) {
        expect(trainer.predictions[i]).toBeCloseTo(u, 12);
        expect(trainer.residual[i]).toBe(trainer.predictions[i]! - data.labels[i]!);
      }
      const products = weights.flatMap((w) =>
        net.points.map((x) => x.reduce((sum, value, k) => sum + value * w[k]!, 0)),
      );
      const kernel = reluGram(data.gram, signPatterns(Float64Array.from(products), m, n));
      for (const [k, entry] of trainer.kernel().entries()) expect(entry).toBeCloseTo(kernel[k]!, 15); // counts are exact
      trainer.advance();
    }
    expect(trainer.active).toBeGreaterThan(0);
    expect(trainer.active).toBeLessThan(m / 2);
    expect(trainer.watched).toBeGreaterThan(0);
  }
});

it("LazyTrainer asks for a survey that reaches far enough, or for all neurons where few are left", () => {
  const wide = randomNet(9, 5, 7, 2000);
  const settings = { method: reluMethods["heavy ball"], stepSize: 1 / wide.largest, momentum: 0.7, steps: 8 };
  const trainer = new LazyTrainer(wide.data, last(surveyDraw(wide.draw, 0)), settings);
  expect(trainer.neededReach()).toBe(0);
  trainer.evaluate();
  trainer.advance();
  const reach = trainer.neededReach();
  expect(reach).toBeGreaterThan(0);
  expect(reach).toBeLessThan(1);
  trainer.adopt(last(surveyDraw(wide.draw, reach)));
  expect(trainer.neededReach()).toBe(0);
  const narrow = randomNet(9, 5, 7, 2);
  const few = new LazyTrainer(narrow.data, last(surveyDraw(narrow.draw, 0)), settings);
  expect(few.neededReach()).toBe(Infinity);
  few.adopt(last(surveyDraw(narrow.draw, Infinity)));
  expect([few.neededReach(), few.active, few.watched]).toEqual([0, 2, 0]);
});

function last<R>(generator: Generator<unknown, R, void>): R {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}
