import { safeConstant } from "../methods/heavy-ball-constant.ts";
import { perturbations, type ResidualRun } from "../methods/perturbation.ts";
import type { Setting } from "../methods/settings.ts";
import { stackedNorm } from "../norm.ts";
import { symmetricBasis } from "../spectra/symmetric-basis.ts";
import type { BlockOrbit } from "./block-orbit.ts";

/** A run as Theorem 11 of Wang et al. 2021 sees it: an orbit of heavy ball on a quadratic that is pushed at every step, and the constants that its proofs take. */
export interface PerturbedOrbit extends BlockOrbit {
  /** φ_0 … φ_{T−1}, one after the other. */
  readonly perturbations: Float64Array;
  /** C₁, C₂, C₃. */
  readonly added: number;
  readonly slower: number;
  readonly allowed: number;
}

/**
 * A run of T steps in the eigenbasis of H₀, scaled to ‖(ξ₀, ξ₋₁)‖ = 1, with C₂ = √(ηλ_min(H₀))/4 and C₁ = C₃ = C₀′ as in the proofs of Theorems 13, 14 and 27. C₁ and C₃
 * are NaN where a mode does not ring. RangeError as `perturbations`. O(n³ + Tn²).
 */
export function perturbedOrbit(run: ResidualRun, setting: Setting): PerturbedOrbit {
  const { dimension: n, residuals } = run;
  const { eigenvalues, vectors } = symmetricBasis(run.matrix, n);
  const first = residuals.slice(0, n);
  const size = stackedNorm(first, run.previous ?? first);
  const turned = (rows: Float64Array): Float64Array =>
    Float64Array.from(rows, (_, at) => {
      const [row, mode] = [at - (at % n), at % n];
      let sum = 0;
      for (let i = 0; i < n; i++) sum += vectors[mode * n + i]! * rows[row + i]!;
      return sum / size;
    });
  const [smallest, largest] = [eigenvalues[0]!, eigenvalues[n - 1]!];
  const constant = safeConstant(setting.momentum, setting.stepSize, smallest, largest);
  return {
    eigenvalues,
    stepSize: setting.stepSize,
    momentum: setting.momentum,
    start: turned(first),
    previous: turned(run.previous ?? first),
    steps: residuals.length / n - 1,
    perturbations: turned(perturbations(run, setting)),
    added: constant,
    slower: Math.sqrt(Math.max(0, setting.stepSize * smallest)) / 4,
    allowed: constant,
  };
}
