import type { Both, SeedCounts } from "../lib/theorems/theorem.ts";
import type { Run } from "../page/worker.ts";
import type { TheoremState } from "./theorem-cell.ts";

/** What a theorem's cell shows of the claim number `index` while a worker judges several, and after. */
export function eachState(
  run: Run<{ readonly judged: readonly Both[]; readonly counts: SeedCounts | null }, readonly Both[]>,
  index: number,
): Pick<TheoremState, "judgement" | "printed"> {
  const judged = (run.state === "finished" ? run.result : run.progress?.judged) ?? [];
  const both = judged[index];
  if (both) return both;
  const counts = run.state !== "finished" && judged.length === index ? run.progress?.counts : null;
  return { judgement: { verdict: "running", hypotheses: [], ...(counts ? { seeds: counts } : {}) } };
}
