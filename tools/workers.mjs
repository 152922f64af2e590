/**
 * Bundles workers: in modules of ours, `new Worker(new URL("./x.ts", import.meta.url), {type: "module"})`, which
 * Vite understands as it stands, becomes a worker of a bundle of its own.
 */
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** How a page gets at the code of a worker: the loader that imports it, and the address made of what it imports. */
const FORMS = {
  file: { loader: "file", address: (name) => `new URL(${name}, import.meta.url)` },
  inline: {
    loader: "text",
    address: (name) => `URL.createObjectURL(new Blob([${name}], { type: "text/javascript" }))`,
  },
};

/**
 * The plugin of esbuild. With `form` "file", a worker is a file of its own with a hash in its name; with "inline",
 * its code is in the page, for a page that has to be a single file. `options` are those of the workers' bundles.
 *
 * @param {"file" | "inline"} form
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").Plugin}
 */
export function workers(form, options) {
  const { loader, address } = FORMS[form];
  return {
    name: "workers",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes("node_modules")) return undefined;
        const source = await readFile(path, "utf8");
        return source.includes("new Worker")
          ? { contents: withBundles(source, address), loader: "ts" }
          : undefined;
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

/** The module with each worker made from an import of its bundle; all else keeps its line. */
function withBundles(source, address) {
  const found = findWorkers(ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext));
  const imports = found.map(
    ({ specifier }, i) => `import __worker${i} from ${JSON.stringify(`worker:${specifier}`)};`,
  );
  const rest = found.reduceRight(
    (text, { start, end }, i) =>
      `${text.slice(0, start)}new Worker(${address(`__worker${i}`)})${text.slice(end)}`,
    source,
  );
  return [rest, ...imports].join("\n");
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
