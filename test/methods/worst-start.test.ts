import { expect, it } from "vitest";
import { powerNorm } from "../../lib/methods/heavy-ball-mode.ts";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { stackedErrorCurve } from "../../lib/methods/stacked-error-curve.ts";
import { worstStart } from "../../lib/methods/worst-start.ts";
import { stackedNorm } from "../../lib/norm.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";
import { fillNormal, seededRandom } from "../../lib/random.ts";

const eigenvalues = Float64Array.of(1, 0.01, 0.3);

it.each([0, 0.25, 0.9025, 1])("worstStart has norm 1 and grows to the largest ‖Aᵏ‖, β = %d", (momentum) => {
  for (const k of [0, 1, 5, 18, 60]) {
    const from = worstStart(eigenvalues, 1, momentum, k);
    expect(stackedNorm(from.start, from.previous)).toBeCloseTo(1, 14);
    const norms = stackedErrorCurve(heavyBall, quadratic(eigenvalues), {
      stepSize: 1,
      momentum,
      steps: k,
      ...from,
    });
    const expected = Math.max(...Array.from(eigenvalues, (z) => powerNorm(k, z, momentum)));
    expect(Math.abs(norms[k]! / expected - 1)).toBeLessThan(1e-12); // rounding of 60 steps
  }
});

it("worstStart is not beaten by random starts", () => {
  const random = seededRandom(51);
  const problem = quadratic(eigenvalues);
  const worst = stackedErrorCurve(heavyBall, problem, {
    stepSize: 1,
    momentum: 0.81,
    steps: 9,
    ...worstStart(eigenvalues, 1, 0.81, 9),
  });
  for (let trial = 0; trial < 500; trial++) {
    const [start, previous] = [
      fillNormal(random, new Float64Array(3)),
      fillNormal(random, new Float64Array(3)),
    ];
    const norms = stackedErrorCurve(heavyBall, problem, {
      stepSize: 1,
      momentum: 0.81,
      steps: 9,
      start,
      previous,
    });
    expect(norms[9]! / norms[0]!).toBeLessThanOrEqual(worst[9]! * (1 + 1e-13)); // rounding
  }
});
