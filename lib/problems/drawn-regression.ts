import { fillNormal, type Random } from "../random.ts";
import { randomFrame } from "./deep-linear-basis.ts";

/** n examples in ℝᵈ and a map W* to k outputs, whose images are the targets. */
export interface DrawnRegression {
  readonly examples: number;
  /** n × d, one example after the other. */
  readonly inputs: Float64Array;
  /** W*, k × d, row-major. */
  readonly map: Float64Array;
}

export interface RegressionSizes {
  /** n ≤ d. */
  readonly examples: number;
  /** d. */
  readonly inputs: number;
  /** k. */
  readonly outputs: number;
}

/**
 * X with standard normal entries, or, for a condition number κ, with uniform singular vectors and squared singular values in geometric progression from
 * 1 to κ, scaled to ‖X‖²_F = nd, what normal entries have on average; W* has normal entries of variance 1/d. RangeError for n > d or κ < 1. O(n²d).
 */
export function drawnRegression(
  random: Random,
  { examples, inputs, outputs }: RegressionSizes,
  conditionNumber: number | null = null,
): DrawnRegression {
  if (!(examples <= inputs)) throw new RangeError(`examples must be at most ${inputs}: ${examples}`);
  const drawn =
    conditionNumber === null
      ? fillNormal(random, new Float64Array(examples * inputs))
      : conditioned(random, examples, inputs, conditionNumber);
  const map = fillNormal(random, new Float64Array(outputs * inputs)).map((x) => x / Math.sqrt(inputs));
  return { examples, inputs: drawn, map };
}

function conditioned(random: Random, n: number, d: number, conditionNumber: number): Float64Array {
  if (!(conditionNumber >= 1 && conditionNumber < Infinity))
    throw new RangeError(`conditionNumber must be finite and at least 1: ${conditionNumber}`);
  const squares = Float64Array.from({ length: n }, (_, i) => conditionNumber ** (n > 1 ? i / (n - 1) : 0));
  const scale = (n * d) / squares.reduce((sum, square) => sum + square, 0);
  const left = randomFrame(n, n, random);
  const right = randomFrame(n, d, random);
  const out = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const sigma = Math.sqrt(scale * squares[i]!);
    for (let j = 0; j < n; j++)
      for (let c = 0; c < d; c++) out[j * d + c]! += sigma * left[i * n + j]! * right[i * d + c]!;
  }
  return out;
}
