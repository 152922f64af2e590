import { inWorker } from "../page/worker.ts";
import type { measureProblems } from "../lib/advice/measured-problems.ts";

/** Counts, in a worker, the steps that methods take on several problems. */
export const runMeasureProblems = inWorker<typeof measureProblems>(
  () => new Worker(new URL("./entries/measure-problems.ts", import.meta.url), { type: "module" }),
);
