import { expose } from "../../page/expose.ts";
import { neededSteps } from "../../lib/atlas/needed-steps.ts";

expose(neededSteps);
