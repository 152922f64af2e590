import { diagonalData, type DeepLinearInstance } from "./deep-linear-instance.ts";
import type { Case, IndependentValue } from "./theorem.ts";

/** A deep linear network that is trained for T = `steps` steps. */
export interface DeepLinearRun extends DeepLinearInstance {
  readonly steps: number;
}

/** Wide enough for C = 1, and deep. */
export const wideRuns: readonly Case<DeepLinearRun>[] = [
  {
    name: "κ = 4, ten layers, width 10⁶",
    parameters: { ...diagonalData([2, 1], 1), depth: 10, width: 1e6, failure: 0.01, seed: 1, steps: 60 },
    expected: "unspecified",
  },
  {
    name: "κ = 1: 100 layers, width 10⁹",
    parameters: {
      ...diagonalData([3, 3, 3], 0.5),
      depth: 100,
      width: 1e9,
      failure: 0.01,
      seed: 2,
      steps: 20,
    },
    expected: "unspecified",
  },
];

/** Too narrow, or without a κ. */
export const unfitRuns: readonly Case<DeepLinearRun>[] = [
  {
    name: "too narrow even for C = 1",
    parameters: { ...diagonalData([2, 1], 1), depth: 10, width: 20, failure: 0.01, seed: 4, steps: 40 },
    expected: "outside",
  },
  {
    name: "narrower than its inputs: no orthogonal weights",
    parameters: { ...diagonalData([1, 1], 1), depth: 3, width: 1, failure: 0.01, seed: 5, steps: 5 },
    expected: "outside",
  },
  {
    name: "dependent examples: no κ",
    parameters: {
      examples: 2,
      inputs: Float64Array.of(1, 2, 2, 4),
      map: Float64Array.of(1, 1),
      depth: 3,
      width: 1000,
      failure: 0.01,
      seed: 6,
      steps: 5,
    },
    expected: "outside",
  },
];

/** A value of a bound for diagonal data with the targets 0, three layers. */
export function byHand(
  inputs: readonly number[],
  step: number,
  claim: number,
  source: string,
): IndependentValue<DeepLinearRun> {
  const parameters = { ...diagonalData(inputs, 0), depth: 3, width: 9, failure: 0.01, seed: 7, steps: 9 };
  return { parameters, step, claim, tolerance: 1e-14, source: `by hand: ${source}` }; // a few roundings
}

/** Two-dimensional inputs for which a bound does not exist. */
function withoutRate(inputs: Float64Array, source: string): IndependentValue<DeepLinearRun> {
  const { parameters } = byHand([2, 1], 0, NaN, source);
  return {
    parameters: { ...parameters, examples: inputs.length / 2, inputs },
    step: 2,
    claim: NaN,
    tolerance: 0,
    source,
  };
}

export const valuesWithoutRate: readonly IndependentValue<DeepLinearRun>[] = [
  withoutRate(Float64Array.of(1e8, 2e8, 2e8, 4e8), "parallel examples: σ_min = 0"),
  withoutRate(Float64Array.of(1, 0, 0, 1, 1, 1), "three examples in two dimensions"),
];
