import { norm } from "../../norm.ts";
import type { ReluData } from "../../problems/relu-data.ts";
import type { ReluDraw } from "../../problems/relu-draw.ts";
import { reluGram, signPatterns } from "../../problems/relu-gram.ts";
import { runDense } from "./dense-run.ts";
import { reluHeavyBall } from "./heavy-ball.ts";

/** What keeps the residual of a ReLU network from following the recurrence of a quadratic, relative to ‖ξ_t‖, for t = 0 … T − 1. */
export interface ResidualPerturbation {
  /** ‖φ_t‖/‖ξ_t‖. */
  readonly total: Float64Array;
  /** ‖ι_t‖/‖ξ_t‖, ι_t = η(H₀ − H_t)ξ_t: the kernel has changed. */
  readonly drift: Float64Array;
  /** ‖φ_t − ι_t‖/‖ξ_t‖: neurons bend on this step. */
  readonly bend: Float64Array;
}

/**
 * φ_t = ξ_{t+1} − (1 + β)ξ_t + ηH₀ξ_t + βξ_{t−1} of heavy ball from rest, measured, and its parts. Shorter where the run diverges. RangeError as `runDense`.
 * O(Tmn²). Source: Wang et al. 2021, (8) and Lemma 7.
 */
export function residualPerturbation(
  data: ReluData,
  draw: ReluDraw,
  setting: { readonly stepSize: number; readonly momentum: number; readonly steps: number },
): ResidualPerturbation {
  const { count: n, gram } = data;
  const residuals: Float64Array[] = [];
  const kernels: Float64Array[] = [];
  runDense(data, draw, { method: reluHeavyBall, ...setting }, ({ residual, preActivations }) => {
    residuals.push(residual.slice());
    kernels.push(reluGram(gram, signPatterns(preActivations, draw.width, n)));
  });
  const length = Math.max(0, residuals.length - 1);
  const [total, drift, bend] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  const { stepSize, momentum } = setting;
  for (let t = 0; t < length; t++) {
    const [before, now, after] = [residuals[Math.max(0, t - 1)]!, residuals[t]!, residuals[t + 1]!];
    const iota = new Float64Array(n);
    const phi = now.map((xi, i) => {
      let force = 0;
      for (let j = 0; j < n; j++) {
        force += kernels[0]![i * n + j]! * now[j]!;
        iota[i]! += stepSize * (kernels[0]![i * n + j]! - kernels[t]![i * n + j]!) * now[j]!;
      }
      return after[i]! - (1 + momentum) * xi + stepSize * force + momentum * before[i]!;
    });
    const size = norm(now);
    total[t] = norm(phi) / size;
    drift[t] = norm(iota) / size;
    bend[t] = norm(phi.map((x, i) => x - iota[i]!)) / size;
  }
  return { total, drift, bend };
}
