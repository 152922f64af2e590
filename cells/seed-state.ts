import type { Both, Hypothesis, SeedCounts } from "../lib/theorems/theorem.ts";
import type { Run } from "../page/worker.ts";
import type { TheoremState } from "./theorem-cell.ts";

/** What a theorem's cell shows of a claim in probability while a worker judges it at `of` seeds, and after. */
export function seedState(
  run: Run<SeedCounts, Both>,
  hypotheses: readonly Hypothesis[],
  of: number,
): Pick<TheoremState, "judgement" | "printed"> {
  if (run.state === "finished") return run.result;
  const seeds = run.progress ?? { held: 0, violated: 0, outside: 0, of };
  return { judgement: { verdict: "running", hypotheses, seeds } };
}
