import { describe, expect, it } from "vitest";
import { surveyDraw, type Survey } from "../../../lib/methods/relu/survey.ts";
import { gaussianDraw, type ReluDraw } from "../../../lib/problems/relu-draw.ts";
import { jointlyActive, signPatterns } from "../../../lib/problems/relu-gram.ts";
import { randomNet } from "../../support/relu-net.ts";

function survey(draw: ReluDraw, reach: number): { result: Survey; shares: number[] } {
  const generator = surveyDraw(draw, reach);
  const shares: number[] = [];
  for (;;) {
    const next = generator.next();
    if (next.done) return { result: next.value, shares };
    shares.push(next.value);
  }
}

describe("surveyDraw(draw, reach)", () => {
  it.each([
    [5, 1],
    [5, 1024],
    [5, 40_001],
    [14, 3000],
  ])("sums and counts as a loop over all neurons does: n = %i, m = %i", (n, m) => {
    const draw = gaussianDraw(randomNet(n, n, n + 3, 1).data, m, 11);
    const [values, signs] = [new Float64Array(m * n), new Float64Array(m)];
    draw.open()(values, signs);
    const { result, shares } = survey(draw, 0.05);
    expect([...result.jointlyActive]).toEqual([...jointlyActive(signPatterns(values, m, n))]);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let r = 0; r < m; r++) sum += signs[r]! * Math.max(0, values[r * n + i]!);
      expect(result.activeSums[i]).toBeCloseTo(sum, 9); // 2⁻⁵³ √m sums of size √m
    }
    const near = Array.from({ length: m }, (_, r) => r).filter((r) =>
      values.subarray(r * n, (r + 1) * n).some((z) => Math.abs(z) <= 0.05),
    );
    expect([...result.near.ids.subarray(0, result.near.size)]).toEqual(near);
    for (const [place, r] of near.entries()) {
      expect(result.near.signs[place]).toBe(signs[r]);
      expect(result.near.preActivations.subarray(place * n, (place + 1) * n)).toEqual(
        values.subarray(r * n, (r + 1) * n),
      );
    }
    expect(shares[0]).toBe(0);
    expect(shares.every((share, k) => share < 1 && (k === 0 || share > shares[k - 1]!))).toBe(true);
  });

  it("keeps none within reach 0, and all within an infinite one", () => {
    const { draw } = randomNet(2, 3, 4, 70);
    expect(survey(draw, 0).result.near.size).toBe(0);
    expect(survey(draw, Infinity).result.near.size).toBe(70);
  });

  it.each([-1, NaN])("throws a RangeError for a reach of %d", (reach) => {
    const { draw } = randomNet(2, 3, 4, 70);
    expect(() => survey(draw, reach)).toThrow(new RangeError(`reach must not be negative: ${reach}`));
  });
});
