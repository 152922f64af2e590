import { minusIdentity } from "../problems/minus-identity.ts";
import type { LinearData } from "../problems/deep-linear-data.ts";
import {
  identityTransformations,
  modifiedIdentity,
  sampleCollapsedGaussian,
  type Transformations,
} from "../problems/linear-resnet-transformations.ts";
import { fillNormal, seededRandom } from "../random.ts";
import type { Claim } from "./judge-claims.ts";
import { largestStep, resNetSizes } from "./linear-resnet-instance.ts";
import type { Judged } from "./theorem.ts";
import * as corollary34 from "./zou-2020/corollary-3-4.ts";
import * as corollary37 from "./zou-2020/corollary-3-7.ts";
import * as corollary39 from "./zou-2020/corollary-3-9.ts";
import * as lemmaA1 from "./zou-2020/lemma-a-1.ts";
import * as lemmaA2 from "./zou-2020/lemma-a-2.ts";
import * as proposition33 from "./zou-2020/proposition-3-3.ts";
import * as section4Identity from "./zou-2020/section-4-identity.ts";
import * as section4Modified from "./zou-2020/section-4-modified-identity.ts";
import * as section51 from "./zou-2020/section-5-1.ts";
import * as theorem31 from "./zou-2020/theorem-3-1.ts";
import * as theorem36 from "./zou-2020/theorem-3-6.ts";
import * as theorem38 from "./zou-2020/theorem-3-8.ts";

/** Theorem 3.1 and the modified identity, at maps of the reader's choice. */
export interface CertifiedSettings {
  readonly maps: "modified" | "gaussian" | "identity";
  /** α of the modified identity. */
  readonly alpha: number;
  /** m between Gaussian maps. */
  readonly width: number;
  /** Draws the data and the Gaussian maps. */
  readonly seed: number;
}

/** Section 5.1 in an odd dimension, at width 40. */
export interface DoorSettings {
  readonly dimension: number;
  readonly depth: number;
  readonly noise: number;
  readonly seed: number;
  readonly stepSize: number;
  readonly steps: number;
}

/** d = k, L and n of the experiments. */
const [DIMENSION, DEPTH, EXAMPLES] = [10, 10, 1000];

const SIZES = { inputs: DIMENSION, outputs: DIMENSION };

/** Theorem 3.1 with the largest step size that it allows, and the condition of the modified identity. Cost: O(nd²). */
export function certifiedClaims({ maps, alpha, width, seed }: CertifiedSettings): readonly Claim[] {
  const data = dataOf(seed);
  const chosen: Record<CertifiedSettings["maps"], () => Transformations> = {
    modified: () => modifiedIdentity({ ...SIZES, width: 2 * DIMENSION }, alpha),
    gaussian: () =>
      sampleCollapsedGaussian({ ...SIZES, width }, { alpha: 1, beta: 1 }, seededRandom(seed + 1000)),
    identity: () => identityTransformations({ ...SIZES, width: 40 }),
  };
  return [
    claimOf(theorem31, atLargestStep(data, chosen[maps]())),
    claimOf(section4Modified, { ...data, width: 2 * DIMENSION, alpha }),
  ];
}

/** Section 5.1. Cost: O(nd). */
export function doorClaims({ dimension, noise, seed, ...settings }: DoorSettings): readonly Claim[] {
  const data = minusIdentity({ dimension, examples: EXAMPLES, noise }, seededRandom(seed));
  return [claimOf(section51, { ...data, ...settings, scale: Math.sqrt(40 / dimension) })];
}

/**
 * The claims that are judged where they say something: Proposition 3.3 at the least width, the corollaries at widths beyond what they ask, Theorem 3.8 in the setting of the
 * experiments with batches of 100, Theorem 3.6 on four examples in two dimensions, the lemmas at random weights within their ball; and Theorem 3.1 at α = 5, which is too
 * small for it. Cost: O(nd²).
 */
export function standingClaims(seed: number, seeds: number): readonly Claim[] {
  const data = dataOf(seed);
  const { examples, inputs } = data;
  const chance = { failure: 0.1, seed: 1 };
  const sgd = { depth: DEPTH, batchSize: 100, ...chance };
  const map = Float64Array.from({ length: DIMENSION ** 2 }, (_, e) => (e % (DIMENSION + 1) === 0 ? -1 : 0));
  const few = minusIdentity({ dimension: 2, examples: 4, noise: 0.1 }, seededRandom(seed));
  const between = (alpha: number): Transformations =>
    modifiedIdentity({ ...SIZES, width: 2 * DIMENSION }, alpha);
  const weights = smallWeights(seed + 2000);
  const near = smallWeights(seed + 3000).map((x, i) => 0.9 * weights[i]! + 0.1 * x);
  const certified = { ...chance, stepPercent: 100 };
  return [
    claimOf(section4Identity, { ...data, width: 40 }),
    claimOf(lemmaA1, { ...data, ...between(10), depth: DEPTH, weights, batchSize: 100 }),
    claimOf(lemmaA2, { ...data, ...between(10), depth: DEPTH, weights, moved: near }),
    claimOf(theorem31, atLargestStep(data, between(5))),
    claimOf(proposition33, { ...data, ...chance, width: 3915, alpha: 1, beta: 1 }, seeds),
    claimOf(corollary34, { ...data, ...chance, width: 1e8, depth: DEPTH, digits: 6 }, seeds),
    claimOf(corollary37, { ...data, ...sgd, width: 1e13, digits: 4 }, seeds),
    claimOf(corollary39, { examples, inputs, map, ...sgd, width: 1e11, digits: 5 }, seeds),
    claimOf(
      theorem38,
      { examples, inputs, map, ...between(1150), ...certified, ...sgd, failure: 0.01, steps: 60 },
      seeds,
    ),
    claimOf(
      theorem36,
      {
        ...few,
        ...modifiedIdentity({ inputs: 2, outputs: 2, width: 4 }, 1000),
        ...certified,
        depth: 2,
        batchSize: 2,
        goalPercent: 95,
      },
      seeds,
    ),
  ];
}

function claimOf<P extends object>(theorem: Judged<P>, parameters: P, seeds: number | null = null): Claim {
  return { theorem: theorem as unknown as Judged<object>, parameters, seeds };
}

function dataOf(seed: number): LinearData {
  return minusIdentity({ dimension: DIMENSION, examples: EXAMPLES, noise: 0.1 }, seededRandom(seed));
}

function atLargestStep(data: LinearData, maps: Transformations): theorem31.Parameters {
  const p = { ...data, ...maps, depth: DEPTH };
  return { ...p, stepSize: largestStep(DEPTH, resNetSizes(p)), steps: 100 };
}

/** Normal weights with ‖W_l‖_F near 0.4/L, for d + k hidden variables. */
function smallWeights(seed: number): Float64Array {
  const width = 2 * DIMENSION;
  const size = 0.4 / (DEPTH * width);
  return fillNormal(seededRandom(seed), new Float64Array(DEPTH * width ** 2)).map((x) => size * x);
}
