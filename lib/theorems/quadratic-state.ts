import { conditionNumber } from "../spectra/condition-number.ts";

/** Where heavy ball begins: at the start that is worst at its hump, or from rest, along one direction or at random. */
export type StartKind = "worst" | "rest" | "random";

/** A quadratic, a setting and a kind of start: what the notebook "Why √κ?" shows. */
export interface QuadraticState {
  /** Ascending, all positive. */
  readonly eigenvalues: Float64Array;
  /** μ and α, the ends of the spectrum. */
  readonly smallest: number;
  readonly largest: number;
  /** κ = α/μ. */
  readonly conditionNumber: number;
  /** η itself; a link holds it in units of 1/α. */
  readonly stepSize: number;
  /** β in [0, 1]. */
  readonly momentum: number;
  readonly startKind: StartKind;
  /** Of the random start. */
  readonly seed: number;
}

/** What a state says besides its spectrum: `eta` is ηα, the step size in units of 1/α; `beta` is β. */
export interface QuadraticSetting {
  readonly eta: number;
  readonly beta: number;
  readonly start: StartKind;
  readonly seed: number;
}

/**
 * The state from a spectrum that is at hand: ascending, positive, at least one eigenvalue, with η and κ within the doubles
 * (else RangeError). Kept, not copied. O(n).
 */
export function stateOf(
  eigenvalues: Float64Array,
  { eta, beta, start, seed }: QuadraticSetting,
): QuadraticState {
  const [smallest, largest] = [eigenvalues[0] ?? NaN, eigenvalues.at(-1) ?? NaN];
  const stepSize = eta / largest;
  if (!(smallest > 0)) throw new RangeError(`eigenvalues must be positive: ${smallest}`);
  if (!(stepSize > 0 && stepSize < Infinity))
    throw new RangeError(`eigenvalues must allow a positive and finite step size: ${largest}`);
  const kappa = conditionNumber(eigenvalues);
  if (kappa === Infinity)
    throw new RangeError(`eigenvalues must have a finite condition number: ${smallest}, ${largest}`);
  return {
    eigenvalues,
    smallest,
    largest,
    conditionNumber: kappa,
    stepSize,
    momentum: beta,
    startKind: start,
    seed,
  };
}
