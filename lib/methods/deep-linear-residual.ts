import { norm } from "../norm.ts";
import type { ChainProblem } from "../problems/deep-linear-chain.ts";
import { heavyBall } from "./heavy-ball.ts";
import { run, type RunSettings } from "./method.ts";

/** Norms along a run of heavy ball, each for t = 0 … T. */
export interface ResidualTerms {
  /** ‖ξ_t‖, the distance of the outputs from the targets. */
  readonly residual: Float64Array;
  /** ‖φ_t‖, what steps of several layers make together. */
  readonly phi: Float64Array;
  /** ‖ψ_t‖, what velocities of several layers make together. */
  readonly psi: Float64Array;
  /** ‖ι_t‖, what the change of the Gram matrix makes. */
  readonly iota: Float64Array;
}

/**
 * The three terms by which the residual of a deep linear network leaves the recursion ξ_{t+1} = (1 + β)ξ_t − ηH₀ξ_t − βξ_{t−1} of a quadratic: with dU_t the derivative of
 * the outputs at W_t, φ_t = U_{t+1} − U_t − dU_t[W_{t+1} − W_t], ψ_t = −β(U_t − U_{t−1} − dU_t[W_t − W_{t−1}]), ι_t = η(H₀ − H_t)ξ_t, H_tξ_t = dU_t[∇ℓ(W_t)].
 * `gram` is H₀, by `deepLinearGram`; `targets` are those of the problem. Shorter when the run diverges. RangeError where `run` throws one.
 * Cost: some three gradients per step, and n²k² for H₀. Source: Wang et al. 2021, Lemma 8.
 */
export function residualTerms(
  problem: ChainProblem,
  targets: Float64Array,
  gram: Float64Array,
  settings: RunSettings,
): ResidualTerms {
  const { stepSize, momentum, steps, start, previous: first = start } = settings;
  const size = targets.length;
  const [residual, phi, psi, iota] = [0, 1, 2, 3].map(() => new Float64Array(steps + 1));
  const direction = new Float64Array(problem.dimension);
  const older = Float64Array.from(first);
  const [after, now, before, change] = [0, 1, 2, 3].map(() => new Float64Array(size));
  const derivative = new Float64Array(size);
  let length = 0;

  /** b − a, as a direction. */
  const between = (a: Float64Array, b: Float64Array): Float64Array => {
    for (let i = 0; i < direction.length; i++) direction[i] = b[i]! - a[i]!;
    return direction;
  };
  /** ‖u − v − dU[direction]‖ at w. */
  const curvature = (u: Float64Array, v: Float64Array, w: Float64Array): number => {
    problem.derivative(w, direction, derivative);
    for (let i = 0; i < size; i++) change![i] = u[i]! - v[i]! - derivative[i]!;
    return norm(change!);
  };

  run(heavyBall, problem, { ...settings, steps: steps + 1 }, (next, w, last) => {
    const t = next - 1;
    if (t < 0) return;
    problem.outputs(w, after!);
    problem.outputs(last, now!);
    problem.outputs(older, before!);
    between(last, w);
    phi![t] = curvature(after!, now!, last);
    between(older, last);
    psi![t] = momentum * curvature(now!, before!, last);
    problem.derivative(last, problem.gradient(last, direction), derivative);
    for (let i = 0; i < size; i++) {
      let pulled = 0;
      for (let j = 0; j < size; j++) pulled += gram[i * size + j]! * (now![j]! - targets[j]!);
      change![i] = stepSize * (pulled - derivative[i]!);
    }
    iota![t] = norm(change!);
    for (let i = 0; i < size; i++) change![i] = now![i]! - targets[i]!;
    residual![t] = norm(change!);
    older.set(last);
    length = next;
  });
  const [r, f, p, i] = [residual, phi, psi, iota].map((norms) => norms!.subarray(0, length));
  return { residual: r!, phi: f!, psi: p!, iota: i! };
}
