/**
 * Builds the notebooks into a static site: `node build.mjs [--out dist]`, or serves them and builds again at every
 * change: `node build.mjs --serve [--port 8080]`. A notebook becomes <name>.html; scripts, styles, fonts and data
 * go to assets/ under names with a hash; all addresses are relative, so that the site works under any path.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { bundleErrors, bundleOptions } from "./tools/bundle.mjs";
import { compileNotebook } from "./tools/compile.mjs";
import { entryModule } from "./tools/entry.mjs";
import { readNotebook } from "./tools/notebook.mjs";
import { pageHtml, redirectHtml } from "./tools/shell.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** What keeps the site from being built; the message has a line for each problem, with its place. */
export class BuildError extends Error {
  constructor(messages) {
    super(messages.join("\n"));
    this.name = "BuildError";
  }
}

/** The notebooks of the project, relative to its root. */
export async function listNotebooks() {
  const files = await readdir(join(root, "notebooks"));
  return files
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => `notebooks/${file}`);
}

/** Builds a site once, in an empty folder, and returns the names of its files. Throws a BuildError. */
export async function buildSite({ notebooks, outdir }) {
  const builder = createBuilder();
  try {
    const files = await builder.build(notebooks);
    await rm(resolve(root, outdir), { recursive: true, force: true });
    await writeSite(outdir, files);
    return files.map(([path]) => path).sort();
  } finally {
    await builder.dispose();
  }
}

/** Writes the files of a site, [path, contents], into a folder. */
export async function writeSite(outdir, files) {
  await mkdir(resolve(root, outdir, "assets"), { recursive: true });
  await Promise.all(files.map(([path, contents]) => writeFile(resolve(root, outdir, path), contents)));
}

/**
 * A builder that remembers what has not changed: `build(notebooks)` gives the files of the site, [path, contents];
 * `dispose()` ends it.
 */
export function createBuilder() {
  const pages = new Map();
  const remembered = new Map();
  let bundler = null;
  let bundled = "";

  /** A new set of pages needs a new context of esbuild; otherwise the last one builds incrementally. */
  async function bundle(notebooks) {
    if (bundled !== notebooks.join()) {
      await bundler?.dispose();
      const entryPoints = [
        { in: "notebooks/style.css", out: "style" },
        ...notebooks.map((file) => ({ in: `notebook:${file}`, out: parse(file).name })),
      ];
      bundler = await context({ ...bundleOptions(pages), entryPoints, ...outputOptions });
      bundled = notebooks.join();
    }
    return bundler.rebuild().catch((error) => {
      throw new BuildError(bundleErrors(error, pages));
    });
  }

  async function build(notebooks) {
    await loadPages(notebooks, pages, remembered);
    const { outputFiles, metafile } = await bundle(notebooks);
    const template = await readFile(join(root, "page/page.html"), "utf8");
    const documents = notebooks.map((file) => {
      const addresses = pageAddresses(metafile, `notebook:${file}`);
      return [basename(file), pageHtml(template, { ...pages.get(file), ...addresses })];
    });
    const attachments = [...pages.values()].flatMap((page) => page.attachments);
    return [
      ...outputFiles.map(({ path, contents }) => [relative(root, path), contents]),
      ...attachments.map(({ address, contents }) => [address, contents]),
      ...frontDoor(documents),
      ...documents,
    ];
  }

  return { build, dispose: async () => bundler?.dispose() };
}

/** Until there is a notebook `index`, the site opens with its first notebook. */
function frontDoor(documents) {
  const names = documents.map(([name]) => name);
  return names.length === 0 || names.includes("index.html") ? [] : [["index.html", redirectHtml(names[0])]];
}

/** Outputs are named relative to the root of the site, as if that were the root of the project. */
const outputOptions = {
  outdir: root,
  splitting: true,
  entryNames: "assets/[name]-[hash]",
  chunkNames: "assets/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
};

/** Compiles the notebooks that have changed into `pages`; all their problems are reported together. */
async function loadPages(notebooks, pages, remembered) {
  pages.clear();
  const problems = [];
  for (const file of notebooks) {
    try {
      const stamp = await stampOf([
        file,
        ...(remembered.get(file)?.page.attachments ?? []).map(({ path }) => path),
      ]);
      if (remembered.get(file)?.stamp !== stamp) {
        const page = await loadPage(file);
        remembered.set(file, {
          stamp: await stampOf([file, ...page.attachments.map(({ path }) => path)]),
          page,
        });
      }
      pages.set(file, remembered.get(file).page);
    } catch (error) {
      if (error.name !== "NotebookError") throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new BuildError(problems);
}

/** When some files were last written; a missing one is its own stamp. */
async function stampOf(paths) {
  const times = await Promise.all(
    paths.map((path) => stat(resolve(root, path)).then(({ mtimeMs }) => mtimeMs, String)),
  );
  return times.join();
}

/** Everything about one page: its title, cells and static html, its entry module, the files that it carries. */
export async function loadPage(file) {
  const notebook = await readNotebook(file);
  const compiled = compileNotebook(notebook);
  const attachments = await Promise.all(compiled.files.map((mention) => loadAttachment(file, mention)));
  const addresses = Object.fromEntries(attachments.map(({ name, address }) => [name, address]));
  const { title, cells } = notebook;
  return { title, cells, html: compiled.html, attachments, ...entryModule(compiled, addresses) };
}

/** A file that cells read: its contents, and its address in the site. */
async function loadAttachment(file, { name, error }) {
  const path = join(root, dirname(file), name);
  const contents = await readFile(path).catch(() => {
    throw error(`no such file: ${relative(root, path)}`);
  });
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  return { name, path, contents, address: `assets/${parse(name).name}-${hash}${parse(name).ext}` };
}

/** The addresses of a page's style sheet, script, and the chunks that the script imports. */
function pageAddresses({ outputs }, entryPoint) {
  const find = (entry) => Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
  const script = find(entryPoint);
  const chunks = outputs[script].imports.filter(({ kind }) => kind === "import-statement");
  return { style: find("notebooks/style.css"), script, preload: chunks.map(({ path }) => path).sort() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "dist" },
      serve: { type: "boolean", default: false },
      port: { type: "string", default: "8080" },
    },
  });
  if (values.serve) await serveSite(values.out, Number(values.port));
  else await buildOnce(values.out);
}

async function buildOnce(outdir) {
  try {
    const files = await buildSite({ notebooks: await listNotebooks(), outdir });
    console.log(`${files.length} files in ${outdir}/`);
  } catch (error) {
    if (error.name !== "BuildError") throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function serveSite(outdir, port) {
  const { serve } = await import("./tools/serve.mjs");
  const builder = createBuilder();
  const build = async () => writeSite(outdir, await builder.build(await listNotebooks()));
  const folders = ["lib", "figures", "cells", "workers", "page", "notebooks", "data"].map((name) =>
    join(root, name),
  );
  const { url } = await serve({ build, folders, outdir: resolve(root, outdir), port });
  console.log(`\n  ${url}\n`);
}
