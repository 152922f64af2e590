import { describe, expect, it } from "vitest";
import { guaranteedError, guaranteedSteps } from "../../lib/advice/guarantee.ts";
import { recommendations, type ProblemKind } from "../../lib/advice/recommendations.ts";
import { rates } from "../../lib/atlas/rates.ts";
import {
  gradientDescentRecursion,
  heavyBallRecursion,
  nesterovRecursion,
} from "../../lib/methods/mode-recursion.ts";
import { worstCaseSteps } from "../../lib/methods/worst-case-steps.ts";

const recursions = {
  gradientDescent: gradientDescentRecursion,
  heavyBall: heavyBallRecursion,
  nesterov: nesterovRecursion,
};
const kinds: ProblemKind[] = ["quadratic", "relu"];

describe.each(kinds)("%s", (kind) => {
  it.each([1.0001, 3, 100, 3000])("at κ = %s every guarantee is one on the worst quadratic", (kappa) => {
    for (const { method, setting, guarantees, name } of recommendations(kind, 1 / kappa, 1))
      for (const guarantee of guarantees)
        for (const tolerance of [0.5, 1e-3, 1e-9]) {
          const needed = worstCaseSteps(recursions[method], setting, kappa, tolerance, { gridSize: 2001 })!;
          // The bound is reached by some modes: one step for its rounding.
          expect(needed, `${name}, ${guarantee.source}`).toBeLessThanOrEqual(
            guaranteedSteps(guarantee, tolerance) + 1e-9,
          );
        }
  });

  it("scaling the eigenvalues scales the step and nothing else", () => {
    const [one, other] = [recommendations(kind, 0.02, 1), recommendations(kind, 0.02 * 1024, 1024)];
    one.forEach(({ setting, guarantees }, i) => {
      expect(other[i]!.setting).toEqual({ ...setting, stepSize: setting.stepSize / 1024 }); // a power of two
      expect(other[i]!.guarantees).toEqual(guarantees);
    });
  });
});

it.each([
  ["quadratic", "Theorem 12, (19)", "wang-19"],
  ["quadratic", "Theorem 12, repaired", "wang-12"],
  ["quadratic", "Nesterov 2004", "nesterov"],
  ["relu", "Theorem 13, wide enough", "wang-13"],
  ["relu", "Theorem 2 of 2020, repaired", "wang-2020-2"],
] as const)("%s: %s promises what the table of rates says", (kind, source, key) => {
  const rate = rates.find((one) => one.key === key)!;
  for (const kappa of [2, 50, 1e4])
    for (const tolerance of [0.1, 1e-6]) {
      const guarantee = recommendations(kind, 1, kappa)
        .flatMap(({ guarantees }) => guarantees)
        .find((one) => one.source === source)!;
      expect(guaranteedSteps(guarantee, tolerance)).toBe(rate.promised!(kappa, tolerance));
    }
});

it("ours from rest are attained: Polyak's at α, Nesterov's at μ", () => {
  const [, , polyakAdvice, nesterovAdvice] = recommendations("quadratic", 0.01, 1);
  for (const { setting, method, guarantees } of [polyakAdvice!, nesterovAdvice!]) {
    const z = setting.stepSize * (method === "nesterov" ? 0.01 : 1);
    const recursion = recursions[method];
    let [current, previous] = [1, 1];
    for (let t = 1; t <= 100; t++) {
      [current, previous] = [
        recursion.trace(z, setting.momentum) * current -
          recursion.determinant(z, setting.momentum) * previous,
        current,
      ];
      // A double root: a rounding ε of z moves x_t by εt²/z, and the recursion has as many again.
      expect(Math.abs(current)).toBeCloseTo(guaranteedError(guarantees.at(-1)!, t), 9);
    }
  }
});

it("at κ = 1 one step is enough for gradient descent, Polyak and Nesterov", () => {
  for (const { key, guarantees } of recommendations("quadratic", 2, 2))
    if (key !== "theorem") expect(Math.min(...guarantees.map((each) => guaranteedSteps(each, 1e-9)))).toBe(1);
});

it("eigenvalues must be positive", () => {
  expect(() => recommendations("quadratic", 0, 1)).toThrow("smallest must be positive: 0");
});
