import { expose } from "../../page/expose.ts";
import { residualTerms, type ResidualTerms } from "../../lib/methods/deep-linear-residual.ts";
import { deepLinearGram } from "../../lib/problems/deep-linear-gram.ts";
import { deepLinear } from "../../lib/problems/deep-linear-network.ts";
import { startOf, type DeepLinearInstance } from "../../lib/theorems/deep-linear-instance.ts";

/** A network with orthogonal weights, and how heavy ball trains it. */
export interface MeasuredRun {
  readonly instance: DeepLinearInstance;
  readonly stepSize: number;
  readonly momentum: number;
  readonly steps: number;
}

/** Of the narrow equivalent; see `residualTerms`. */
export function* residualParts({ instance, ...setting }: MeasuredRun): Generator<null, ResidualTerms> {
  yield null;
  const start = startOf(instance);
  const { chain, data, weights } = start;
  const gram = deepLinearGram(chain, data, weights);
  return residualTerms(deepLinear(start), data.targets, gram, { ...setting, start: weights });
}

expose(residualParts);
