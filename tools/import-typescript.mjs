/** Imports a TypeScript module into a script of Node, whose oldest version that we support cannot read it itself. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Inside node_modules, so that packages are found from there. */
const cache = join(root, "node_modules/.cache/typescript");

/** The namespace of a module with all that it imports from the project; `file` is relative to the root. */
export async function importTypeScript(file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    write: false,
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, file)).href) },
  });
  const { text } = outputFiles[0];
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const path = join(cache, `${basename(file, ".ts")}-${hash}.mjs`);
  await mkdir(cache, { recursive: true });
  await writeFile(path, text);
  return import(pathToFileURL(path).href);
}
