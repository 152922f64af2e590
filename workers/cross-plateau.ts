import type { crossPlateau } from "../lib/theorems/linear-resnet-plateau.ts";
import { inWorker } from "../page/worker.ts";

/** Trains a ResNet on its plateau in a worker, and tells its excess losses and determinants as they come. */
export const runCrossPlateau = inWorker<typeof crossPlateau>(
  () => new Worker(new URL("./entries/cross-plateau.ts", import.meta.url), { type: "module" }),
);
