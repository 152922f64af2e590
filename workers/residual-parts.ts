import { inWorker } from "../page/worker.ts";
import type { residualParts } from "./entries/residual-parts.ts";

/** Measures, in a worker, the three terms by which the residual of a deep linear network leaves the recursion of a quadratic. */
export const runResidualParts = inWorker<typeof residualParts>(
  () => new Worker(new URL("./entries/residual-parts.ts", import.meta.url), { type: "module" }),
);
