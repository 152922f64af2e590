import { beforeAll, describe, expect, it } from "vitest";
import { wangExperiment, wangExperiments, type Outcome } from "../../lib/theorems/wang-experiment.ts";

const SEEDS = 300;

/** Three standard errors of the difference between our mean and another, of as many seeds. */
function threeErrors(values: readonly number[]): number {
  const mean = average(values);
  const variance = average(values.map((value) => (value - mean) ** 2));
  return 3 * Math.sqrt((2 * variance) / values.length);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// The expected numbers are those of an independent program (NumPy, dense), over 300 seeds of its own.
describe.each([
  [2021, 23 / 300, 2.22, 1.74],
  [2020, 1, 1.76, 1.51],
] as const)("300 seeds of the experiment as of %i", (year, ahead, heavyBall, gradientDescent) => {
  let outcomes: Outcome[];
  beforeAll(() => {
    outcomes = Array.from({ length: SEEDS }, (_, seed) => wangExperiment(seed + 1, year));
  }, 300_000);

  it("momentum is ahead as often", () => {
    const share = average(outcomes.map((outcome) => Number(outcome.ahead)));
    expect(Math.abs(share - ahead)).toBeLessThanOrEqual(3 * Math.sqrt((2 * ahead * (1 - ahead)) / SEEDS));
  });

  it("as many pairs change their sign, more with momentum", () => {
    const heavy = outcomes.map((outcome) => 100 * outcome.heavyBallPairs);
    const plain = outcomes.map((outcome) => 100 * outcome.gradientDescentPairs);
    expect(Math.abs(average(heavy) - heavyBall)).toBeLessThan(threeErrors(heavy) + 0.005); // half a unit of the last digit
    expect(Math.abs(average(plain) - gradientDescent)).toBeLessThan(threeErrors(plain) + 0.005);
    expect(average(heavy)).toBeGreaterThan(average(plain));
  });

  if (year === 2021)
    it("momentum is mostly ahead where κ is above 4, and hardly ever below", () => {
      const share = (some: Outcome[]) => average(some.map((outcome) => Number(outcome.ahead)));
      const above = outcomes.filter(({ conditionNumber }) => conditionNumber > 4);
      const below = outcomes.filter(({ conditionNumber }) => conditionNumber <= 4);
      const expected = 18 / 26;
      const error = Math.sqrt(expected * (1 - expected) * (1 / 26 + 1 / above.length));
      expect(Math.abs(share(above) - expected)).toBeLessThan(3 * error);
      expect(share(below)).toBeLessThan(0.06); // 5 of 274, and three standard errors of each
    });
});

it("runs over seeds one after the other, tells of each, and ends when it is asked to", async () => {
  const told: number[] = [];
  const states = wangExperiments(2021, 3);
  for (;;) {
    const { done, value } = await states.next();
    if (done) {
      expect(value).toEqual([1, 2, 3].map((seed) => wangExperiment(seed, 2021)));
      break;
    }
    told.push(value.length);
  }
  expect(told).toEqual([1, 2, 3]);
  expect((await wangExperiments(2021, 3, { aborted: true }).next()).value).toEqual([]);
});
