import { inWorker } from "../page/worker.ts";
import type { trainDeepLinear } from "./entries/train-deep-linear.ts";

/** Trains a deep linear network in a worker, and tells its losses as they come. */
export const runTrainDeepLinear = inWorker<typeof trainDeepLinear>(
  () => new Worker(new URL("./entries/train-deep-linear.ts", import.meta.url), { type: "module" }),
);
