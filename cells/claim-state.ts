import type { Hypothesis } from "../lib/theorems/theorem.ts";
import type { JudgedClaims } from "../lib/theorems/judge-claims.ts";
import type { Run } from "../page/worker.ts";
import type { TheoremState } from "./theorem-cell.ts";

/**
 * What the cell of the claim number `index` shows while a worker judges several, and after. Until it is judged: its `hypotheses`, and how many seeds there
 * are yet, none of `of` where it has not begun.
 */
export function claimState(
  run: Run<JudgedClaims, JudgedClaims>,
  index: number,
  hypotheses: readonly Hypothesis[] = [],
  of?: number,
): Pick<TheoremState, "judgement" | "printed"> {
  const { judged = [], counts = null } = (run.state === "finished" ? run.result : run.progress) ?? {};
  const done = judged[index];
  if (done) return done;
  const none = of === undefined ? null : { held: 0, violated: 0, outside: 0, of };
  const seeds = (index === judged.length ? counts : null) ?? none;
  return { judgement: { verdict: "running", hypotheses, ...(seeds ? { seeds } : {}) } };
}
