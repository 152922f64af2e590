import { expect, it } from "vitest";
import { dampedMode } from "../../lib/flows/damped-mode.ts";
import { squaredCurve } from "../../lib/flows/squared-curve.ts";

/** The points of a curve of pairs, apart. */
function split(pairs: Float64Array): { xs: number[]; ys: number[] } {
  const at = (odd: 0 | 1) => [...pairs].filter((_, i) => i % 2 === odd);
  return { xs: at(0), ys: at(1) };
}

it("what keeps its sign is squared, and no more", () => {
  expect([...squaredCurve(Float64Array.of(0, 1, 3), Float64Array.of(2, 1, 0))]).toEqual([0, 4, 1, 1, 3, 0]);
});

it("a line crosses where it crosses", () => {
  const { xs, ys } = split(squaredCurve(Float64Array.of(0, 4), Float64Array.of(1, -3)));
  expect(xs).toEqual([0, 1, 4]);
  expect(ys).toEqual([1, 0, 9]);
});

it("a ringing mode comes to zero where its closed form does, to the second order", () => {
  // x = e^(−γt) cos(ωt − φ)/cos φ with γ = b/2, ω² = λ − γ², tan φ = γ/ω, from rest at 1.
  const [damping, stiffness] = [0.4, 1];
  const gamma = damping / 2;
  const omega = Math.sqrt(stiffness - gamma * gamma);
  const expected = [0, 1, 2, 3].map((k) => (Math.PI * (k + 0.5) + Math.atan(gamma / omega)) / omega);
  const error = (perUnit: number) => {
    const times = Float64Array.from({ length: 13 * perUnit + 1 }, (_, i) => i / perUnit);
    const out = new Float64Array(2);
    const values = times.map((time) => (dampedMode(time, damping, stiffness, 1, 0, out), out[0]!));
    const { xs, ys } = split(squaredCurve(times, values));
    const zeros = xs.filter((_, i) => ys[i] === 0);
    expect(zeros).toHaveLength(expected.length);
    expect(xs.every((x, i) => i === 0 || x > xs[i - 1]!)).toBe(true);
    return Math.max(...zeros.map((zero, i) => Math.abs(zero - expected[i]!)));
  };
  // At a zero x″ = −b x′, so that the secant misses it by at most b h²/8, and a little more of third order.
  for (const perUnit of [8, 16, 32]) expect(error(perUnit)).toBeLessThan((1.1 * damping) / 8 / perUnit ** 2);
});

it("a gap stays a gap, and there is a value for each time", () => {
  expect([...squaredCurve(Float64Array.of(0, 1, 2), Float64Array.of(1, NaN, -1))]).toEqual([
    0,
    1,
    1,
    NaN,
    2,
    1,
  ]);
  expect(() => squaredCurve(Float64Array.of(0, 1), Float64Array.of(1))).toThrow(
    new RangeError("values must be one for each of the 2 times: 1"),
  );
});
