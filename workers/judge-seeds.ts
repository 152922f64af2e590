import { inWorker } from "../page/worker.ts";
import type { judgeSeeds } from "./entries/judge-seeds.ts";

/** Judges, in a worker, a claim in probability over seeds. */
export const runJudgeSeeds = inWorker<typeof judgeSeeds>(
  () => new Worker(new URL("./entries/judge-seeds.ts", import.meta.url), { type: "module" }),
);
