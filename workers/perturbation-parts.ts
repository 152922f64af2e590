import { inWorker } from "../page/worker.ts";
import type { perturbationParts } from "./entries/perturbation-parts.ts";

/** Measures, in a worker, what keeps the residual of a ReLU network from the recurrence of a quadratic. */
export const runPerturbationParts = inWorker<typeof perturbationParts>(
  () => new Worker(new URL("./entries/perturbation-parts.ts", import.meta.url), { type: "module" }),
);
