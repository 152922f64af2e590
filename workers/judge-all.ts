import { inWorker } from "../page/worker.ts";
import type { judgeAll } from "./entries/judge-all.ts";

/** Judges, in one worker, several claims in probability over seeds, one after the other. */
export const runJudgeAll = inWorker<typeof judgeAll>(
  () => new Worker(new URL("./entries/judge-all.ts", import.meta.url), { type: "module" }),
);
