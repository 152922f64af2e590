import { gradientDescent } from "../methods/gradient-descent.ts";
import { run } from "../methods/method.ts";
import { compressData } from "../problems/deep-linear-data.ts";
import { linearResNet } from "../problems/linear-resnet.ts";
import { collapse, identityTransformations } from "../problems/linear-resnet-transformations.ts";
import { minusIdentity } from "../problems/minus-identity.ts";
import { seededRandom } from "../random.ts";
import { determinant } from "../spectra/determinant.ts";
import { singularValues } from "../spectra/singular-values.ts";

/** A ResNet between identity transformations, on data near Y = −X. */
export interface PlateauSettings {
  /** d = k ≤ m. */
  readonly dimension: number;
  /** m and L. */
  readonly width: number;
  readonly depth: number;
  /** n and the noise of the targets; see `minusIdentity`. */
  readonly examples: number;
  readonly noise: number;
  /** Draws the data. */
  readonly seed: number;
  /** η and T. */
  readonly stepSize: number;
  readonly steps: number;
}

/** What a run shows of its plateau, so far. The signed root of a matrix M, d × d, is sign(det M)·|det M|^{1/d}. */
export interface Plateau {
  /** 𝓛(W_t) − 𝓛* for t = 0 … the last step so far; ends before a value that is not finite. */
  readonly excess: Float64Array;
  /** The signed root of the map U_t = B(I + W_L)⋯(I + W₁)A at t = 0, `stride`, 2·`stride`, … */
  readonly roots: Float64Array;
  readonly stride: number;
  /** The signed root of the best map Φ. */
  readonly target: number;
  /** ½σ_min²(ΦX): no map whose determinant has not the sign of det Φ has less excess. */
  readonly door: number;
  /** ½‖ΦX‖²_F, the excess of the map 0. */
  readonly plateau: number;
}

/** What the run heeds of an AbortSignal. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Steps between two determinants, and between two yields. */
const STRIDE = 20;

/**
 * Gradient descent from W = 0, step by step: yields what there is every 20 steps, and returns it at the end, or when `signal` is aborted.
 * RangeError as `identityTransformations`, `linearResNet` and `run`. Cost: O(L·d³) per step, and O(nd²) once. Source: Zou et al. 2020, section 5.1; the determinants are ours.
 */
export async function* crossPlateau(
  settings: PlateauSettings,
  signal?: Cancellation,
): AsyncGenerator<Plateau, Plateau, void> {
  const { dimension: d, width, depth, seed, stepSize, steps } = settings;
  const data = compressData(minusIdentity(settings, seededRandom(seed)));
  const maps = collapse(identityTransformations({ inputs: d, outputs: d, width }));
  const problem = linearResNet(maps, depth, data);
  const excess = new Float64Array(steps + 1);
  const roots: number[] = [];
  const weights = new Float64Array(problem.dimension);
  const sides = signedRoot(maps.into, d) * signedRoot(maps.outOf, d);
  const known = {
    stride: STRIDE,
    target: signedRoot(data.targets, d) / signedRoot(data.inputs, d),
    door: singularValues(data.targets, d, d).at(-1)! ** 2 / 2,
    plateau: data.targets.reduce((sum, y) => sum + y * y, 0) / 2,
  };
  let length = 0;
  const told = (): Plateau => ({
    ...known,
    excess: excess.slice(0, length),
    roots: Float64Array.from(roots),
  });
  for (let t = 0; ; t += STRIDE) {
    roots.push(layersRoot(weights, depth, d) * sides);
    yield told();
    if (t >= steps || signal?.aborted) break;
    const chunk = Math.min(STRIDE, steps - t);
    const part = { stepSize, momentum: 0, start: weights.slice(), steps: chunk };
    run(gradientDescent, problem, part, (s, w) => {
      excess[t + s] = problem.loss(w);
      if (!Number.isFinite(excess[t + s]!)) return false;
      length = t + s + 1;
      if (s === chunk) weights.set(w);
    });
    // A run that diverges, or ends here, is shorter.
    if (length < t + STRIDE + 1) break;
  }
  return told();
}

/** The signed root of (I + W_L)⋯(I + W₁). */
function layersRoot(weights: Float64Array, depth: number, d: number): number {
  let product = 1;
  for (let l = 0; l < depth; l++) {
    const layer = weights.slice(l * d * d, (l + 1) * d * d);
    for (let i = 0; i < d; i++) layer[i * (d + 1)]! += 1;
    product *= signedRoot(layer, d);
  }
  return product;
}

function signedRoot(matrix: Float64Array, d: number): number {
  const value = determinant(matrix, d);
  return Math.sign(value) * Math.abs(value) ** (1 / d);
}
