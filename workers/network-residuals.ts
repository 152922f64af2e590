import type { networkResiduals } from "../lib/theorems/network-residuals.ts";
import { inWorker } from "../page/worker.ts";

/** Trains networks in a worker, one after the other, and tells their residuals. */
export const runNetworkResiduals = inWorker<typeof networkResiduals>(
  () => new Worker(new URL("./entries/network-residuals.ts", import.meta.url), { type: "module" }),
);
