import { expose } from "../../page/expose.ts";
import { networkResiduals } from "../../lib/theorems/network-residuals.ts";

expose(networkResiduals);
