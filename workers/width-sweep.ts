import { inWorker } from "../page/worker.ts";
import type { sweepWidths } from "./entries/width-sweep.ts";

/** Trains, in a worker, networks of several widths by heavy ball. */
export const runWidthSweep = inWorker<typeof sweepWidths>(
  () => new Worker(new URL("./entries/width-sweep.ts", import.meta.url), { type: "module" }),
);
