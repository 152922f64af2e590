import { heavyBall } from "../methods/heavy-ball.ts";
import { perturbations } from "../methods/perturbation.ts";
import type { Setting } from "../methods/settings.ts";
import { trajectory } from "../methods/trajectory.ts";
import { norm } from "../norm.ts";
import type { Problem } from "../problems/problem.ts";
import { averagedHessian, smoothStronglyConvex, type BentBowl } from "../problems/smooth-strongly-convex.ts";
import { fillNormal, type Random } from "../random.ts";
import { decided, inWords } from "./hypothesis.ts";
import { isBowl } from "./local-acceleration.ts";
import type { Hypothesis } from "./theorem.ts";

/** Heavy ball on a bowl that bends; `minimiser` is w*, `start` is w₀ − w*, `previous` is w₋₁ − w*; `steps` is T. */
export interface BentBowlRun extends BentBowl, Setting {
  readonly minimiser: Float64Array;
  readonly start: Float64Array;
  readonly previous: Float64Array;
  readonly steps: number;
}

/** 0 < μ ≤ λᵢ, so that f is in F²_{μ,α} for α = max λᵢ; any step size and any momentum. O(n). */
export function inSmoothClass({ eigenvalues, smallest }: BentBowl): readonly Hypothesis[] {
  const least = Math.min(...eigenvalues);
  return [
    decided("strongly convex", String.raw`\mu > 0`, smallest, `$\\mu$ = ${inWords(smallest)}`),
    decided(
      "curvature within its ends",
      String.raw`\mu I \preceq \nabla^2 f \preceq \alpha I`,
      least - smallest,
      `$\\mu$ = ${inWords(smallest)}, the curvatures at $w_*$ are ${inWords(least)} and more`,
      false,
    ),
  ];
}

/**
 * ξ₀, ξ₁, …, ξ_T by Algorithm 2, row by row, with the same roundings as the method `heavyBall`: where iterates wander without end, others would lead
 * elsewhere. RangeError for a bowl that is none. O(nT).
 */
export function residualsOf(p: BentBowlRun): Float64Array {
  const n = p.eigenvalues.length;
  const problem = shifted(p);
  const rows = new Float64Array((p.steps + 1) * n);
  const gradient = new Float64Array(n);
  let before = around(p, p.previous);
  rows.set(around(p, p.start));
  for (let t = 0; t < p.steps; t++) {
    const now = rowOf(rows, t, n);
    problem.gradient(now, gradient);
    rows.set(
      now.map((w, i) => w - p.stepSize * gradient[i]! + p.momentum * (w - before[i]!)),
      (t + 1) * n,
    );
    before = now;
  }
  return rows.map((w, k) => w - p.minimiser[k % n]!);
}

/** Row `t` of n numbers each. */
export function rowOf(rows: Float64Array, t: number, n: number): Float64Array {
  return rows.subarray(t * n, (t + 1) * n);
}

/** φ_t for t = 0 … T by the method `heavyBall`, n numbers each, as what (8) leaves; NaN for a bowl that is none. O(n²T). */
export function leftOver(p: BentBowlRun): Float64Array {
  const n = p.eigenvalues.length;
  if (!isBowl(p)) return new Float64Array((p.steps + 1) * n).fill(NaN);
  const settings = { ...p, start: around(p, p.start), previous: around(p, p.previous), steps: p.steps + 1 };
  const rows = trajectory(heavyBall, shifted(p), settings);
  const residuals = rows.map((x, k) => x - p.minimiser[k % n]!);
  const matrix = new Float64Array(n * n);
  averagedHessian(p, p.start, new Float64Array(n)).forEach((x, i) => (matrix[i * (n + 1)] = x));
  return perturbations({ residuals, matrix, dimension: n, previous: p.previous }, p);
}

/** The size of what cancels in φ_t for t = 0 … T: the iterates around it, w* included, and the pull; 0 for a bowl that is none. O(nT). */
export function cancelling(p: BentBowlRun): Float64Array {
  const n = p.eigenvalues.length;
  if (!isBowl(p)) return new Float64Array(p.steps + 1);
  const residuals = residualsOf({ ...p, steps: p.steps + 1 });
  const pull = 1 + p.stepSize * Math.max(...p.eigenvalues);
  return Float64Array.from({ length: p.steps + 1 }, (_, t) => {
    const around = [
      t > 0 ? rowOf(residuals, t - 1, n) : p.previous,
      rowOf(residuals, t, n),
      rowOf(residuals, t + 1, n),
    ];
    return pull * (Math.max(...around.map(norm)) + norm(p.minimiser));
  });
}

/** w* + `residual`. */
function around({ minimiser }: BentBowlRun, residual: Float64Array): Float64Array {
  return residual.map((x, i) => x + minimiser[i]!);
}

/** The problem with w* for its minimiser. */
function shifted(p: BentBowlRun): Problem {
  const { loss, gradient, dimension } = smoothStronglyConvex(p);
  const from = (w: Float64Array): Float64Array => w.map((x, i) => x - p.minimiser[i]!);
  return { dimension, loss: (w) => loss(from(w)), gradient: (w, out) => gradient(from(w), out) };
}

/** One to three coordinates, κ to 10³, w* of size 1, a bend of 10⁻² to 10² and a start of size 1 with a velocity; η to 2/α and any β. */
export function sampleBentBowlRun(random: Random): BentBowlRun {
  const n = 1 + Math.floor(3 * random());
  const smallest = 10 ** (-3 * random());
  const normals = (): Float64Array => fillNormal(random, new Float64Array(n));
  return {
    eigenvalues: Float64Array.from({ length: n }, () => smallest + (1 - smallest) * random()),
    smallest,
    bend: 10 ** (4 * random() - 2),
    minimiser: normals(),
    start: normals(),
    previous: normals(),
    stepSize: 2 * random() + 1e-3,
    momentum: random(),
    steps: 20,
  };
}
