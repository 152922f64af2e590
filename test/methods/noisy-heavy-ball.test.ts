import { expect, it } from "vitest";
import { errorCurve } from "../../lib/methods/error-curve.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import {
  expectedErrorCurve,
  expectedErrorFloor,
  noiseFloor,
  noisyHeavyBall,
} from "../../lib/methods/noisy-heavy-ball.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { seededRandom } from "../../lib/random.ts";

const cases: [stepSize: number, momentum: number, eigenvalue: number, sigma: number][] = [
  [1, 0.25, 1, 1],
  [0.5, 0.9, 0.3, 0.1],
  [1, 0.9025, 0.01, 2],
  [0.1, 0, 3, 1],
  [1, 0.5, 2.7, 0.01],
];

it("noiseFloor by hand: η = λ = σ = 1, β = 1/4", () => {
  // x_{t+1} = x_t/4 − x_{t−1}/4 − ξ: Yule and Walker give variance v with ρ₁ = (1/4)/(5/4) = 1/5 and
  // v(1 − ρ₁/4 + ρ₂/4) = 1, ρ₂ = ρ₁/4 − 1/4 = −1/5: v = 1/(1 − 1/20 − 1/20) = 10/9.
  expect(noiseFloor(1, 0.25, 1, 1)).toBeCloseTo(10 / 9, 15);
});

it("without momentum it is that of stochastic gradient descent, ησ²/(λ(2 − ηλ))", () => {
  for (const [eta, lambda, sigma] of [
    [0.1, 3, 1],
    [1.5, 1, 0.2],
  ] as const)
    expect(noiseFloor(eta, 0, lambda, sigma)).toBeCloseTo(
      (eta * sigma ** 2) / (lambda * (2 - eta * lambda)),
      14,
    );
});

it("for a slow mode momentum raises it as the longer step η/(1 − β) does", () => {
  expect(noiseFloor(1e-6, 0.9, 1, 1) / noiseFloor(1e-5, 0, 1, 1)).toBeCloseTo(1, 4); // to first order in ηλ/(1 − β)
});

