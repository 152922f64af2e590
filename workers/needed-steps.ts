import { inWorker } from "../page/worker.ts";
import type { neededSteps } from "../lib/atlas/needed-steps.ts";

/** Counts, in a worker, the steps that methods need on their worst quadratics. */
export const runNeededSteps = inWorker<typeof neededSteps>(
  () => new Worker(new URL("./entries/needed-steps.ts", import.meta.url), { type: "module" }),
);
