/**
 * Bundles workers: in modules of ours, `new Worker(new URL("./x.ts", import.meta.url), {type: "module"})`, which
 * Vite understands as it stands, becomes a worker of a bundle of its own.
 */
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * How a page gets at the code of a worker: the loader that imports its bundle, if it has one of its own, and the
 * expression that makes the worker, of what is imported or of the name of its entry.
 */
const FORMS = {
  file: { loader: "file", create: ({ bundle }) => `new Worker(new URL(${bundle}, import.meta.url))` },
  inline: { loader: "text", create: ({ bundle }) => `new Worker(${blobAddress(bundle)})` },
  shared: {
    loader: null,
    create: ({ entry }) =>
      `new Worker(${blobAddress('document.querySelector("script[data-whole]").textContent')}, { name: ${JSON.stringify(entry)} })`,
  },
};

function blobAddress(code) {
  return `URL.createObjectURL(new Blob([${code}], { type: "text/javascript" }))`;
}

/**
 * The plugin of esbuild. With `form` "file", a worker is a file of its own with a hash in its name; with "inline",
 * its code is in the page. With "shared", for a page that has to be a single file, the page's own script is the code of
 * all workers too, so that nothing is in it twice: the entries are put into `entries`, relative to the root, and the
 * script has to run the one that is the name of its global scope where there is no document. `options` are those of the
 * workers' bundles.
 *
 * @param {"file" | "inline" | "shared"} form
 * @param {import("esbuild").BuildOptions} options
 * @param {Set<string>} entries
 * @returns {import("esbuild").Plugin}
 */
export function workers(form, options, entries) {
  const { loader, create } = FORMS[form];
  return {
    name: "workers",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes("node_modules")) return undefined;
        const source = await readFile(path, "utf8");
        if (!source.includes("new Worker")) return undefined;
        const found = findWorkers(ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext)).map(
          (worker, i) => {
            const entry = relative(root, resolve(dirname(path), worker.specifier));
            entries.add(entry);
            return { ...worker, bundle: `__worker${i}`, entry };
          },
        );
        return { contents: withBundles(source, found, create, loader !== null), loader: "ts" };
      });
      build.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => {
        const entry = resolve(resolveDir, path.slice(7));
        // The file is named after the path, and is JavaScript.
        return {
          path: relative(root, entry).replace(/\.ts$/, ".js"),
          namespace: "worker",
          pluginData: entry,
        };
      });
      build.onLoad({ filter: /.*/, namespace: "worker" }, async ({ pluginData: entry }) => {
        try {
          const { outputFiles } = await bundle({
            ...options,
            entryPoints: [entry],
            format: "iife",
            metafile: false,
          });
          return { contents: outputFiles[0].contents, loader };
        } catch ({ errors }) {
          return { errors };
        }
      });
    },
  };
}

/** The module with each worker made in another way, of an import of its bundle if it has one; all else keeps its line. */
function withBundles(source, found, create, hasBundles) {
  const imports = found.map(
    ({ bundle, specifier }) => `import ${bundle} from ${JSON.stringify(`worker:${specifier}`)};`,
  );
  const rest = found.reduceRight(
    (text, worker) => `${text.slice(0, worker.start)}${create(worker)}${text.slice(worker.end)}`,
    source,
  );
  return [rest, ...(hasBundles ? imports : [])].join("\n");
}

/** The expressions `new Worker(new URL("…", import.meta.url), …)` of a module: [{start, end, specifier}], in order. */
function findWorkers(tree) {
  const found = [];
  const visit = (node) => {
    const specifier = isNew(node, "Worker") && moduleAddress(node.arguments[0]);
    if (specifier) found.push({ start: node.getStart(tree), end: node.end, specifier });
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The text of `new URL("…", import.meta.url)`; null for anything else. */
function moduleAddress(node) {
  if (!node || !isNew(node, "URL")) return null;
  const [specifier, base] = node.arguments;
  const isHere =
    base &&
    ts.isPropertyAccessExpression(base) &&
    base.name.text === "url" &&
    ts.isMetaProperty(base.expression);
  return isHere && ts.isStringLiteral(specifier) ? specifier.text : null;
}

function isNew(node, name) {
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
}
