import { describe, expect, it } from "vitest";
import { judgeChoice, judgeCurve, judgeNumber, toleranceText } from "../../cells/prediction.ts";

describe("judgeNumber", () => {
  it.each([
    [90, 90, "right"],
    [99, 90, "right"],
    [81, 90, "right"],
    [99.1, 90, "too high"],
    [80.9, 90, "too low"],
    [-99, -90, "right"],
    [-100, -90, "too low"],
    [0, 0, "right"],
    [1e-9, 0, "too high"],
  ])("%s for %s within 10 % is %s", (prediction, answer, expected) =>
    expect(judgeNumber(prediction, answer, { relative: 0.1 })).toBe(expected),
  );

  it.each([
    [125, 100, "right"],
    [80, 100, "right"],
    [125.1, 100, "too high"],
    [79.9, 100, "too low"],
    [0, 100, "too low"],
    [-100, 100, "too low"],
    [1e-300, 1e300, "too low"],
    [100, 0, "no answer"],
    [100, -3, "no answer"],
  ])("%s for %s within a factor of 1.25 is %s", (prediction, answer, expected) =>
    expect(judgeNumber(prediction, answer, { factor: 1.25 })).toBe(expected),
  );

  it("a factor is the same in both directions, and at every scale", () => {
    for (const scale of [2 ** -900, 1, 2 ** 900]) {
      for (const ratio of [1.2, 1.25, 1.3]) {
        const [above, below] = [
          judgeNumber(ratio * scale, scale, { factor: 1.25 }),
          judgeNumber(scale / ratio, scale, { factor: 1.25 }),
        ];
        expect([above, below]).toEqual(ratio > 1.25 ? ["too high", "too low"] : ["right", "right"]);
      }
    }
  });

  it.each([
    [42.7, "right"],
    [42.8, "too high"],
    [36.6, "too low"],
  ])("%s for 39.7 within 3 is %s", (prediction, expected) =>
    expect(judgeNumber(prediction, 39.7, { absolute: 3 })).toBe(expected),
  );

  it.each([NaN, Infinity, -Infinity])("there is no answer where it is %s", (answer) => {
    for (const tolerance of [{ relative: 0.1 }, { factor: 2 }, { absolute: 1 }])
      expect(judgeNumber(1, answer, tolerance)).toBe("no answer");
  });

  it("rounding does not decide at the border", () => {
    // 0.1 · 0.3 is less than 0.33 − 0.3 in doubles.
    expect(judgeNumber(0.33, 0.3, { relative: 0.1 })).toBe("right");
    expect(judgeNumber(0.3 * 1.1, 0.3, { factor: 1.1 })).toBe("right");
  });
});

it("judgeChoice is exact", () => {
  expect(judgeChoice("double", "double")).toBe(true);
  expect(judgeChoice("double", "Double")).toBe(false);
});

it("judgeCurve goes point by point, and does not count points without an answer", () => {
  const answers = [229, 159, Infinity, 30.4, NaN];
  expect(judgeCurve([230, 100, 5, 45, 5], answers, { factor: 1.25 })).toEqual({
    points: ["right", "too low", "no answer", "too high", "no answer"],
    right: 1,
    asked: 3,
  });
  expect(judgeCurve([1, 2], [1], { relative: 0.1 })).toMatchObject({ right: 1, asked: 1 });
});

it.each([
  [{ relative: 0.1 }, "within 10\u00a0%"],
  [{ relative: 0.025 }, "within 2.5\u00a0%"],
  [{ factor: 1.25 }, "within a factor of 1.25"],
  [{ absolute: 3 }, "within 3"],
])("toleranceText says it in words (%#)", (tolerance, text) => expect(toleranceText(tolerance)).toBe(text));
