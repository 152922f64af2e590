/** Modules of page/ that are of use at build as well. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleOptions } from "./bundle.mjs";

/** What a module of page/ exports, for Node; it has to do without a document of its own. */
export async function pageModule(name) {
  const { outputFiles } = await build({
    ...bundleOptions(new Map()),
    entryPoints: [fileURLToPath(new URL(`../page/${name}`, import.meta.url))],
    outfile: "module.js",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
