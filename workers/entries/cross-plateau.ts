import { expose } from "../../page/expose.ts";
import { crossPlateau } from "../../lib/theorems/linear-resnet-plateau.ts";

expose(crossPlateau);
