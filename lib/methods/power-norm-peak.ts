import { powerNorm } from "./heavy-ball-mode.ts";

/** The greatest of ‖A⁰‖₂, ‖A¹‖₂, …, ‖Aᴷ‖₂ and where it is. */
export interface Peak {
  readonly step: number;
  readonly norm: number;
}

/**
 * How far the powers of heavy ball's block A for one mode z = ηλ rise before they fall: the greatest ‖Aᵏ‖₂ over
 * k = 0 … `cap`. Stops once a norm has fallen to half of the greatest: at a double root (Polyak's setting), where
 * ‖Aᵏ‖ ~ k ρᵏ⁻¹ has a single hump near k = 1/ln(1/ρ), nothing greater follows. Cost: O(steps looked at).
 */
export function powerNormPeak(z: number, momentum: number, cap: number): Peak {
  let peak: Peak = { step: 0, norm: 1 };
  for (let step = 1; step <= cap; step++) {
    const norm = powerNorm(step, z, momentum);
    if (norm > peak.norm) peak = { step, norm };
    if (norm < peak.norm / 2) break;
  }
  return peak;
}

/**
 * The first k > 1 with ‖Aᵏ‖₂ < 1: after so many steps even the worst start is back under its size. Null where that does
 * not happen by `cap`. Cost: O(steps looked at).
 */
export function stepsUntilBelowStart(z: number, momentum: number, cap: number): number | null {
  for (let step = 2; step <= cap; step++) if (powerNorm(step, z, momentum) < 1) return step;
  return null;
}
