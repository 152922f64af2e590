import { inWorker } from "../page/worker.ts";
import type { analyse } from "../lib/advice/analyse.ts";

/** Takes, in a worker, a reader's problem apart into its modes. */
export const runAnalyse = inWorker<typeof analyse>(
  () => new Worker(new URL("./entries/analyse.ts", import.meta.url), { type: "module" }),
);
