import { expose } from "../../page/expose.ts";
import { measureRuns } from "../../lib/advice/measured-runs.ts";

expose(measureRuns);
