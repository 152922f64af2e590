import { expect, it } from "vitest";
import { chebyshev, chebyshevBound, chebyshevSteps } from "../../lib/methods/chebyshev.ts";
import { run } from "../../lib/methods/method.ts";
import { quadratic } from "../../lib/problems/quadratic.ts";

/** |w_t| of each mode for t = 0 … steps, all from 1; step size and momentum are not used. */
function modes(eigenvalues: Float64Array, smallest: number, largest: number, steps: number): Float64Array[] {
  const seen: Float64Array[] = [];
  const start = new Float64Array(eigenvalues.length).fill(1);
  const settings = { stepSize: 1, momentum: 0, start, steps };
  run(chebyshev(smallest, largest), quadratic(eigenvalues), settings, (_, current) => {
    seen.push(current.map(Math.abs));
  });
  return seen;
}

/** |T_t(x)|, by cos inside [−1, 1] and cosh outside. */
function chebyshevPolynomial(t: number, x: number): number {
  return Math.abs(x) <= 1 ? Math.abs(Math.cos(t * Math.acos(x))) : Math.cosh(t * Math.acosh(Math.abs(x)));
}

it.each([
  [0.01, 1],
  [3, 12],
  [1e-4, 0.5],
])("multiplies each mode by Chebyshev's polynomial on [%d, %d]", (low, high) => {
  const eigenvalues = Float64Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
  const seen = modes(eigenvalues, low, high, 60);
  const outside = (high + low) / (high - low);
  seen.forEach((sizes, t) =>
    sizes.forEach((size, i) => {
      const inside = (high + low - 2 * eigenvalues[i]!) / (high - low);
      const ratio =
        chebyshevPolynomial(t, Math.max(-1, Math.min(1, inside))) / chebyshevPolynomial(t, outside);
      expect(Math.abs(size - ratio), `t ${t}, mode ${i}`).toBeLessThan(1e-12); // rounding of 60 steps, and cos's of t·arccos
    }),
  );
});

it("its worst modes are both ends, at the bound", () => {
  const seen = modes(Float64Array.of(0.01, 1), 0.01, 1, 100);
  const bound = chebyshevBound(100, 100);
  seen.forEach(([slow, fast], t) => {
    expect(slow! / bound[t]!).toBeCloseTo(1, 11); // rounding of 100 steps
    expect(fast! / bound[t]!).toBeCloseTo(1, 11);
  });
});

it("the bound of the first steps, by hand", () => {
  // t = 1 is (κ − 1)/(κ + 1), t = 2 is 1/(2x² − 1) with x = (κ + 1)/(κ − 1).
  const bound = chebyshevBound(9, 2);
  expect(bound[0]).toBe(1);
  expect(bound[1]).toBeCloseTo(0.8, 15);
  expect(bound[2]).toBeCloseTo(1 / (2 * 1.25 ** 2 - 1), 15);
});

it("solves κ = 1 in one step", () => {
  expect(chebyshevBound(1, 2)).toEqual(Float64Array.of(1, 0, 0));
  expect(modes(Float64Array.of(4), 4, 4, 2).map(([size]) => size)).toEqual([1, 0, 0]);
  expect(chebyshevSteps(1, 1e-6)).toBe(1);
});

it.each([2, 100, 1e4, 1e12])("chebyshevSteps is where the bound crosses, κ = %d", (kappa) => {
  // For κ = 10¹² the steps are too many to list; the bound is then nearly 2exp(−2t/√κ).
  const steps = chebyshevSteps(kappa, 1e-6);
  if (kappa > 1e6) return expect(steps / ((Math.log(2e6) / 2) * Math.sqrt(kappa))).toBeCloseTo(1, 5);
  const bound = chebyshevBound(kappa, steps);
  expect(bound[steps]).toBeLessThanOrEqual(1e-6);
  expect(bound[steps - 1]).toBeGreaterThan(1e-6);
});

it("refuses what has no κ", () => {
  expect(() => chebyshev(0, 1)).toThrow(RangeError("smallest must be positive: 0"));
  expect(() => chebyshev(2, 1)).toThrow(RangeError("largest must be finite and at least smallest: 1"));
  expect(() => chebyshevBound(0.5, 3)).toThrow(
    RangeError("conditionNumber must be finite and at least 1: 0.5"),
  );
  expect(() => chebyshevSteps(4, 1)).toThrow(RangeError("tolerance must be in (0, 1): 1"));
});
