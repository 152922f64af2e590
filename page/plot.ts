/** The builtin `Plot`, in a file of its own since it is all of Plot: figures import what they draw with instead. */
import * as plot from "@observablehq/plot";

export const Plot = () => plot;
