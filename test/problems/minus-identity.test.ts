import { expect, it } from "vitest";
import { minusIdentity } from "../../lib/problems/minus-identity.ts";
import { seededRandom } from "../../lib/random.ts";

it("without noise the targets are the inputs, turned over", () => {
  const { examples, inputs, targets } = minusIdentity(
    { dimension: 3, examples: 50, noise: 0 },
    seededRandom(1),
  );
  expect([examples, inputs.length]).toEqual([50, 150]);
  for (let i = 0; i < 150; i++) expect(targets[i]! + inputs[i]!).toBe(0); // exact
});

it("has inputs and noise of the given size", () => {
  const { inputs, targets } = minusIdentity({ dimension: 10, examples: 4000, noise: 0.5 }, seededRandom(2));
  const variance = (values: Float64Array): number =>
    values.reduce((sum, x) => sum + x * x, 0) / values.length;
  // 40 000 squares with variance 2: a standard error of 0.7 %; four of them.
  expect(Math.abs(variance(inputs) - 1)).toBeLessThan(0.03);
  expect(Math.abs(variance(targets.map((y, i) => y + inputs[i]!)) / 0.25 - 1)).toBeLessThan(0.03);
});
