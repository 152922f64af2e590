import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { beforeAll, describe, expect, it } from "vitest";
import { reluGradientDescent } from "../../../lib/methods/relu/gradient-descent.ts";
import { reluHeavyBall } from "../../../lib/methods/relu/heavy-ball.ts";
import { runLazy } from "../../../lib/methods/relu/lazy-run.ts";
import { reluData } from "../../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../../lib/problems/relu-draw.ts";
import { reluGram, signPatterns } from "../../../lib/problems/relu-gram.ts";
import { spherePoints } from "../../../lib/problems/sphere-points.ts";
import { seededRandom } from "../../../lib/random.ts";

/** Wang's first experiment: 5 points in dimension 10, a thousand neurons, 50 steps. */
const [COUNT, DIMENSION, WIDTH, STEPS, SEEDS] = [5, 10, 1000, 50, 300];

interface Outcome {
  readonly kappa: number;
  /** Heavy ball has the smaller loss at the end. */
  readonly ahead: boolean;
  /** Pairs whose sign differs from the start, in percent of all: heavy ball and gradient descent. */
  readonly heavyBall: number;
  readonly gradientDescent: number;
}

/** As printed in 2021 (η = 1/λ_max(H₀), β from κ) or in 2020 (a tenth of the step, β from ηλ_min). */
function runExperiment(seed: number, year: 2020 | 2021): Outcome {
  const random = seededRandom(seed);
  const points = spherePoints(random, COUNT, DIMENSION);
  const labels = Float64Array.from({ length: COUNT }, () => (random() < 0.5 ? 1 : -1));
  const data = reluData(points, labels, COUNT, DIMENSION);
  const draw = gaussianDraw(data, WIDTH, seed + 1e6);
  const values = new Float64Array(WIDTH * COUNT);
  draw.open()(values, new Float64Array(WIDTH));
  const gram = reluGram(data.gram, signPatterns(values, WIDTH, COUNT));
  const matrix = Matrix.from1DArray(COUNT, COUNT, gram);
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const [smallest, largest] = [Math.min(...realEigenvalues), Math.max(...realEigenvalues)];
  const stepSize = year === 2021 ? 1 / largest : 1 / (10 * largest);
  const root = year === 2021 ? 1 / (2 * Math.sqrt(largest / smallest)) : Math.sqrt(stepSize * smallest);
  const settings = { stepSize, momentum: (1 - root) ** 2, steps: STEPS, measureEvery: STEPS };
  const [heavy, plain] = [reluHeavyBall, reluGradientDescent].map(
    (method) => runLazy(data, draw, { ...settings, method }).curves,
  );
  const percent = (pairs: Float64Array) => (100 * pairs[STEPS]!) / (WIDTH * COUNT);
  return {
    kappa: largest / smallest,
    ahead: heavy!.losses[STEPS]! < plain!.losses[STEPS]!,
    heavyBall: percent(heavy!.changedPairs),
    gradientDescent: percent(plain!.changedPairs),
  };
}

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
    outcomes = Array.from({ length: SEEDS }, (_, seed) => runExperiment(seed + 1, year));
  }, 300_000);

  it("momentum is ahead as often", () => {
    const share = average(outcomes.map((outcome) => Number(outcome.ahead)));
    expect(Math.abs(share - ahead)).toBeLessThanOrEqual(3 * Math.sqrt((2 * ahead * (1 - ahead)) / SEEDS));
  });

  it("as many pairs change their sign, more with momentum", () => {
    const heavy = outcomes.map((outcome) => outcome.heavyBall);
    const plain = outcomes.map((outcome) => outcome.gradientDescent);
    expect(Math.abs(average(heavy) - heavyBall)).toBeLessThan(threeErrors(heavy) + 0.005); // half a unit of the last digit
    expect(Math.abs(average(plain) - gradientDescent)).toBeLessThan(threeErrors(plain) + 0.005);
    expect(average(heavy)).toBeGreaterThan(average(plain));
  });

  if (year === 2021)
    it("momentum is mostly ahead where κ is above 4, and hardly ever below", () => {
      const share = (some: Outcome[]) => average(some.map((outcome) => Number(outcome.ahead)));
      const above = outcomes.filter(({ kappa }) => kappa > 4);
      const below = outcomes.filter(({ kappa }) => kappa <= 4);
      const expected = 18 / 26;
      const error = Math.sqrt(expected * (1 - expected) * (1 / 26 + 1 / above.length));
      expect(Math.abs(share(above) - expected)).toBeLessThan(3 * error);
      expect(share(below)).toBeLessThan(0.06); // 5 of 274, and three standard errors of each
    });
});
