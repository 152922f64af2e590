import { inWorker } from "../page/worker.ts";
import type { measureRuns } from "../lib/advice/measured-runs.ts";

/** Counts, in a worker, the steps that methods take on a reader's problem. */
export const runMeasureRuns = inWorker<typeof measureRuns>(
  () => new Worker(new URL("./entries/measure-runs.ts", import.meta.url), { type: "module" }),
);
