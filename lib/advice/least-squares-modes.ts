import { singularBasis } from "../spectra/singular-basis.ts";
import type { Modes } from "./modes.ts";

/**
 * The loss ½‖Xw − y‖² from w = 0, along the eigenvectors of XᵀX: eigenvalues σ², and the distance (uᵀy)/σ from the solution of least norm. Directions in which the data do not differ
 * (σ = 0 within rounding) are left out: from 0 no method here ever enters them. `features` is X, count × dimension, row-major.
 * RangeError for lengths that do not fit, features that are all 0, and labels that no feature has anything to do with, so that 0 is the solution. Cost: that of `singularBasis`.
 */
export function leastSquaresModes(
  features: Float64Array,
  labels: Float64Array,
  count: number,
  dimension: number,
): Modes {
  const { values, along } = singularBasis(features, count, dimension, labels);
  if (!along.some((value) => value !== 0))
    throw new RangeError("labels must have to do with a feature: the best weights are 0");
  return {
    eigenvalues: values.map((value) => value * value).reverse(),
    start: along.map((value, k) => value / values[k]!).reverse(),
  };
}
