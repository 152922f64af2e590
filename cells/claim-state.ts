import type { Both, Hypothesis, SeedCounts } from "../lib/theorems/theorem.ts";
import type { Run } from "../page/worker.ts";
import type { TheoremState } from "./theorem-cell.ts";

/** How far several claims are: the judgements of the first of them, and the counts of the one after. */
export interface ClaimsProgress {
  readonly judged: readonly Both[];
  readonly counts: SeedCounts | null;
}

/** What the cell of the claim number `index` shows while a worker judges claims in probability at `of` seeds each, and after. */
export function claimState(
  run: Run<ClaimsProgress, ClaimsProgress>,
  index: number,
  hypotheses: readonly Hypothesis[],
  of: number,
): Pick<TheoremState, "judgement" | "printed"> {
  const { judged = [], counts = null } = (run.state === "finished" ? run.result : run.progress) ?? {};
  const done = judged[index];
  if (done) return done;
  const none = { held: 0, violated: 0, outside: 0, of };
  return {
    judgement: { verdict: "running", hypotheses, seeds: (index === judged.length && counts) || none },
  };
}
