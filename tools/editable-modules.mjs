/**
 * What an edited cell may import: all of lib, figures, cells and workers, what the notebooks at hand import
 * besides, and the packages of the mathematics and the figures, as npm:<name>.
 */
import { readdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const FOLDERS = ["lib", "figures", "cells", "workers"];

/** What runs inside a worker is not for pages. */
const INSIDE_WORKERS = "workers/entries/";

const PACKAGES = ["@observablehq/plot", "d3-dsv", "katex", "minimize-powell", "ml-matrix"];

/**
 * The plugin of esbuild that resolves `notebook-modules:`, a module with the map `modules` from a path (or npm:<name>)
 * to what is exported there. `pages` maps a notebook's file to its page, with the specifiers that its cells import.
 *
 * @param {Map<string, {specifiers?: readonly string[]}>} pages
 * @returns {import("esbuild").Plugin}
 */
export function editableModules(pages) {
  return {
    name: "editable-modules",
    setup(build) {
      build.onResolve({ filter: /^notebook-modules:/ }, ({ path }) => ({ path, namespace: "modules" }));
      build.onLoad({ filter: /.*/, namespace: "modules" }, async () => {
        const paths = [...new Set([...(await modulesOfFolders()), ...modulesOfNotebooks(pages)])].sort();
        const entries = [
          ...paths.map((path) => [path, `./${path}`]),
          ...PACKAGES.map((name) => [`npm:${name}`, name]),
        ];
        return { contents: registry(entries), resolveDir: root, loader: "ts" };
      });
    },
  };
}

async function modulesOfFolders() {
  const found = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.map((name) => posix.join(folder, name.replaceAll("\\", "/")));
    }),
  );
  return found.flat().filter((path) => /(?<!\.d)\.ts$/.test(path) && !path.startsWith(INSIDE_WORKERS));
}

function modulesOfNotebooks(pages) {
  return [...pages].flatMap(([file, { specifiers = [] }]) =>
    specifiers
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => posix.join(posix.dirname(file), specifier)),
  );
}

function registry(entries) {
  const imports = entries.map(([, from], i) => `import * as m${i} from ${JSON.stringify(from)};`);
  const names = entries.map(([key], i) => `  [${JSON.stringify(key)}, m${i}],`);
  return [...imports, "export const modules = new Map([", ...names, "]);"].join("\n");
}
