import { inWorker } from "../page/worker.ts";
import type { judgeResNet } from "./entries/judge-resnet.ts";

/** Judges claims about linear ResNets in one worker, one after the other. */
export const runJudgeResNet = inWorker<typeof judgeResNet>(
  () => new Worker(new URL("./entries/judge-resnet.ts", import.meta.url), { type: "module" }),
);
