import { expose } from "../../page/expose.ts";
import { localBasin } from "../../lib/theorems/local-basin.ts";

expose(localBasin);
