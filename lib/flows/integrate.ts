import { Solver } from "odex";

/** ẏ = F(t, y): writes F(t, `state`) into `out`, which is as long. */
export type Slope = (time: number, state: readonly number[], out: number[]) => void;

/** The error that a step may make, relative and absolute. */
const TOLERANCE = 1e-12;

const MAX_EVALUATIONS = 200_000;

/** What ends a run that takes too long. */
const EXHAUSTED = new Error("too many evaluations");

/** The outcome of a run that has reached its end. */
const CONVERGED = 0;

/**
 * y(t) at ascending `times` (at least one) for ẏ = F(t, y), y(times[0]) = `start`: one row for each time, row-major. For systems that have no
 * closed form, by the extrapolation method of the package `odex` with its dense output. Each step errs by about `tolerance`, relatively and absolutely, where F is
 * smooth; where it has a kink, steps get short, and where it jumps the error is what the shortest step makes of it. Rows that are not reached, since the solution
 * leaves the range of numbers or 200 000 evaluations do not suffice, are NaN.
 * With `dense` false there are two times, and what it takes to look within a step is saved, which is most of the work in many dimensions; kinks are then found only as far as the error of a step shows them.
 * RangeError for times that do not ascend, or more than two without `dense`, and a tolerance that is not positive. Cost: some hundred evaluations of F for each wave of the solution.
 */
export function integrate(
  slope: Slope,
  start: Float64Array,
  times: Float64Array,
  tolerance = TOLERANCE,
  dense = true,
): Float64Array {
  checkAscending(times);
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive: ${tolerance}`);
  if (!dense && times.length > 2)
    throw new RangeError(`times must be at most two where the output is not dense: ${times.length}`);
  const dimension = start.length;
  const rows = new Float64Array(times.length * dimension).fill(NaN);
  rows.set(start);
  if (times.length === 1) return rows;
  const [first, end] = [times[0]!, times.at(-1)!];
  const solver = new Solver(dimension);
  // The package counts the steps of a run, but not those that it repeats at its end: evaluations are counted here.
  Object.assign(solver, {
    absoluteTolerance: tolerance,
    relativeTolerance: tolerance,
    maxSteps: MAX_EVALUATIONS,
  });
  solver.denseOutput = dense;
  solver.stabilityCheckCount = 0;
  const out: number[] = new Array<number>(dimension).fill(0);
  let [next, evaluations] = [1, 0];
  try {
    const { y, outcome } = solver.solve(
      (time, state) => {
        if (++evaluations > MAX_EVALUATIONS) throw EXHAUSTED;
        slope(time, state, out);
        return out;
      },
      first,
      [...start],
      end,
      (step, _, now, state, dense) => {
        if (step === 1) return true;
        if (!state.every(Number.isFinite)) return false;
        for (; next < times.length - 1 && times[next]! <= now; next++)
          for (let i = 0; i < dimension; i++) rows[next * dimension + i] = dense(i, times[next]!);
        return true;
      },
    );
    if (outcome === CONVERGED) rows.set(y, next * dimension);
  } catch (error) {
    if (error !== EXHAUSTED) throw error;
  }
  return rows;
}

function checkAscending(times: Float64Array): void {
  if (times.length === 0) throw new RangeError("times must hold at least one: 0");
  for (let k = 1; k < times.length; k++)
    if (!(times[k]! > times[k - 1]!)) throw new RangeError(`times must ascend: ${times[k]}`);
}
