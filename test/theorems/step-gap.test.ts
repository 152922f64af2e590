import { describe, expect, it } from "vitest";
import { iteratesOf, momentumFor, stepGap, type SteppedMode } from "../../lib/theorems/step-gap.ts";

const stepSizes = [0.16, 0.04, 0.01, 0.0025, 0.000625];
const mode = (method: SteppedMode["method"], eigenvalue: number): SteppedMode => ({
  method,
  eigenvalue,
  convexity: 0.05,
});

/** The slope of ln(gap) over ln(s), by least squares. */
function order(gaps: readonly number[]): number {
  const points = gaps.map((gap, i) => [Math.log(stepSizes[i]!), Math.log(gap)] as const);
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const cross = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return cross / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

// Measured independently (NumPy), μ = 0.05, λ = 0.1, T = 30, matched start; three or four printed digits.
describe.each([
  ["heavyBall", "low", [4.36e-2, 2.29e-2, 1.17e-2, 5.91e-3, 2.97e-3], 2e-3],
  ["heavyBall", "high", [1.043e-3, 2.745e-4, 7.021e-5, 1.775e-5, 4.462e-6], 1e-3],
  ["nesterov", "high", [4.54e-3, 1.231e-3, 3.203e-4, 8.17e-5, 2.063e-5], 2e-3],
] as const)("%s in %s resolution with the matched start", (method, resolution, expected, tolerance) => {
  it.each(stepSizes.map((s, i) => [s, expected[i]!]))("s = %d: gap %d", (s, gap) => {
    const own = stepGap(mode(method, 0.1), s, resolution, "matched", 30);
    expect(Math.abs(own / gap - 1)).toBeLessThan(tolerance); // the printed digits
  });
});

describe.each(["heavyBall", "nesterov"] as const)("measured orders in s of %s", (method) => {
  it.each([0.05, 0.1, 1])("λ = %d: ½ in low resolution, 1 in high with the matched start", (eigenvalue) => {
    // The steep mode has to be taken in smaller steps to be in the same regime.
    const gaps = (resolution: "low" | "high") =>
      stepSizes.map((s) =>
        stepGap(mode(method, eigenvalue), s / (1 + 9 * eigenvalue), resolution, "matched", 30),
      );
    expect(Math.abs(order(gaps("low")) - 0.5)).toBeLessThan(0.1); // what is asked
    expect(Math.abs(order(gaps("high")) - 1)).toBeLessThan(0.1); // what is asked
  });

  it.each(["rest", "shi"] as const)("with the start %s the high resolution has order ½ as well", (start) => {
    const gaps = stepSizes.map((s) => stepGap(mode(method, 0.1), s, "high", start, 30));
    expect(Math.abs(order(gaps) - 0.5)).toBeLessThan(0.1); // far from 1
  });
});

it("the iterates start as the method does from rest, by hand", () => {
  // μs = ¼·… with √(μs) = ½: β = ⅓; z = ½: x₁ = ½; heavy ball x₂ = (4/3 − ½)·½ − ⅓ = 1/12, Nesterov x₂ = ½(4/3·½ − ⅓) = 1/6.
  expect(momentumFor(0.25, 1)).toBeCloseTo(1 / 3, 15);
  const at = (method: SteppedMode["method"]) =>
    iteratesOf({ method, eigenvalue: 0.5, convexity: 0.25 }, 1, "rest", 2);
  expect(at("heavyBall")[2]!).toBeCloseTo(1 / 12, 15);
  expect(at("nesterov")[2]!).toBeCloseTo(1 / 6, 15);
});
