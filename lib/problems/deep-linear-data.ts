import { orthonormalize } from "./deep-linear-basis.ts";

/** Data of a linear regression with several outputs: n examples x_j in ℝᵈ with targets y_j in ℝᵏ. */
export interface LinearData {
  /** n. */
  readonly examples: number;
  /** n × d, one example after the other; the papers' X is its transpose. */
  readonly inputs: Float64Array;
  /** n × k, one target after the other; the papers' Y is its transpose. */
  readonly targets: Float64Array;
}

/** Data that train like others but for a constant of the loss. */
export interface CompressedData extends LinearData {
  /** 𝓛* = min over Θ of ½‖ΘX − Y‖²_F, which the loss on these data is smaller by. */
  readonly floor: number;
}

/**
 * Data with r = rank X ≤ d examples on which every linear map has the loss ½‖ΘX − Y‖²_F − 𝓛*, and the same gradient: with Q (n × r) an
 * orthonormal basis of the rows of X, X̃ = XQ and Ỹ = YQ, as ‖ΘX − Y‖² = ‖ΘXQ − YQ‖² + ‖Y − YQQᵀ‖² for all Θ. So what is left of the
 * loss is the excess over the best linear map, without the cancellation of a subtraction.
 * RangeError for lengths that are not multiples of n. Cost: O(nd(d + k)), once. The reduction is ours.
 */
export function compressData(data: LinearData): CompressedData {
  checkData(data);
  const { examples, inputs, targets } = data;
  const [d, k] = [inputs.length / examples, targets.length / examples];
  const basis = transpose(inputs, examples, d);
  const rank = orthonormalize(basis, d, examples);
  const compressed = {
    examples: rank,
    inputs: timesColumns(basis, rank, examples, inputs, d),
    targets: timesColumns(basis, rank, examples, targets, k),
  };
  let squares = 0;
  for (let j = 0; j < examples; j++)
    for (let o = 0; o < k; o++) {
      let rest = targets[j * k + o]!;
      for (let i = 0; i < rank; i++) rest -= basis[i * examples + j]! * compressed.targets[i * k + o]!;
      squares += rest * rest;
    }
  return { ...compressed, floor: squares / 2 };
}

/** RangeError where `data` are not n examples with as many targets. */
export function checkData({ examples, inputs, targets }: LinearData): void {
  if (!(Number.isInteger(examples) && examples >= 1))
    throw new RangeError(`examples must be a whole number of at least 1: ${examples}`);
  for (const [name, { length }] of [
    ["inputs", inputs],
    ["targets", targets],
  ] as const)
    if (length === 0 || length % examples !== 0)
      throw new RangeError(`length of ${name} must be a multiple of ${examples}: ${length}`);
}

/** The transpose of a matrix of `rows` × `columns`, row-major. */
export function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < columns; k++) out[k * rows + i] = matrix[i * columns + k]!;
  return out;
}

/** PM for P of `rows` × `inner` and M of `inner` × `columns`, row-major; P may have more rows, which are left out. */
function timesColumns(
  p: Float64Array,
  rows: number,
  inner: number,
  m: Float64Array,
  columns: number,
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < inner; j++) {
      const entry = p[i * inner + j]!;
      for (let k = 0; k < columns; k++) out[i * columns + k]! += entry * m[j * columns + k]!;
    }
  return out;
}
