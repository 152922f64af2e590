import { expose } from "../../page/expose.ts";
import { flowingNetwork } from "../../lib/theorems/flowing-network.ts";

expose(flowingNetwork);
