/** The page's own renderTex, for use at build. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../page/tex.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");

export const { renderTex } = await import(`data:text/javascript;base64,${code}`);
