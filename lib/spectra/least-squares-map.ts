import { Matrix, solve } from "ml-matrix";

/**
 * The linear map Φ (outputs × inputs, row-major) that makes Σ‖Φx_j − y_j‖² least, for examples in rows, `points` n × inputs and `targets` n × outputs; of several the one with
 * the least norm. RangeError if the numbers of rows differ. Cost: O(n·inputs²), by ml-matrix (SVD).
 */
export function leastSquaresMap(
  points: Float64Array,
  targets: Float64Array,
  inputs: number,
  outputs: number,
): Float64Array {
  const examples = points.length / inputs;
  if (targets.length !== examples * outputs)
    throw new RangeError(`length of targets must be ${examples * outputs}: ${targets.length}`);
  const x = Matrix.from1DArray(examples, inputs, points);
  const y = Matrix.from1DArray(examples, outputs, targets);
  return Float64Array.from(solve(x, y, true).transpose().to1DArray());
}
