import { norm } from "../norm.ts";
import type { Setting } from "./settings.ts";

/** The residuals that a run of heavy ball has left, and the matrix of its start. */
export interface ResidualRun {
  /** ξ₀, ξ₁, …, one after the other, n numbers each. */
  readonly residuals: Float64Array;
  /** H₀, n × n, row-major. */
  readonly matrix: Float64Array;
  /** n. */
  readonly dimension: number;
  /** ξ₋₁; left out, the run started from rest: ξ₋₁ = ξ₀. */
  readonly previous?: Float64Array;
}

/**
 * φ_t = ξ_{t+1} − (1 + β)ξ_t + ηH₀ξ_t + βξ_{t−1} for t = 0 … T − 1, one after the other, n numbers each: what keeps the run of T steps, whatever was trained,
 * from being that of a quadratic. RangeError for lengths that do not fit. O(Tn²). Source: Wang et al. 2021, (8).
 */
export function perturbations(run: ResidualRun, { stepSize, momentum }: Setting): Float64Array {
  const { residuals, matrix, dimension: n } = run;
  const steps = stepsOf(run);
  const phi = new Float64Array(steps * n);
  for (let t = 0; t < steps; t++)
    for (let i = 0; i < n; i++) {
      let pull = 0;
      for (let j = 0; j < n; j++) pull += matrix[i * n + j]! * residuals[t * n + j]!;
      const before = t > 0 ? residuals[(t - 1) * n + i]! : (run.previous ?? residuals)[i]!;
      const [now, after] = [residuals[t * n + i]!, residuals[(t + 1) * n + i]!];
      phi[t * n + i] = after - now - momentum * (now - before) + stepSize * pull;
    }
  return phi;
}

/**
 * ‖φ_t‖/‖ξ_t‖ for t = 0 … T − 1; ends before the first step with ‖ξ_t‖ ≤ `least`·‖ξ₀‖, where residuals that are differences hold more rounding than error.
 * RangeError as `perturbations`. O(Tn²).
 */
export function perturbationShares(run: ResidualRun, setting: Setting, least = 0): Float64Array {
  const { residuals, dimension: n } = run;
  const phi = perturbations(run, setting);
  const shares = new Float64Array(stepsOf(run));
  const smallest = least * norm(residuals.subarray(0, n));
  for (let t = 0; t < shares.length; t++) {
    const size = norm(residuals.subarray(t * n, (t + 1) * n));
    if (!(size > smallest)) return shares.subarray(0, t);
    shares[t] = norm(phi.subarray(t * n, (t + 1) * n)) / size;
  }
  return shares;
}

/** T; RangeError for lengths that do not fit. */
function stepsOf({ residuals, matrix, dimension: n, previous }: ResidualRun): number {
  if (matrix.length !== n * n) throw new RangeError(`length of matrix must be ${n * n}: ${matrix.length}`);
  if (previous && previous.length !== n)
    throw new RangeError(`length of previous must be ${n}: ${previous.length}`);
  if (residuals.length === 0 || residuals.length % n !== 0)
    throw new RangeError(`length of residuals must be a multiple of ${n}: ${residuals.length}`);
  return residuals.length / n - 1;
}
