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
  for (let i = 0; i < starts.length; i++) {
    const z = stepTimesEigenvalues[i]!;
    const trace = recursion.trace(z, momentum);
    const determinant = recursion.determinant(z, momentum);
    let [current, previous] = [starts[i]!, starts[i]!];
    for (let t = 0; t <= steps; t++) {
      losses[t]! += (current * current) / 2;
      const next = trace * current - determinant * previous;
      previous = current;
      current = next;
    }
  }
  return losses.map((loss) => (Number.isNaN(loss) ? Infinity : loss));
}
