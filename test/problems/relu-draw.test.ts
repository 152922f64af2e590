import { describe, expect, it } from "vitest";
import { gaussianDraw, givenDraw } from "../../lib/problems/relu-draw.ts";
import { randomNet } from "../support/relu-net.ts";

const { data } = randomNet(1, 5, 3, 1);

/** All neurons of a draw, taken `step` at a time. */
function drain(draw: ReturnType<typeof givenDraw>, step: number) {
  const next = draw.open();
  const [values, signs]: number[][] = [[], []];
  const block = [new Float64Array(step * draw.count), new Float64Array(step)] as const;
  for (let size = next(...block); size > 0; size = next(...block)) {
    values!.push(...block[0].subarray(0, size * draw.count));
    signs!.push(...block[1].subarray(0, size));
  }
  return { values: values!, signs: signs! };
}

describe("gaussianDraw(data, width, seed)", () => {
  it("has the covariance G, also where that is singular, and signs that fall evenly", () => {
    const width = 50_000;
    const { values, signs } = drain(gaussianDraw(data, width, 1), 1000);
    const n = data.count;
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        let [product, mean, signed] = [0, 0, 0];
        for (let r = 0; r < width; r++) {
          product += (values[r * n + i]! * values[r * n + j]!) / width;
          mean += values[r * n + i]! / width;
          signed += (signs[r]! * values[r * n + i]!) / width;
        }
        const c = data.gram[i * n + j]!;
        // Five standard errors: the variance of a product of normal numbers is 1 + c².
        expect(Math.abs(product - c)).toBeLessThan(5 * Math.sqrt((1 + c * c) / width));
        expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(width));
        expect(Math.abs(signed)).toBeLessThan(5 / Math.sqrt(width));
      }
    expect(Math.abs(signs.reduce((sum, sign) => sum + sign, 0))).toBeLessThan(5 * Math.sqrt(width));
  });

  it("is the same again, in blocks of any size, and begins alike at another width", () => {
    const draw = gaussianDraw(data, 1000, 7);
    const whole = drain(draw, 1000);
    expect(drain(draw, 77)).toEqual(whole);
    const wider = drain(gaussianDraw(data, 1500, 7), 333);
    expect(wider.values.slice(0, 5000)).toEqual(whole.values);
    expect(wider.signs.slice(0, 1000)).toEqual(whole.signs);
    expect(drain(gaussianDraw(data, 1000, 8), 1000).values[0]).not.toBe(whole.values[0]);
  });

  it.each([0, 1.5, 1e9, NaN])("throws a RangeError for the width %d", (width) => {
    expect(() => gaussianDraw(data, width, 1)).toThrow(
      new RangeError(`width must be a whole number in [1, 100000000]: ${width}`),
    );
  });
});

describe("givenDraw(preActivations, signs, count)", () => {
  it("gives what it was given, in blocks of any size", () => {
    const draw = givenDraw(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, -1, 1), 2);
    expect(draw.width).toBe(3);
    for (const step of [1, 2, 5])
      expect(drain(draw, step)).toEqual({ values: [1, 2, 3, 4, 5, 6], signs: [1, -1, 1] });
  });

  it.each([
    ["no neurons", [], [], "width must be a whole number in [1, 100000000]: 0"],
    ["a wrong length", [1, 2, 3], [1], "length of preActivations must be 2: 3"],
    ["a value that is not finite", [1, Infinity], [1], "preActivations must be finite: Infinity"],
    ["a sign that is not ±1", [1, 2], [0.5], "signs must be 1 or -1: 0.5"],
  ])("throws a RangeError for %s", (_, values, signs, message) => {
    expect(() => givenDraw(Float64Array.from(values), Float64Array.from(signs), 2)).toThrow(
      new RangeError(message),
    );
  });
});
