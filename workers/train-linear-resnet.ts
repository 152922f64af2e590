import { inWorker } from "../page/worker.ts";
import type { trainLinearResNet } from "./entries/train-linear-resnet.ts";

/** Trains a linear ResNet in a worker, and tells its excess losses as they come. */
export const runTrainLinearResNet = inWorker<typeof trainLinearResNet>(
  () => new Worker(new URL("./entries/train-linear-resnet.ts", import.meta.url), { type: "module" }),
);