it("is infinite where nothing settles, 0 without noise", () => {
  expect([noiseFloor(1, 1, 1, 1), noiseFloor(1, 0.5, 3, 1), noiseFloor(1, 0.5, 0, 1)]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
  expect(noiseFloor(1, 1, 1, 0)).toBe(0);
  expect(() => noiseFloor(1, 0.5, 1, -1)).toThrow(RangeError("sigma must be finite and not negative: -1"));
});

/** E x_t² for t = 0 … steps by the recursion of the 2 × 2 matrix of second moments, P′ = APAᵀ + η²σ²e₁e₁ᵀ. */
function byCovariance(
  [stepSize, momentum, eigenvalue, sigma]: (typeof cases)[number],
  [start, previous]: [number, number],
  steps: number,
): number[] {
  const trace = 1 + momentum - stepSize * eigenvalue;
  let [now, cross, before] = [start * start, start * previous, previous * previous];
  return Array.from({ length: steps + 1 }, () => {
    const seen = now;
    [now, cross, before] = [
      trace * trace * now -
        2 * trace * momentum * cross +
        momentum * momentum * before +
        (stepSize * sigma) ** 2,
      trace * now - momentum * cross,
      now,
    ];
    return seen;
  });
}

it.each(cases)("expectedErrorCurve is the recursion of the covariance: %d, %d, %d, %d", (...mode) => {
  const [stepSize, momentum, eigenvalue, sigma] = mode;
  const settings = {
    stepSize,
    momentum,
    start: Float64Array.of(2),
    previous: Float64Array.of(-1),
    steps: 300,
  };
  const curve = expectedErrorCurve(Float64Array.of(eigenvalue), settings, sigma);
  byCovariance(mode, [2, -1], 300).forEach(
    (square, t) => expect(Math.abs((curve[t]! * 2) ** 2 / square - 1), `t ${t}`).toBeLessThan(1e-10), // the covariance cancels
  );
});

it.each(cases)("and ends on the floor: %d, %d, %d, %d", (stepSize, momentum, eigenvalue, sigma) => {
  const settings = { stepSize, momentum, start: Float64Array.of(3), steps: 2000 };
  const eigenvalues = Float64Array.of(eigenvalue);
  const curve = expectedErrorCurve(eigenvalues, settings, sigma);
  const floor = expectedErrorFloor(eigenvalues, stepSize, momentum, sigma, settings.start);
  expect(floor).toBeCloseTo(Math.sqrt(noiseFloor(stepSize, momentum, eigenvalue, sigma)) / 3, 14);
  expect(curve[2000]! / floor).toBeCloseTo(1, 12); // sums of up to 2000 terms
});

it("without noise it is the error curve", () => {
  const eigenvalues = Float64Array.of(0.01, 0.2, 1);
  const settings = { stepSize: 1, momentum: 0.9025, start: Float64Array.of(1, -2, 0.5), steps: 100 };
  const exact = errorCurve(heavyBall, quadratic(eigenvalues), settings);
  expectedErrorCurve(eigenvalues, settings, 0).forEach(
    (error, t) => expect(Math.abs(error - exact[t]!)).toBeLessThan(1e-14), // two orders of the same sums
  );
});

it("becomes infinite where it diverges", () => {
  const settings = { stepSize: 9, momentum: 0.5, start: Float64Array.of(1), steps: 800 };
  expect(expectedErrorCurve(Float64Array.of(1), settings, 1).at(-1)).toBe(Infinity);
  expect(expectedErrorCurve(Float64Array.of(1), settings, 0).at(-1)).toBe(Infinity);
});

it("a sampled run agrees with it, and can be repeated", () => {
  // 20 000 equal modes are as many independent runs: the mean of their squares has a standard error of at most √(2/20 000).
  const n = 20_000;
  const eigenvalues = new Float64Array(n).fill(0.3);
  const settings = { stepSize: 0.5, momentum: 0.8, start: new Float64Array(n).fill(1), steps: 60 };
  const sampled = errorCurve(noisyHeavyBall(seededRandom(17), 0.7), quadratic(eigenvalues), settings);
  const expected = expectedErrorCurve(Float64Array.of(0.3), { ...settings, start: Float64Array.of(1) }, 0.7);
  for (const t of [0, 1, 2, 5, 10, 30, 60])
    expect(Math.abs(sampled[t]! ** 2 / expected[t]! ** 2 - 1), `t ${t}`).toBeLessThan(5 * Math.sqrt(2 / n));
  const again = errorCurve(noisyHeavyBall(seededRandom(17), 0.7), quadratic(eigenvalues), {
    ...settings,
    steps: 3,
  });
  expect(again).toEqual(sampled.subarray(0, 4));
});

it("with σ = 0 it is the heavy ball", () => {
  const settings = { stepSize: 0.5, momentum: 0.8, start: Float64Array.of(1, 2, 3), steps: 40 };
  const problem = quadratic(Float64Array.of(0.1, 0.5, 1));
  expect(errorCurve(noisyHeavyBall(seededRandom(1), 0), problem, settings)).toEqual(
    errorCurve(heavyBall, problem, settings),
  );
});

it("refuses what is no problem", () => {
  const settings = { stepSize: 1, momentum: 0.5, start: Float64Array.of(0), steps: 2 };
  expect(() => noisyHeavyBall(seededRandom(1), NaN)).toThrow(
    RangeError("sigma must be finite and not negative: NaN"),
  );
  expect(() => expectedErrorCurve(Float64Array.of(1), settings, 1)).toThrow(
    RangeError("start must differ from the minimiser: 0"),
  );
  expect(() =>
    expectedErrorCurve(Float64Array.of(1, 2), { ...settings, start: Float64Array.of(1) }, 1),
  ).toThrow(RangeError("start must have length 2: 1"));
});
