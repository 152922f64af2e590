import { orthonormalize } from "./deep-linear-basis.ts";
import { transpose } from "./deep-linear-data.ts";
import { gaussianTriangle } from "./deep-linear-gaussian.ts";
import { multiply } from "./deep-linear-products.ts";
import { fillNormal, type Random } from "../random.ts";

/** The fixed maps into and out of a linear ResNet, f(x) = B(I + W_L)⋯(I + W₁)Ax with W_l of m × m. */
export interface Transformations {
  /** m. */
  readonly width: number;
  /** A, m × d, row-major. */
  readonly into: Float64Array;
  /** B, k × m, row-major. */
  readonly outOf: Float64Array;
}

/** The sizes that the three kinds have in common: d inputs, k outputs, width m. */
export interface TransformationSizes {
  readonly inputs: number;
  readonly outputs: number;
  readonly width: number;
}

/** A = [I; 0], B = √(m/k)[I 0]. RangeError for m < max{d, k}. Source: Zou et al. 2020, section 4, identity transformations. */
export function identityTransformations({ inputs, outputs, width }: TransformationSizes): Transformations {
  checkWidth(width, Math.max(inputs, outputs));
  const [into, outOf] = [new Float64Array(width * inputs), new Float64Array(outputs * width)];
  for (let i = 0; i < inputs; i++) into[i * inputs + i] = 1;
  for (let i = 0; i < outputs; i++) outOf[i * width + i] = Math.sqrt(width / outputs);
  return { width, into, outOf };
}

/**
 * A = [I; 0; 0], B = α[0 I 0]: the outputs are read where no input is written, so that BA = 0. RangeError for m < d + k.
 * Source: Zou et al. 2020, section 4, modified identity transformations, with the sets {1, …, d} and {d + 1, …, d + k}.
 */
export function modifiedIdentity(
  { inputs, outputs, width }: TransformationSizes,
  alpha: number,
): Transformations {
  checkWidth(width, inputs + outputs);
  const [into, outOf] = [new Float64Array(width * inputs), new Float64Array(outputs * width)];
  for (let i = 0; i < inputs; i++) into[i * inputs + i] = 1;
  for (let i = 0; i < outputs; i++) outOf[i * width + inputs + i] = alpha;
  return { width, into, outOf };
}

/**
 * Independent entries N(0, α²) in A and N(0, β²) in B. Source: Zou et al. 2020, Proposition 3.3; their corollaries have α = β = 1, their text and
 * experiments α² = 1/m, β² = 1/k. Cost: O(m(d + k)).
 */
export function gaussianTransformations(
  { inputs, outputs, width }: TransformationSizes,
  { alpha, beta }: { alpha: number; beta: number },
  random: Random,
): Transformations {
  const into = fillNormal(random, new Float64Array(width * inputs)).map((x) => alpha * x);
  const outOf = fillNormal(random, new Float64Array(outputs * width)).map((x) => beta * x);
  return { width, into, outOf };
}

/**
 * What `collapse` makes of Gaussian transformations, drawn with exactly its distribution, without drawing them: [A, Bᵀ] = QR, and the columns of R
 * are those of the narrow A and Bᵀ. Cost: O((d + k)²), whatever the width; O(m(d + k)²) for m < d + k. The reduction is ours.
 */
export function sampleCollapsedGaussian(
  sizes: TransformationSizes,
  { alpha, beta }: { alpha: number; beta: number },
  random: Random,
): Transformations {
  const { inputs, outputs, width } = sizes;
  const narrow = inputs + outputs;
  if (width < narrow) return collapse(gaussianTransformations(sizes, { alpha, beta }, random));
  const triangle = gaussianTriangle(width, narrow, random);
  const [into, outOf] = [new Float64Array(narrow * inputs), new Float64Array(outputs * narrow)];
  for (let i = 0; i < narrow; i++) {
    for (let k = 0; k < inputs; k++) into[i * inputs + k] = alpha * triangle[i * narrow + k]!;
    for (let k = 0; k < outputs; k++) outOf[k * narrow + i] = beta * triangle[i * narrow + inputs + k]!;
  }
  return { width: narrow, into, outOf };
}

/**
 * Transformations of width dim S ≤ d + k for S = range [A, Bᵀ], QᵀA and BQ for an orthonormal basis Q of S, with which a ResNet trains exactly like the
 * wide one when its weights start at 0: W_l = Q w_l Qᵀ at every step of GD, SGD and the heavy ball, with the same losses, norms and singular values.
 * Proof. So it is at the start. The gradient of W_l is ((I + W_L)⋯(I + W_{l+1}))ᵀBᵀ(…)((I + W_{l−1})⋯(I + W₁)A)ᵀ; while W = Q w Qᵀ, the columns of both
 * factors are in S, and the gradient is Q g Qᵀ with g that of the narrow net. ∎
 * Cost: O(m(d + k)²), once. The reduction is ours.
 */
export function collapse({ width, into, outOf }: Transformations): Transformations {
  const [d, k] = [into.length / width, outOf.length / width];
  const columns = transpose(into, width, d);
  const basis = new Float64Array((d + k) * width);
  basis.set(columns);
  basis.set(outOf, d * width);
  const narrow = orthonormalize(basis, d + k, width);
  const [rows, readers] = [new Float64Array(d * narrow), new Float64Array(k * narrow)];
  multiply(basis, 0, narrow, width, 1, columns, rows, d);
  multiply(basis, 0, narrow, width, 1, outOf, readers, k);
  return { width: narrow, into: transpose(rows, d, narrow), outOf: readers };
}

function checkWidth(width: number, least: number): void {
  if (!(Number.isInteger(width) && width >= least))
    throw new RangeError(`width must be a whole number of at least ${least}: ${width}`);
}
