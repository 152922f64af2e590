import { expect, it } from "vitest";
import { chebyshevBound } from "../../lib/methods/chebyshev.ts";
import { conjugateGradientCurve } from "../../lib/methods/conjugate-gradient.ts";
import { hardestQuadratic } from "../../lib/methods/hardest-quadratic.ts";
import { firstOrderLowerBound } from "../../lib/methods/lower-bound.ts";

it("is ρᵗ with ρ = (√κ − 1)/(√κ + 1)", () => {
  expect(firstOrderLowerBound(9, 4)[2]).toBeCloseTo(0.25, 15);
  expect(firstOrderLowerBound(9, 4)[4]).toBeCloseTo(0.0625, 15);
  expect(firstOrderLowerBound(1, 2)).toEqual(Float64Array.of(1, 0, 0));
  expect(() => firstOrderLowerBound(0, 2)).toThrow(
    RangeError("conditionNumber must be finite and at least 1: 0"),
  );
});

it("lies below Chebyshev's worst case, which comes within a factor 2 of it", () => {
  for (const kappa of [1.5, 4, 100, 1e6]) {
    const [lower, upper] = [firstOrderLowerBound(kappa, 200), chebyshevBound(kappa, 200)];
    lower.forEach((value, t) => {
      expect(upper[t]! / value).toBeGreaterThanOrEqual(1 - 1e-12); // rounding of ρᵗ
      expect(upper[t]! / value).toBeLessThanOrEqual(2 + 1e-12);
    });
  }
});

it("conjugate gradients keep above it on the hardest quadratic and are at 0 one step later", () => {
  for (const t of [1, 4, 9, 16]) {
    const { eigenvalues, start } = hardestQuadratic(100, t);
    const curve = conjugateGradientCurve(eigenvalues, start, t + 1);
    expect(curve[t]).toBeGreaterThan(firstOrderLowerBound(100, t)[t]!);
    expect(curve[t + 1]! / curve[t]!).toBeLessThan(1e-6); // 0 but for rounding, here κ = 100
  }
});
