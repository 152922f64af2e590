import { expect, it } from "vitest";
import { heavyBall, heavyBallAccumulated } from "../../lib/methods/heavy-ball.ts";
import { trajectory } from "../../lib/methods/trajectory.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

it("takes f(w) = 5w²/4 with η = 1, β = ½ from 1 over −3/2 to 1", () => {
  const settings = { stepSize: 1, momentum: 0.5, start: Float64Array.of(1), steps: 2 };
  // By hand, the smallest counterexample to (17) as printed; exact in binary.
  expect(trajectory(heavyBall, quadratic(Float64Array.of(2.5)), settings)).toEqual(
    Float64Array.of(1, -1.5, 1),
  );
});

it("Algorithm 1 is Algorithm 2, with a velocity too", () => {
  const random = seededRandom(41);
  const draw = () => fillNormal(random, new Float64Array(6));
  for (let trial = 0; trial < 100; trial++) {
    const problem = quadratic(Float64Array.from({ length: 6 }, () => random() + 1e-3));
    const stepSize = 1.9 * random() + 0.01;
    const momentum = trial === 0 ? 1 : random();
    const settings = { stepSize, momentum, start: draw(), previous: draw(), steps: 100 };
    const one = trajectory(heavyBallAccumulated, problem, settings);
    const two = trajectory(heavyBall, problem, settings);
    const largest = two.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const difference = two.reduce((most, x, i) => Math.max(most, Math.abs(x - one[i]!)), 0);
    expect(difference, `trial ${trial}`).toBeLessThan(1e-13 * largest); // 1e−13·max|w| per 100 steps
  }
});
