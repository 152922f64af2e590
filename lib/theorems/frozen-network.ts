import { dampedMode } from "../flows/damped-mode.ts";
import type { Flow } from "../flows/flow.ts";
import { spherePoints } from "../problems/sphere-points.ts";
import { gramMatrix } from "../problems/gram.ts";
import { fillNormal, type Random } from "../random.ts";
import { alongBasis } from "../spectra/along-basis.ts";
import { symmetricBasis } from "../spectra/symmetric-basis.ts";
import { kernelNearLimit, timesOf, type KernelNearLimit } from "./flow-instance.ts";
import { nearItsLimit } from "./high-resolution.ts";
import { logUniform } from "./quadratic-instance.ts";
import type { Case, Hypothesis, Series } from "./theorem.ts";

/**
 * A one-layer ReLU network whose neurons keep their patterns, so that its kernel H = (1/m)Σ_r D_rGD_r stays as it is: n = `count` unit rows of `dimension` values, and m patterns of n entries
 * 0 or 1, one after the other. λ₀ as in `KernelNearLimit`.
 */
export interface FrozenKernel {
  readonly points: Float64Array;
  readonly count: number;
  readonly dimension: number;
  readonly patterns: Uint8Array;
  /** Δ(0), n. */
  readonly errors: Float64Array;
  readonly limitEigenvalue: number;
  readonly time: number;
  readonly intervals: number;
}

/** The same under a flow of high resolution; λ_m and s as in `HighResolution`. */
export interface FrozenNetwork extends FrozenKernel {
  readonly largest: number;
  readonly stepSize: number;
}

/** λ₀ > 0 and λ_min(H) ≥ λ₀/2. O(mn² + n³). */
export function frozenKernelNearLimit(p: FrozenKernel): readonly Hypothesis[] {
  return kernelNearLimit(instanceOf(p));
}

/** λ₀ > 0, the eigenvalues of H in [λ₀/2, λ_m], 0 < s ≤ 1/λ_m. O(mn² + n³). */
export function frozenNearItsLimit(p: FrozenNetwork): readonly Hypothesis[] {
  const { largest, stepSize } = p;
  return nearItsLimit({ ...instanceOf(p), largest, stepSize });
}

/** ℓ̂(0) = ½Δ(0)ᵀHΔ(0). O(mn²). */
function pseudoLossOf(p: FrozenKernel): number {
  const { count: n, errors } = p;
  const kernel = kernelOf(p);
  return kernel.reduce((sum, h, k) => sum + (h * errors[Math.floor(k / n)]! * errors[k % n]!) / 2, 0);
}

/** What is left at the time t of an error of 1 on the mode λ, from rest. */
export type Remainder = (eigenvalue: number, time: number) => number;

/** The same along a flow that has a closed form. */
export function remainderOf(flow: Flow): Remainder {
  const state = new Float64Array(2);
  return (eigenvalue, time) =>
    dampedMode(time, flow.damping(eigenvalue), flow.stiffness(eigenvalue), 1, 0, state)[0]!;
}

/**
 * max_r ‖w_r(t) − w_r(0)‖ at the times T/intervals, …, T, along a flow from rest, in closed form: with c = H⁻¹(Δ(0) − Δ(t)), w_r(t) − w_r(0) = −(a_r/√m)XᵀD_rc, since the flow of the weights stays in the
 * range of the derivatives. NaN where H has an eigenvalue that is not positive. O(intervals · mn² + n³).
 */
export function farthestNeuron(remainder: Remainder, p: FrozenKernel): Series {
  const { points, count: n, dimension, patterns } = p;
  const gram = gramMatrix(points, n, dimension);
  const basis = symmetricBasis(kernelOf(p), n);
  const { eigenvalues, vectors } = basis;
  const starts = alongBasis(basis, p.errors);
  // Nothing has moved at the time 0.
  const times = timesOf(instanceOf(p)).subarray(1);
  if (!(eigenvalues[0]! > 0)) return times.fill(NaN);
  return times.map((time) => {
    const moved = new Float64Array(n);
    eigenvalues.forEach((value, k) => {
      const share = ((1 - remainder(value, time)) / value) * starts[k]!;
      for (let i = 0; i < n; i++) moved[i]! += share * vectors[k * n + i]!;
    });
    return Math.sqrt(farthest(gram, moved, patterns) / (patterns.length / n));
  });
}

/** The same along the flow of high resolution that `flowFor` gives for the friction √(λ₀/2) and s; NaN for λ₀ ≤ 0. */
export function distances(flowFor: (friction: number, stepSize: number) => Flow, p: FrozenNetwork): Series {
  if (!(p.limitEigenvalue > 0)) return new Float64Array(p.intervals).fill(NaN);
  return farthestNeuron(remainderOf(flowFor(Math.sqrt(p.limitEigenvalue / 2), Math.max(p.stepSize, 0))), p);
}

/** √(ℓ̂(0)n/m), of which each bound on a distance is a multiple. O(mn²). */
export function distanceUnit(p: FrozenKernel): number {
  return Math.sqrt((pseudoLossOf(p) * p.count) / (p.patterns.length / p.count));
}

