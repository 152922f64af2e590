import { inWorker } from "../page/worker.ts";
import type { conditionByDepth } from "./entries/condition-by-depth.ts";

/** Measures, in a worker, the condition number at the start of deep linear networks of several depths. */
export const runConditionByDepth = inWorker<typeof conditionByDepth>(
  () => new Worker(new URL("./entries/condition-by-depth.ts", import.meta.url), { type: "module" }),
);
