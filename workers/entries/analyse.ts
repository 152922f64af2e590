import { expose } from "../../page/expose.ts";
import { analyse } from "../../lib/advice/analyse.ts";

expose(analyse);
