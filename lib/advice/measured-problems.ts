import { measureRuns, type MeasuredRun, type RunsToMeasure } from "./measured-runs.ts";

/** Of several problems, one after the other; null where a problem has not been run. */
export type MeasuredProblems = readonly (readonly MeasuredRun[] | null)[];

/** `measureRuns` of several problems; yields what there is so far. Cost: the sum of theirs. */
export function* measureProblems(
  tasks: readonly RunsToMeasure[],
): Generator<MeasuredProblems, MeasuredProblems, void> {
  const done: (readonly MeasuredRun[] | null)[] = tasks.map(() => null);
  for (const [i, task] of tasks.entries()) {
    const steps = measureRuns(task);
    let next = steps.next();
    for (; !next.done; next = steps.next()) yield done;
    done[i] = next.value;
  }
  return done;
}
