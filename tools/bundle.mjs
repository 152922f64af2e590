/** Bundles the pages of notebooks with esbuild. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { editableModules } from "./editable-modules.mjs";
import { slimFonts } from "./fonts.mjs";
import { workers } from "./workers.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const kit = join(root, "node_modules/@observablehq/notebook-kit/dist/src");

/** What holds for every script of the site, in a page or in a worker. */
const scriptOptions = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "silent",
  write: false,
  alias: { "ml-matrix": join(root, "node_modules/ml-matrix/src/index.js") },
};

/**
 * The options of esbuild for a set of pages. `pages` maps a notebook's file to its entry module ({source}); the
 * entry points of the pages are named `notebook:<file>`. Workers are files beside the page's script, or
 * "inline", or the script itself ("shared"): then `workerEntries` gets theirs, see workers.mjs.
 *
 * @param {Map<string, {source: string}>} pages
 * @param {{workerForm?: "file" | "inline" | "shared", workerEntries?: Set<string>}} how
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(pages, { workerForm = "file", workerEntries = new Set() } = {}) {
  return {
    ...scriptOptions,
    format: "esm",
    metafile: true,
    loader: { ".woff2": "file" },
    plugins: [
      notebookModules(pages),
      editableModules(pages),
      kitWithoutTypeScript,
      plotWithoutMaps(pages),
      workers(workerForm, scriptOptions, workerEntries),
      slimFonts,
    ],
  };
}

/** Resolves notebooks' entry modules, our own page (page:…), parts of the kit's runtime (observable:…) and npm:…. */
function notebookModules(pages) {
  return {
    name: "notebook-modules",
    setup(build) {
      build.onResolve({ filter: /^notebook:/ }, ({ path }) => ({
        path: path.slice(9),
        namespace: "notebook",
      }));
      build.onResolve({ filter: /^page:/ }, ({ path }) => ({ path: join(root, "page", path.slice(5)) }));
      build.onResolve({ filter: /^observable:/ }, ({ path }) => ({ path: join(kit, path.slice(11)) }));
      build.onResolve({ filter: /^npm:/ }, ({ path, resolveDir, kind }) =>
        build.resolve(path.slice(4), { resolveDir, kind }),
      );
      build.onResolve({ filter: /^notebook-file:/ }, ({ path }) => ({
        path: path.slice(14),
        namespace: "notebook-file",
      }));
      build.onLoad({ filter: /.*/, namespace: "notebook-file" }, async ({ path }) => ({
        contents: await readFile(join(root, path)),
        loader: "text",
        watchFiles: [join(root, path)],
      }));
      build.onLoad({ filter: /.*/, namespace: "notebook" }, ({ path }) => ({
        contents: pages.get(path).source,
        resolveDir: join(root, dirname(path)),
        loader: "ts",
      }));
    },
  };
}

/**
 * In a page, types are taken off by a smaller compiler than TypeScript, and there are no cells of the old Observable
 * JavaScript: the kit's transpile comes without what it would need for them.
 */
const kitWithoutTypeScript = {
  name: "kit-without-typescript",
  setup(build) {
    build.onLoad({ filter: /notebook-kit\/dist\/src\/javascript\/(typescript|observable)\.js$/ }, () => ({
      contents: "export const transpileTypeScript = null, transpileObservable = null;",
    }));
  },
};

/** What Plot brings along for maps and colour scales, which no figure has. */
const MAPS_AND_COLOURS = /node_modules\/(d3-geo|d3-scale-chromatic)\/.*\.m?js$/;

/** Leaves out of Plot what no figure draws with, unless a notebook of these pages, or who edits it, may name all of `Plot`. */
function plotWithoutMaps(pages) {
  return {
    name: "plot-without-maps",
    setup(build) {
      build.onLoad({ filter: MAPS_AND_COLOURS }, async ({ path }) => {
        if ([...pages.values()].some(({ source }) => source.includes('"page:plot.ts"'))) return null;
        const names = Object.keys(await import(pathToFileURL(path)));
        // Plot makes a projection that changes nothing while it loads: what stands in can be called.
        return { contents: names.map((name) => `export const ${name} = () => null;`).join("\n") };
      });
    },
  };
}

/** The messages of a failed bundle, with places in entry modules turned into places in notebooks. */
export function bundleErrors({ errors }, pages) {
  return errors.map(({ text, location }) => {
    if (!location) return text;
    const file = location.file.replace(/^notebook:/, "");
    const here = { line: location.line, column: location.column + 1 };
    const place = (pages.has(file) && pages.get(file).locate(here.line, location.column + 1)) || here;
    return `${file}:${place.line}:${place.column}: ${text}`;
  });
}
