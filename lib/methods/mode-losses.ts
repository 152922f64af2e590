import type { ModeRecursion } from "./mode-recursion.ts";

/** Some modes of a quadratic: ηλᵢ, and where each starts, at rest. */
export interface ModesAtRest {
  readonly stepTimesEigenvalues: Float64Array;
  readonly starts: Float64Array;
}

/**
 * ½Σᵢxᵢ(t)² for t = 0 … `steps`, each xᵢ by x_{t+1} = s·x_t − d·x_{t−1} from x₋₁ = x₀: the loss ½‖Δ_t‖² of a network whose kernel does not move, Δ along its
 * eigenvectors. Infinity from where it leaves the doubles. β = `momentum` in [0, 1], steps ≥ 0, a whole number; RangeError for lengths that differ.
 * O(modes · steps).
 */
export function modeLosses(
  recursion: ModeRecursion,
  { stepTimesEigenvalues, starts }: ModesAtRest,
  momentum: number,
  steps: number,
): Float64Array {
  if (starts.length !== stepTimesEigenvalues.length)
    throw new RangeError(`length of starts must be ${stepTimesEigenvalues.length}: ${starts.length}`);
  const losses = new Float64Array(steps + 1);
  // Two modes at a time: each waits for its own last step, and the processor takes the other meanwhile. A missing one stays at 0.
  for (let i = 0; i < starts.length; i += 2) {
    const [z1, z2] = [stepTimesEigenvalues[i]!, stepTimesEigenvalues[i + 1] ?? 0];
    const [trace1, trace2] = [recursion.trace(z1, momentum), recursion.trace(z2, momentum)];
    const determinant1 = recursion.determinant(z1, momentum);
    const determinant2 = recursion.determinant(z2, momentum);
    let [current1, current2] = [starts[i]!, starts[i + 1] ?? 0];
    let [previous1, previous2] = [current1, current2];
    for (let t = 0; t <= steps; t++) {
      losses[t]! += (current1 * current1 + current2 * current2) / 2;
      const next1 = trace1 * current1 - determinant1 * previous1;
      const next2 = trace2 * current2 - determinant2 * previous2;
      previous1 = current1;
      previous2 = current2;
      current1 = next1;
      current2 = next2;
    }
  }
  return losses.map((loss) => (Number.isNaN(loss) ? Infinity : loss));
}
