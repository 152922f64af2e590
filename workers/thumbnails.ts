import { inWorker } from "../page/worker.ts";
import type { thumbnails } from "./entries/thumbnails.ts";

/** Judges, in one worker, the thumbnail cases of all theorems that are named. */
export const runThumbnails = inWorker<typeof thumbnails>(
  () => new Worker(new URL("./entries/thumbnails.ts", import.meta.url), { type: "module" }),
);
