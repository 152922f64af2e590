import { expose } from "../../page/expose.ts";
import {
  residualPerturbation,
  type ResidualPerturbation,
} from "../../lib/methods/relu/residual-perturbation.ts";
import { reluData } from "../../lib/problems/relu-data.ts";
import { gaussianDraw } from "../../lib/problems/relu-draw.ts";

/** A network, and how heavy ball trains it. */
export interface PerturbedRun {
  /** n = count unit rows of d = dimension values, row-major, and n labels. */
  readonly points: Float64Array;
  readonly labels: Float64Array;
  readonly count: number;
  readonly dimension: number;
  /** m. */
  readonly width: number;
  readonly seed: number;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** See `residualPerturbation`. */
export function* perturbationParts({
  points,
  labels,
  count,
  dimension,
  width,
  seed,
  ...setting
}: PerturbedRun): Generator<null, ResidualPerturbation> {
  yield null;
  const data = reluData(points, labels, count, dimension);
  return residualPerturbation(data, gaussianDraw(data, width, seed), setting);
}

expose(perturbationParts);
