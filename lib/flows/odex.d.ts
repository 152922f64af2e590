/*
 * What is used of the package `odex`, whose own sources do not pass as strict TypeScript: tsconfig.json leads here.
 */
/** The extrapolation method of Hairer and Wanner, by the explicit midpoint rule; options are fields, set before `solve`. */
export declare class Solver {
  constructor(dimension: number);
  absoluteTolerance: number;
  relativeTolerance: number;
  maxSteps: number;
  initialStepSize: number;
  /** How often a step's first lines ask whether it runs away; where the slope jumps it would never be short enough for that. */
  stabilityCheckCount: number;
  denseOutput: boolean;
  /** The arrays that `slope` returns are copied. `observe` may end the run by returning false; component i at a time within the step is `dense(i, time)`. */
  solve(
    slope: (time: number, state: number[]) => number[],
    time: number,
    state: readonly number[],
    end: number,
    observe: (
      step: number,
      before: number,
      now: number,
      state: readonly number[],
      dense: (component: number, time: number) => number,
    ) => boolean,
  ): { readonly y: readonly number[]; readonly outcome: number };
}
