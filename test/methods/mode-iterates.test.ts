import { expect, it } from "vitest";
import { heavyBall } from "../../lib/methods/heavy-ball.ts";
import { run, type Method } from "../../lib/methods/method.ts";
import { decayingModeIterates, modeIterates } from "../../lib/methods/mode-iterates.ts";
import { heavyBallRecursion } from "../../lib/methods/mode-recursion.ts";
import { nesterovDecaying } from "../../lib/methods/nesterov-decaying.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

/** Every fourth of the iterates of a method on ½·3w². */
function byRunning(method: Method): number[] {
  const iterates: number[] = [];
  const settings = { stepSize: 0.1, momentum: 0.7, start: Float64Array.of(1), steps: 41 };
  run(method, quadratic(Float64Array.of(3)), settings, (step, [w]) => {
    if (step % 4 === 0) iterates.push(w!);
  });
  return iterates;
}

it("they are those of the method", () => {
  for (const [own, method] of [
    [modeIterates(heavyBallRecursion, 0.3, 0.7, 41, 4), heavyBall],
    [decayingModeIterates(6.5, 0.3, 41, 4), nesterovDecaying(6.5)],
  ] as const) {
    const expected = byRunning(method);
    expect(own).toHaveLength(11);
    expected.forEach((x, i) => expect(Math.abs(own[i]! - x)).toBeLessThan(1e-14)); // a few roundings a step, of numbers up to 1
  }
});

it.each([
  [() => modeIterates(heavyBallRecursion, 1, 0, 1.5, 1), "steps must be a whole number of at least 0: 1.5"],
  [() => modeIterates(heavyBallRecursion, 1, 0, 5, 0), "every must be a whole number of at least 1: 0"],
  [() => decayingModeIterates(0, 1, 5, 1), "damping must be positive: 0"],
])("refuses what makes no sense", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
