import { expect, it } from "vitest";
import { comparison } from "../../lib/methods/comparison.ts";
import * as heavyBallMode from "../../lib/methods/heavy-ball-mode.ts";
import * as nesterovMode from "../../lib/methods/nesterov-mode.ts";
import { theorem12 } from "../../lib/methods/settings.ts";

const mine = { stepSize: 0.7, momentum: 0.3 };

it("mine gives all three the reader's setting, gradient descent without momentum", () => {
  expect(comparison("mine", 0.1, 1, mine)).toEqual({
    gradientDescent: { stepSize: 0.7, momentum: 0 },
    heavyBall: mine,
    nesterov: mine,
  });
});

it("the paper's heavy ball is Theorem 12's", () => {
  expect(comparison("paper", 0.1, 1, mine).heavyBall).toEqual(theorem12(0.1, 1));
});

it("nothing near the best settings is faster on the whole interval", () => {
  const { heavyBall, nesterov } = comparison("best", 0.01, 1, mine);
  for (const [mode, best] of [
    [heavyBallMode, heavyBall],
    [nesterovMode, nesterov],
  ] as const) {
    const slowest = (stepSize: number, momentum: number) =>
      Math.max(
        ...Array.from({ length: 201 }, (_, i) =>
          mode.spectralRadius(stepSize * (0.01 + 0.99 * (i / 200)), momentum),
        ),
      );
    const least = slowest(best.stepSize, best.momentum);
    for (const [a, b] of [
      [0.99, 1],
      [1.01, 1],
      [1, 0.99],
      [1, 1.01],
      [1.01, 1.01],
      [0.99, 0.99],
    ] as const) {
      // 1e−7: at the best setting roots are double, and a rounding moves them by √(1e−16).
      expect(slowest(a * best.stepSize, b * best.momentum)).toBeGreaterThan(least - 1e-7);
    }
  }
});
