/**
 * Lemma 6 of Wang et al. 2021: on f in F²_{μ,α} Algorithms 1 and 2 move the residual ξ_t = w_t − w* by (8),
 *   ξ_{t+1} = (1 + β)ξ_t − ηH₀ξ_t − βξ_{t−1} + φ_t,  φ_t = η(H₀ − H_t)ξ_t,  H_t = ∫₀¹ ∇²f((1 − τ)w_t + τw*) dτ.
 * Proof. ∇f(w*) = 0, so that ∇f(w_t) = ∫₀¹ (d/ds)∇f(w* + sξ_t) ds = H_tξ_t; then Algorithm 2 less w* is ξ_{t+1} = (1 + β)ξ_t − ηH_tξ_t − βξ_{t−1}. ∎
 *
 * Judged on a bowl that bends coordinate by coordinate, where H_t is known in closed form. The claim is every entry of φ_t by the formula, at the iterates of
 * Algorithm 2; what is measured is what (8) leaves over for them. (Those of Algorithm 1 are the same but for rounding, which long steps carry far: they may wander without
 * end.) Entry t·n + i belongs to coordinate i at step t.
 */
import { averagedHessian } from "../../problems/smooth-strongly-convex.ts";
import {
  cancelling,
  inSmoothClass,
  leftOver,
  residualsOf,
  rowOf,
  sampleBentBowlRun,
  type BentBowlRun,
} from "../bent-bowl-run.ts";
import { isBowl } from "../local-acceleration.ts";
import type { Case, Hypothesis, IndependentValue, Series, Statement } from "../theorem.ts";

export type Parameters = BentBowlRun;

/** f is in F²_{μ,α}; any step size and any momentum. O(n). */
export function assumes(p: Parameters): readonly Hypothesis[] {
  return inSmoothClass(p);
}

/** Every entry of η(H₀ − H_t)ξ_t for t = 0 … T; NaN where f is no such function. O(nT). */
export function claim(p: Parameters): Series {
  const n = p.eigenvalues.length;
  if (!isBowl(p)) return new Float64Array((p.steps + 1) * n).fill(NaN);
  const residuals = residualsOf(p);
  const first = averagedHessian(p, p.start, new Float64Array(n));
  const now = new Float64Array(n);
  return Float64Array.from(residuals, (residual, k) => {
    const [t, i] = [Math.floor(k / n), k % n];
    averagedHessian(p, rowOf(residuals, t, n), now);
    return p.stepSize * (first[i]! - now[i]!) * residual;
  });
}

/** Every entry of ξ_{t+1} − (1 + β)ξ_t + ηH₀ξ_t + βξ_{t−1} for t = 0 … T; NaN as in the claim. O(n²T). */
export function measure(p: Parameters): Series {
  return leftOver(p);
}

/** The size of what cancels, the same for all entries of a step. O(nT). */
export function scale(p: Parameters): Series {
  const sizes = cancelling(p);
  const n = p.eigenvalues.length;
  return Float64Array.from({ length: sizes.length * n }, (_, k) => sizes[Math.floor(k / n)]!);
}

/** One coordinate with μ = ¼, λ = 1, s = 1, w* = 2 from rest at distance 1, η = 1, β = 9/16. */
const scalar: Parameters = {
  eigenvalues: Float64Array.of(1),
  smallest: 0.25,
  bend: 1,
  minimiser: Float64Array.of(2),
  start: Float64Array.of(1),
  previous: Float64Array.of(1),
  stepSize: 1,
  momentum: 0.5625,
  steps: 30,
};

/** Two coordinates with a velocity, and a sharper bend. */
const plane: Parameters = {
  eigenvalues: Float64Array.of(2, 0.5),
  smallest: 0.1,
  bend: 0.5,
  minimiser: Float64Array.of(-1, 3),
  start: Float64Array.of(0.75, -2),
  previous: Float64Array.of(1, -1),
  stepSize: 0.4,
  momentum: 0.8,
  steps: 30,
};

const cases: readonly Case<Parameters>[] = [
  { name: "one coordinate, κ = 4, at the setting of Theorem 27", parameters: scalar, expected: "holds" },
  { name: "two coordinates with a velocity", parameters: plane, expected: "holds" },
  {
    name: "so slight a bend that it is a quadratic, and φ nearly 0",
    parameters: { ...plane, bend: 1e9 },
    expected: "holds",
  },
  {
    name: "a step too long for the minimiser: the identity holds on",
    parameters: { ...scalar, stepSize: 5 },
    expected: "holds",
  },
  {
    name: "flat far out: not strongly convex",
    parameters: { ...scalar, smallest: 0 },
    expected: "outside",
  },
  {
    name: "curvature below μ",
    parameters: { ...plane, eigenvalues: Float64Array.of(2, 0.05) },
    expected: "outside",
  },
];

const oracle = "test/oracles/lemma-6.py";

// Tolerances: φ is a difference of numbers up to a hundred times as large, carried on by a few steps.
const values: readonly IndependentValue<Parameters>[] = [
  {
    parameters: scalar,
    step: 0,
    claim: 0,
    tolerance: 0,
    source: "by hand: H₀ − H₀ = 0",
  },
  { parameters: scalar, step: 1, claim: -0.030559911251587603215, tolerance: 1e-13, source: oracle },
  { parameters: scalar, step: 2, claim: 0.059833601894031059877, tolerance: 1e-13, source: oracle },
  { parameters: scalar, step: 7, claim: 0.011525715121156780542, tolerance: 1e-13, source: oracle },
  { parameters: plane, step: 2, claim: -0.04779053755482629684, tolerance: 1e-13, source: oracle },
  { parameters: plane, step: 3, claim: -0.025535467112028892166, tolerance: 1e-13, source: oracle },
  { parameters: plane, step: 4, claim: 0.068064454397891621549, tolerance: 1e-13, source: oracle },
  { parameters: plane, step: 5, claim: -0.038581482097456741895, tolerance: 1e-13, source: oracle },
  { parameters: plane, step: 11, claim: -0.022408691997966236519, tolerance: 1e-13, source: oracle },
  {
    parameters: { ...scalar, smallest: 0 },
    step: 3,
    claim: NaN,
    tolerance: 0,
    source: "by hand: no such function",
  },
  {
    parameters: { ...plane, eigenvalues: Float64Array.of(2, 0.05) },
    step: 3,
    claim: NaN,
    tolerance: 0,
    source: "by hand: no such function",
  },
];

export const statement: Statement<Parameters> = {
  id: "wang-2021/lemma-6",
  paper: "wang-2021",
  number: "Lemma 6",
  title: "The residual dynamics of a smooth strongly convex function",
  kind: "equality",
  tex: String.raw`\xi_{t+1} = (1+\beta)\,\xi_t - \eta H_0\xi_t - \beta\,\xi_{t-1} + \varphi_t,\qquad \varphi_t = \eta\,(H_0-H_t)\,\xi_t,\quad H_t=\int_0^1\nabla^2 f\bigl((1-\tau)w_t+\tau w_*\bigr)\,d\tau`,
  plain:
    "On a smooth strongly convex function the distance to the minimiser follows the recursion of a quadratic, and what is left over is the change of the Hessian, averaged on the way to the minimiser.",
  looseness: 1,
  cases,
  values,
  sample: sampleBentBowlRun,
};