/** `constant`·√(ℓ̂(0)n/(λ₀³m)), at each of the times T/intervals, …, T; NaN for λ₀ ≤ 0. O(mn²). */
export function distanceBound(constant: number, p: FrozenNetwork): Series {
  const cube = p.limitEigenvalue > 0 ? p.limitEigenvalue ** 3 : NaN;
  return new Float64Array(p.intervals).fill((constant * distanceUnit(p)) / Math.sqrt(cube));
}

/** max_r (D_rc)ᵀG(D_rc). */
function farthest(gram: Float64Array, moved: Float64Array, patterns: Uint8Array): number {
  const n = moved.length;
  let largest = 0;
  for (let r = 0; r < patterns.length; r += n) {
    let square = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        square += patterns[r + i]! * patterns[r + j]! * gram[i * n + j]! * moved[i]! * moved[j]!;
    largest = Math.max(largest, square);
  }
  return largest;
}

/** H, n × n. */
function kernelOf({ points, count: n, dimension, patterns }: FrozenKernel): Float64Array {
  const width = patterns.length / n;
  return gramMatrix(points, n, dimension).map((product, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let both = 0;
    for (let r = 0; r < patterns.length; r += n) both += patterns[r + i]! * patterns[r + j]!;
    return (product * both) / width;
  });
}

/** The same along the eigenvectors of H. */
function instanceOf(p: FrozenKernel): KernelNearLimit {
  const { limitEigenvalue, time, intervals } = p;
  const basis = symmetricBasis(kernelOf(p), p.count);
  const errors = alongBasis(basis, p.errors);
  return { eigenvalues: basis.eigenvalues, errors, limitEigenvalue, time, intervals };
}

/** One datum that two of eight neurons see, Δ(0) = 1: H = λ₀/2 = ¼. */
export const oneDatum: FrozenNetwork = {
  points: Float64Array.of(1, 0),
  count: 1,
  dimension: 2,
  patterns: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0),
  errors: Float64Array.of(1),
  limitEigenvalue: 0.5,
  largest: 0.625,
  stepSize: 0.1,
  time: 60,
  intervals: 60,
};

/** Two data that are not at a right angle, four neurons: H = ¼(2, 0.6; 0.6, 2). */
export const twoData: FrozenNetwork = {
  ...oneDatum,
  points: Float64Array.of(1, 0, 0.6, 0.8),
  count: 2,
  patterns: Uint8Array.of(1, 1, 1, 0, 0, 1, 0, 0),
  errors: Float64Array.of(1, -2),
  limitEigenvalue: 0.4,
  largest: 0.9,
};

/** Tight and loose networks, and each hypothesis failing. */
export const frozenCases: readonly Case<FrozenNetwork>[] = [
  { name: "one datum, two of eight neurons see it: H = λ₀/2", parameters: oneDatum, expected: "holds" },
  { name: "two data, four neurons", parameters: twoData, expected: "holds" },
  { name: "too long a step", parameters: { ...oneDatum, stepSize: 2 }, expected: "outside" },
  { name: "no step", parameters: { ...oneDatum, stepSize: 0 }, expected: "outside" },
  {
    name: "too few neurons see the datum",
    parameters: { ...oneDatum, patterns: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) },
    expected: "outside",
  },
  { name: "no positive λ₀", parameters: { ...oneDatum, limitEigenvalue: 0 }, expected: "outside" },
];

/** One to three data and eight to forty neurons with drawn patterns, λ₀ as in `sampleFrozenKernel`; one in ten with a step too long. */
export function sampleFrozen(random: Random): FrozenNetwork {
  const kernel = sampleFrozenKernel(random);
  const largest = instanceOf(kernel).eigenvalues.at(-1)!;
  const longest = random() < 0.1 ? 2 : 1;
  return {
    ...kernel,
    largest: largest * (1 + random()),
    stepSize: (longest * logUniform(random, 3)) / (2 * largest),
  };
}

/** The same without a step: λ₀ from once to twice the least eigenvalue of H, in one in ten up to three times. */
export function sampleFrozenKernel(random: Random): FrozenKernel {
  const [count, dimension] = [1 + Math.floor(3 * random()), 2 + Math.floor(4 * random())];
  const points = spherePoints(random, count, dimension);
  const width = 8 + Math.floor(33 * random());
  const weights = fillNormal(random, new Float64Array(width * dimension));
  const patterns = Uint8Array.from({ length: width * count }, (_, k) => {
    const [r, i] = [Math.floor(k / count), k % count];
    let z = 0;
    for (let l = 0; l < dimension; l++) z += weights[r * dimension + l]! * points[i * dimension + l]!;
    return z >= 0 ? 1 : 0;
  });
  const errors = fillNormal(random, new Float64Array(count));
  const plain = { points, count, dimension, patterns, errors, limitEigenvalue: 1, time: 1, intervals: 30 };
  const least = Math.max(0, instanceOf(plain).eigenvalues[0]!);
  return {
    ...plain,
    limitEigenvalue: least * ((random() < 0.1 ? 2 : 1) + random()),
    time: (20 * random()) / Math.sqrt(Math.max(least, 1e-3)),
  };
}
