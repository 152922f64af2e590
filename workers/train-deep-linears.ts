import { inWorker } from "../page/worker.ts";
import type { trainDeepLinears } from "./entries/train-deep-linears.ts";

/** Trains deep linear networks in a worker, one after the other, and tells their losses as they come. */
export const runTrainDeepLinears = inWorker<typeof trainDeepLinears>(
  () => new Worker(new URL("./entries/train-deep-linears.ts", import.meta.url), { type: "module" }),
);
