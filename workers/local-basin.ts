import type { localBasin } from "../lib/theorems/local-basin.ts";
import { inWorker } from "../page/worker.ts";

/** Measures, in a worker, from how far heavy ball keeps an accelerated bound on a smooth strongly convex function. */
export const runLocalBasin = inWorker<typeof localBasin>(
  () => new Worker(new URL("./entries/local-basin.ts", import.meta.url), { type: "module" }),
);
