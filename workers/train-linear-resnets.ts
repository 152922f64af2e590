import { inWorker } from "../page/worker.ts";
import type { trainLinearResNets } from "./entries/train-linear-resnets.ts";

/** Trains linear ResNets in a worker, one after the other, and tells their excess losses as they come. */
export const runTrainLinearResNets = inWorker<typeof trainLinearResNets>(
  () => new Worker(new URL("./entries/train-linear-resnets.ts", import.meta.url), { type: "module" }),
);
