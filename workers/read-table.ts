import { inWorker } from "../page/worker.ts";
import type { readReadersTable } from "./entries/read-table.ts";

/** Reads, in a worker, a table that a reader pasted or chose as a file. */
export const runReadTable = inWorker<typeof readReadersTable>(
  () => new Worker(new URL("./entries/read-table.ts", import.meta.url), { type: "module" }),
);
