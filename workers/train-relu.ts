import { inWorker } from "../page/worker.ts";
import type { trainNetwork } from "./entries/train-relu.ts";

/** Trains, in a worker, a one-layer ReLU network of any width by several methods from one draw. */
export const runTrainRelu = inWorker<typeof trainNetwork>(
  () => new Worker(new URL("./entries/train-relu.ts", import.meta.url), { type: "module" }),
);
