import type { Problem } from "./problem.ts";

/** A smooth, strongly convex function that bends, coordinate by coordinate; every constant of it is known. */
export interface BentBowl {
  /** λᵢ ≥ μ: the curvature of coordinate i at the minimiser, its largest. */
  readonly eigenvalues: Float64Array;
  /** μ > 0: the curvature far out, the smallest. */
  readonly smallest: number;
  /** s > 0: how far from the minimiser the curvature changes, in the units of w. */
  readonly bend: number;
}

/** Below this |w|/s the sum of the loss takes ln cosh from sinh, which does not cancel there. */
const NEAR = 1;

/**
 * f(w) = Σᵢ ½μwᵢ² + (λᵢ − μ)s² ln cosh(wᵢ/s), with minimiser 0 and least value 0: fᵢ′(w) = μw + (λᵢ − μ)s tanh(w/s). Its Hessian is diagonal with entries in
 * (μ, λᵢ], so that f is in F²_{μ,α} of Wang et al. 2021 for every α ≥ max λᵢ; its Lipschitz constant is `hessianLipschitz`. As s → ∞ it becomes ½Σλᵢwᵢ².
 * Kept, not copied. RangeError as `checkBowl`. Loss and gradient: O(n).
 */
export function smoothStronglyConvex(bowl: BentBowl): Problem {
  checkBowl(bowl);
  const { eigenvalues, smallest, bend } = bowl;
  const dimension = eigenvalues.length;
  return {
    dimension,
    loss(w) {
      let sum = 0;
      for (let i = 0; i < dimension; i++)
        sum += (smallest * w[i]! ** 2) / 2 + (eigenvalues[i]! - smallest) * bend ** 2 * logCosh(w[i]! / bend);
      return sum;
    },
    gradient(w, out) {
      for (let i = 0; i < dimension; i++)
        out[i] = smallest * w[i]! + (eigenvalues[i]! - smallest) * bend * Math.tanh(w[i]! / bend);
      return out;
    },
  };
}

/** The diagonal of ∇²f(w), μ + (λᵢ − μ)/cosh²(wᵢ/s), written into `out` and returned. RangeError as `checkBowl`. O(n). */
export function hessian(bowl: BentBowl, w: Float64Array, out: Float64Array): Float64Array {
  checkBowl(bowl);
  const { eigenvalues, smallest, bend } = bowl;
  for (let i = 0; i < out.length; i++)
    out[i] = smallest + (eigenvalues[i]! - smallest) / Math.cosh(w[i]! / bend) ** 2;
  return out;
}

/**
 * The diagonal of ∫₀¹ ∇²f((1 − τ)w) dτ, the Hessian averaged on the way to the minimiser, written into `out` and returned. Since f′(0) = 0 that is fᵢ′(wᵢ)/wᵢ =
 * μ + (λᵢ − μ)tanh(wᵢ/s)/(wᵢ/s). RangeError as `checkBowl`. O(n). Source: Wang et al. 2021, Lemma 6.
 */
export function averagedHessian(bowl: BentBowl, w: Float64Array, out: Float64Array): Float64Array {
  checkBowl(bowl);
  const { eigenvalues, smallest, bend } = bowl;
  for (let i = 0; i < out.length; i++) {
    const x = w[i]! / bend;
    out[i] = smallest + (eigenvalues[i]! - smallest) * (x === 0 ? 1 : Math.tanh(x) / x);
  }
  return out;
}

/** The least L with ‖∇²f(v) − ∇²f(w)‖ ≤ L‖v − w‖: max |fᵢ‴| = 4(max λᵢ − μ)/(3√3 s), where tanh² = ⅓; in units of curvature by length. O(n). */
export function hessianLipschitz(bowl: BentBowl): number {
  checkBowl(bowl);
  return (4 * (Math.max(...bowl.eigenvalues) - bowl.smallest)) / (3 * Math.sqrt(3) * bowl.bend);
}

/** RangeError unless 0 < μ ≤ λᵢ < ∞ and 0 < s < ∞. O(n). */
function checkBowl({ eigenvalues, smallest, bend }: BentBowl): void {
  if (!(smallest > 0)) throw new RangeError(`smallest must be positive: ${smallest}`);
  for (const eigenvalue of eigenvalues)
    if (!(eigenvalue >= smallest && eigenvalue < Infinity))
      throw new RangeError(`eigenvalues must be finite and at least ${smallest}: ${eigenvalue}`);
  if (!(bend > 0 && bend < Infinity)) throw new RangeError(`bend must be positive and finite: ${bend}`);
}

/** ln cosh x, also where cosh x leaves the doubles. */
function logCosh(x: number): number {
  const size = Math.abs(x);
  return size < NEAR
    ? Math.log1p(Math.sinh(size) ** 2) / 2
    : size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}
