import { geometricBound } from "../methods/geometric-bound.ts";
import { safeConstant } from "../methods/heavy-ball-constant.ts";
import { heavyBall } from "../methods/heavy-ball.ts";
import { perturbedHeavyBall } from "../methods/perturbed-heavy-ball.ts";
import { theorem12 } from "../methods/settings.ts";
import { stackedErrorCurve } from "../methods/stacked-error-curve.ts";
import { trajectory } from "../methods/trajectory.ts";
import { norm } from "../norm.ts";
import { quadratic } from "../problems/quadratic.ts";
import { averagedHessian, smoothStronglyConvex, type BentBowl } from "../problems/smooth-strongly-convex.ts";

/** What stops a search that takes long. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** How far one may start, along rays of the plane of (w₀, w₋₁), w₀ and w₋₁ along (1, …, 1). */
export interface Basin {
  /** The angles of the rays, from 0 to π; the other half is the same, since the bowl is even. */
  readonly angles: Float64Array;
  /** The distance up to which ‖φ_t‖ ≤ ¼√(ημ)‖ξ_t‖ at every step; Infinity if it is as far as was looked. */
  readonly shares: Float64Array;
  /** The same for condition (12) of Theorem 11. */
  readonly sums: Float64Array;
  /** The same for the bound of Theorem 27. */
  readonly bounds: Float64Array;
}

/** Where to look, and how finely. */
export interface BasinSearch {
  /** f, with α = max λᵢ. */
  readonly bowl: BentBowl;
  readonly rays: number;
  /** Distances ‖(w₀, w₋₁)‖ from and to which is looked. */
  readonly from: number;
  readonly to: number;
  /** T: what must hold, must hold for t ≤ T. */
  readonly steps: number;
}

/** Distances that are tried grow by this factor until one fails; then the last two are bisected so many times, to 1 %. */
const FACTOR = Math.SQRT2 * 2;
const HALVINGS = 7;

/**
 * Measures, ray by ray, from how far the setting of Theorem 27 of Wang et al. 2021 (η = 1/α, β = (1 − 1/(2√κ))²) keeps its promise on a bowl that bends: its
 * bound; condition (12) of Theorem 11 with C₂ = √(ημ)/4 and C₃ = C₀′, from which its proof derives it; and the budget C₂ for each perturbation alone. Yields after every ray. Ends early when `signal` is
 * aborted. RangeError for a bowl that is none. O(rays · nT) runs of some thirty each.
 */
export async function* localBasin(
  { bowl, rays, from, to, steps }: BasinSearch,
  signal?: Cancellation,
): AsyncGenerator<Basin, Basin, void> {
  const angles = Float64Array.from({ length: rays }, (_, k) => (Math.PI * k) / rays);
  const [shares, sums, bounds] = [0, 1, 2].map(() => new Float64Array(rays).fill(NaN));
  const told = (): Basin => ({
    angles,
    shares: shares!.slice(),
    sums: sums!.slice(),
    bounds: bounds!.slice(),
  });
  for (let k = 0; k < rays && !signal?.aborted; k++) {
    yield told();
    const at = (radius: number): Start => startAt(bowl, radius, angles[k]!, steps);
    shares![k] = firstFailure((radius) => sharesFit(bowl, at(radius)), from, to);
    sums![k] = firstFailure((radius) => sumsHold(bowl, at(radius)), from, to);
    bounds![k] = firstFailure((radius) => boundHolds(bowl, at(radius)), from, to);
  }
  return told();
}

interface Start {
  readonly start: Float64Array;
  readonly previous: Float64Array;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
  /** ‖(w₀, w₋₁)‖. */
  readonly radius: number;
}

function startAt({ eigenvalues, smallest }: BentBowl, radius: number, angle: number, steps: number): Start {
  const along = radius / Math.sqrt(eigenvalues.length);
  return {
    start: eigenvalues.map(() => along * Math.cos(angle)),
    previous: eigenvalues.map(() => along * Math.sin(angle)),
    ...theorem12(smallest, Math.max(...eigenvalues)),
    steps,
    radius,
  };
}

/** Whether ‖(w_t, w_{t−1})‖ ≤ (1 − 1/(4√κ))ᵗ 8√κ ‖(w₀, w₋₁)‖ for t ≤ T. O(nT). */
function boundHolds(bowl: BentBowl, from: Start): boolean {
  const root = Math.sqrt(Math.max(...bowl.eigenvalues) / bowl.smallest);
  const bound = geometricBound(1 - 1 / (4 * root), 8 * root * from.radius, from.steps);
  return stackedErrorCurve(heavyBall, smoothStronglyConvex(bowl), from).every((size, t) => size <= bound[t]!);
}

/** Whether ‖φ_t‖ ≤ ¼√(ημ)‖ξ_t‖ for t ≤ T. O(nT). */
function sharesFit(bowl: BentBowl, from: Start): boolean {
  const n = from.start.length;
  const budget = Math.sqrt(from.stepSize * bowl.smallest) / 4;
  const residuals = trajectory(heavyBall, smoothStronglyConvex(bowl), from);
  const phi = pushes(bowl, from, residuals);
  for (let at = 0; at < phi.length; at += n)
    if (norm(phi.subarray(at, at + n)) > budget * norm(residuals.subarray(at, at + n))) return false;
  return true;
}

/** Whether what the φ_s add up to is at most θᵗC₀′‖(w₀, w₋₁)‖ for t ≤ T, θ = √β + √(ημ)/4. O(nT). */
function sumsHold(bowl: BentBowl, from: Start): boolean {
  const { stepSize, momentum, steps, start, radius } = from;
  const phi = pushes(bowl, from, trajectory(heavyBall, smoothStronglyConvex(bowl), from));
  const first = averagedHessian(bowl, start, new Float64Array(start.length));
  const rest = new Float64Array(start.length);
  const added = stackedErrorCurve(perturbedHeavyBall(phi), quadratic(first), {
    ...from,
    start: rest,
    previous: rest,
  });
  const rate = Math.sqrt(momentum) + Math.sqrt(stepSize * bowl.smallest) / 4;
  const constant = safeConstant(momentum, stepSize, Math.min(...first), Math.max(...first));
  const allowed = geometricBound(rate, constant * radius, steps);
  return added.every((size, t) => size <= allowed[t]!);
}

/** φ_t = η(H₀ − H_t)ξ_t for t = 0 … T, row by row. O(nT). */
function pushes(bowl: BentBowl, { start, stepSize }: Start, residuals: Float64Array): Float64Array {
  const n = start.length;
  const first = averagedHessian(bowl, start, new Float64Array(n));
  const now = new Float64Array(n);
  return Float64Array.from(residuals, (residual, k) => {
    if (k % n === 0) averagedHessian(bowl, residuals.subarray(k, k + n), now);
    return stepSize * (first[k % n]! - now[k % n]!) * residual;
  });
}

/** The first radius, of those tried, beyond which it fails, by bisection of its logarithm; Infinity if none up to `to` fails, `from` if that fails already. */
function firstFailure(holds: (radius: number) => boolean, from: number, to: number): number {
  let low = from;
  while (low < to && holds(low)) low *= FACTOR;
  if (low >= to) return Infinity;
  if (low === from) return from;
  let high = low;
  low = high / FACTOR;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = Math.sqrt(low * high);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
