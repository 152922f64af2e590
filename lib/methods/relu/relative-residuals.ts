import type { ReluCurves } from "./lazy-run.ts";

/** ‖ξ_t‖/‖ξ₀‖ for t = 0 … as far as a run got, from its losses ½‖ξ_t‖². O(T). */
export function relativeResiduals({ losses }: Pick<ReluCurves, "losses">): Float64Array {
  return losses.map((loss) => Math.sqrt(loss / losses[0]!));
}
