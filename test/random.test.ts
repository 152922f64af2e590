import { expect, it } from "vitest";
import { fillNormal, normal, seededRandom } from "../lib/random.ts";

/** Mean, variance, skewness and kurtosis of a sample. */
function moments(sample: Float64Array): [mean: number, variance: number, skewness: number, kurtosis: number] {
  const average = (f: (x: number) => number): number =>
    sample.reduce((sum, x) => sum + f(x), 0) / sample.length;
  const mean = average((x) => x);
  const variance = average((x) => (x - mean) ** 2);
  const standard = (power: number): number => average((x) => (x - mean) ** power) / variance ** (power / 2);
  return [mean, variance, standard(3), standard(4)];
}

it.each([
  [1, [0.24379867637603347, 0.8995887411208731, 0.756832567132951]],
  [2026, [0.8891466741030316, 0.345289511247015, 0.5285962001875564]],
  [4294967295, [0.6430575247349265, 0.36514493770625, 0.4203838505785692]],
])("seededRandom(%i) is sfc32 of test/oracles/sfc32.py", (seed, expected) => {
  const random = seededRandom(seed);
  expect(expected.map(() => random())).toEqual(expected);
});

it("seededRandom gives equal numbers for equal seeds and others for others", () => {
  const [first, same, other] = [seededRandom(7), seededRandom(7), seededRandom(8)];
  const numbers = Array.from({ length: 20 }, first);
  expect(Array.from({ length: 20 }, same)).toEqual(numbers);
  expect(numbers.filter((x) => x === other())).toEqual([]);
});

it("seededRandom is uniform on [0, 1)", () => {
  const random = seededRandom(3);
  const sample = Float64Array.from({ length: 100_000 }, random);
  expect(Math.min(...sample.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...sample.slice(0, 50_000))).toBeLessThan(1);
  const [mean, variance, skewness, kurtosis] = moments(sample);
  // Five standard errors: √(1/12/N), √(1/180/N) and, for the last two, about √(6/N) and √(24/N).
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / 1e5));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 1e5));
  expect(Math.abs(skewness)).toBeLessThan(5 * Math.sqrt(6 / 1e5));
  expect(Math.abs(kurtosis - 9 / 5)).toBeLessThan(5 * Math.sqrt(24 / 1e5));
});

it.each([
  [
    "normal",
    (): Float64Array => {
      const random = seededRandom(4);
      return Float64Array.from({ length: 100_000 }, () => normal(random));
    },
  ],
  ["fillNormal", (): Float64Array => fillNormal(seededRandom(5), new Float64Array(100_000))],
])("%s has the moments 0, 1, 0, 3", (_, draw) => {
  const [mean, variance, skewness, kurtosis] = moments(draw());
  // Five standard errors of each: √(1/N), √(2/N), √(6/N), √(24/N).
  expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 1e5));
  expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / 1e5));
  expect(Math.abs(skewness)).toBeLessThan(5 * Math.sqrt(6 / 1e5));
  expect(Math.abs(kurtosis - 3)).toBeLessThan(5 * Math.sqrt(24 / 1e5));
});

it("fillNormal fills an odd length, returns it, and gives uncorrelated neighbours", () => {
  const out = new Float64Array(99_999);
  expect(fillNormal(seededRandom(6), out)).toBe(out);
  expect(out.every((x) => x !== 0 && Number.isFinite(x))).toBe(true);
  let product = 0;
  for (let i = 0; i + 1 < out.length; i += 2) product += out[i]! * out[i + 1]!;
  expect(Math.abs(product / 49_999)).toBeLessThan(5 / Math.sqrt(49_999)); // five standard errors
});
