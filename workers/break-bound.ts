import { inWorker } from "../page/worker.ts";
import type { breakBound } from "./entries/break-bound.ts";

/** Looks, in a worker, for an instance that breaks a claim. */
export const runBreakBound = inWorker<typeof breakBound>(
  () => new Worker(new URL("./entries/break-bound.ts", import.meta.url), { type: "module" }),
);
