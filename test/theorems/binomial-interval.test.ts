import { expect, it } from "vitest";
import { binomialInterval } from "../../lib/theorems/binomial-interval.ts";

/** P(X = k) for X binomial, as a product of a few numbers. */
function chance(k: number, n: number, p: number): number {
  let value = (1 - p) ** (n - k);
  for (let i = 1; i <= k; i++) value *= ((n - k + i) / i) * p;
  return value;
}

function tail(n: number, p: number, counts: (k: number) => boolean): number {
  let sum = 0;
  for (let k = 0; k <= n; k++) if (counts(k)) sum += chance(k, n, p);
  return sum;
}

it.each([1, 2, 40, 300, 5000])("for %i of as many reaches down to the root of 0.025", (n) => {
  const [lower, upper] = binomialInterval(n, n);
  // The sum over a single term, p to the n: n roundings of its logarithm.
  expect(Math.abs(lower / 0.025 ** (1 / n) - 1)).toBeLessThan(1e-13 * Math.max(1, n / 10));
  expect(upper).toBe(1);
  expect(binomialInterval(0, n)[0]).toBe(0);
  expect(binomialInterval(0, n)[1]).toBeCloseTo(1 - lower, 12);
});

it("has at each end a tail of 2.5 %, summed term by term", () => {
  for (const [k, n] of [
    [5, 10],
    [1, 30],
    [29, 30],
    [17, 25],
  ] as const) {
    const [lower, upper] = binomialInterval(k, n);
    expect(tail(n, lower, (x) => x >= k)).toBeCloseTo(0.025, 13);
    expect(tail(n, upper, (x) => x <= k)).toBeCloseTo(0.025, 13);
  }
});

it("holds the true probability with a chance of at least 95 %, whatever it is", () => {
  for (const n of [1, 7, 20]) {
    const intervals = Array.from({ length: n + 1 }, (_, k) => binomialInterval(k, n));
    for (let p = 0.005; p < 1; p += 0.005)
      expect(tail(n, p, (k) => intervals[k]![0] <= p && p <= intervals[k]![1])).toBeGreaterThanOrEqual(0.95);
  }
});

it("says nothing without trials, and refuses what is no count", () => {
  expect(binomialInterval(0, 0)).toEqual([0, 1]);
  expect(() => binomialInterval(0, -1)).toThrow(
    RangeError("trials must be a whole number of at least 0: -1"),
  );
  expect(() => binomialInterval(4, 3)).toThrow(RangeError("successes must be a whole number in [0, 3]: 4"));
});
