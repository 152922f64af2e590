import { inWorker } from "../page/worker.ts";
import type { flowingNetwork } from "../lib/theorems/flowing-network.ts";

/** Follows, in a worker, the flow of the weights of a finite ReLU network. */
export const runFlowingNetwork = inWorker<typeof flowingNetwork>(
  () => new Worker(new URL("./entries/flowing-network.ts", import.meta.url), { type: "module" }),
);
