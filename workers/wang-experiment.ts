import { inWorker } from "../page/worker.ts";
import type { experimentOverSeeds } from "./entries/wang-experiment.ts";

/** Repeats, in a worker, the experiment of Wang et al. 2021 (appendix I.1) over seeds. */
export const runWangExperiment = inWorker<typeof experimentOverSeeds>(
  () => new Worker(new URL("./entries/wang-experiment.ts", import.meta.url), { type: "module" }),
);
