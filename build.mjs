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
import { policyFor } from "./tools/policy.mjs";
import { linkedHead, pageHtml, redirectHtml } from "./tools/shell.mjs";
import { singleFile, wholeSheet } from "./tools/single-file.mjs";

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

/**
 * Builds a site once, in an empty folder, and returns the names of its files; with `offline`, also each notebook as one
 * file, offline/<name>.html, with `edit` as a page in which its cells can be edited, edit/<name>.html; those of
 * `embed` also as one that shows one of its theorems in a frame, embed/<name>.html; with `api`, also the interface of the
 * library, api/index.html and further files, to which the pages then lead. Throws a BuildError.
 */
export async function buildSite({
  notebooks,
  outdir,
  offline = false,
  edit = false,
  embed = /** @type {string[]} */ ([]),
  api = false,
}) {
  const builder = createBuilder({ offline, edit, api });
  const editBuilder = createBuilder({ kind: "edit", offline, api });
  try {
    const files = await builder.build(notebooks);
    if (edit) files.push(...(await editBuilder.build(notebooks)));
    // One after the other: each has the whole library in it, and together they would take gigabytes.
    for (const file of offline ? notebooks : []) files.push(await offlineFile(file));
    for (const file of embed) files.push(await embedFile(file));
    await rm(resolve(root, outdir), { recursive: true, force: true });
    await writeSite(outdir, files);
    if (api) await buildApi(outdir);
    return [...new Set(files.map(([path]) => path))].sort();
  } finally {
    await builder.dispose();
    await editBuilder.dispose();
  }
}

/** Writes the interface of the library into a site. */
async function buildApi(outdir) {
  const { writeApi } = await import("./tools/api.mjs");
  const problems = await writeApi(resolve(root, outdir, "api"));
  if (problems.length > 0) throw new BuildError(problems);
}

/** A notebook as one file: its path in the site and its contents. */
async function offlineFile(file) {
  const [page, template, sheet] = await Promise.all([
    loadPage(file, { addressOf: dataAddress, editable: true }),
    readFile(join(root, "page/page.html"), "utf8"),
    wholeSheet(),
  ]);
  return [offlineAddress(file), await singleFile(file, page, { template, sheet })];
}

/** A notebook as one file for frames, which need not share an origin with it: its path in the site and its contents. */
async function embedFile(file) {
  const [page, template, sheet] = await Promise.all([
    loadPage(file, { addressOf: dataAddress, embedded: true }),
    readFile(join(root, "page/page.html"), "utf8"),
    wholeSheet(),
  ]);
  return [embedAddress(file), await singleFile(file, page, { template, sheet, kind: "embed" })];
}

function embedAddress(file) {
  return `embed/${basename(file)}`;
}

function offlineAddress(file) {
  return `offline/${basename(file)}`;
}

function editAddress(file) {
  return `edit/${basename(file)}`;
}

/** Writes the files of a site, [path, contents], into a folder. */
export async function writeSite(outdir, files) {
  const folders = new Set(files.map(([path]) => dirname(resolve(root, outdir, path))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(files.map(([path, contents]) => writeFile(resolve(root, outdir, path), contents)));
}

/**
 * A builder that remembers what has not changed: `build(notebooks)` gives the files of the site, [path, contents];
 * `dispose()` ends it. The pages are those for readers or, of kind "edit", those in which cells can be edited. With
 * `offline`, pages lead to themselves as one file, with `edit` to themselves for editing, and with `api` to the interface of
 * the library.
 */
export function createBuilder({ kind = "page", offline = false, edit = false, api = false } = {}) {
  const { load, address, up } = KINDS[kind];
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
    await loadPages(notebooks, pages, remembered, (file) => load(file, { edit }));
    const { outputFiles, metafile } = await bundle(notebooks);
    const template = await readFile(join(root, "page/page.html"), "utf8");
    const documents = notebooks.map((file) => {
      const head = linkedHead(pageAddresses(metafile, `notebook:${file}`), up);
      const parts = {
        head,
        policy: policyFor(kind),
        offline: offline ? up + offlineAddress(file) : null,
        api: api ? `${up}api/index.html` : null,
      };
      return [address(file), pageHtml(template, { ...pages.get(file), ...parts })];
    });
    const attachments = [...pages.values()].flatMap((page) => page.attachments);
    return [
      ...outputFiles.map(({ path, contents }) => [relative(root, path), contents]),
      ...attachments.map(({ name, contents }) => [siteAddress(name, contents), contents]),
      ...(kind === "page" ? frontDoor(documents) : []),
      ...documents,
    ];
  }

  return { build, dispose: async () => bundler?.dispose() };
}

/** The kinds of pages: how a notebook becomes one, where it stands in the site, and the way to the top from there. */
const KINDS = {
  page: {
    load: (file, { edit }) => loadPage(file, { links: edit ? { editPage: editAddress(file) } : {} }),
    address: (file) => basename(file),
    up: "",
  },
  edit: {
    load: (file) =>
      loadPage(file, {
        addressOf: (name, contents) => `../${siteAddress(name, contents)}`,
        editable: true,
        links: { publishedPage: `../${basename(file)}` },
      }),
    address: editAddress,
    up: "../",
  },
};

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
async function loadPages(notebooks, pages, remembered, load) {
  pages.clear();
  const problems = [];
  for (const file of notebooks) {
    try {
      const stamp = await stampOf([
        file,
        ...(remembered.get(file)?.page.attachments ?? []).map(({ path }) => path),
      ]);
      if (remembered.get(file)?.stamp !== stamp) {
        const page = await load(file);
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

/**
 * Everything about one page: its title, cells and static html, its entry module, the files that it carries, which it
 * finds at the addresses that `addressOf` gives them, and what its cells import. `how` is for entryModule.
 */
export async function loadPage(file, { addressOf = siteAddress, ...how } = {}) {
  const notebook = await readNotebook(file);
  const compiled = compileNotebook(notebook);
  const attachments = await Promise.all(
    compiled.files.map((mention) => loadAttachment(file, mention, addressOf)),
  );
  const addresses = Object.fromEntries(attachments.map(({ name, address }) => [name, address]));
  const { title, cells } = notebook;
  const specifiers = compiled.imports.map(({ specifier }) => specifier);
  const entry = entryModule(compiled, addresses, how);
  return { title, cells, html: compiled.html, attachments, specifiers, ...entry };
}

/** A file that cells read: its contents, and its address for the page. */
async function loadAttachment(file, { name, error }, addressOf) {
  const path = join(root, dirname(file), name);
  const contents = await readFile(path).catch(() => {
    throw error(`no such file: ${relative(root, path)}`);
  });
  return { name, path, contents, address: addressOf(name, contents) };
}

function siteAddress(name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  return `assets/${parse(name).name}-${hash}${parse(name).ext}`;
}

function dataAddress(_name, contents) {
  return `data:application/octet-stream;base64,${contents.toString("base64")}`;
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
    const notebooks = await listNotebooks();
    const files = await buildSite({
      notebooks,
      outdir,
      offline: true,
      edit: true,
      embed: notebooks,
      api: true,
    });
    console.log(`${files.length} files in ${outdir}/`);
  } catch (error) {
    if (error.name !== "BuildError") throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function serveSite(outdir, port) {
  const { serve } = await import("./tools/serve.mjs");
  const builder = createBuilder({ offline: true, edit: true, api: true });
  const editBuilder = createBuilder({ kind: "edit", offline: true, api: true });
  const build = async () => writeSite(outdir, await builder.build(await listNotebooks()));
  let api = null;
  // Single files, frames and pages for editing are made when they are asked for, so that a change is in the page at once;
  // the interface of the library once, when it is first asked for.
  const make = async (path) => {
    if (path.startsWith("api/"))
      await (api ??= buildApi(outdir).catch((error) => console.error(error.message)));
    const notebooks = await listNotebooks();
    const offline = notebooks.find((file) => offlineAddress(file) === path);
    if (offline) return (await offlineFile(offline))[1];
    const embed = notebooks.find((file) => embedAddress(file) === path);
    if (embed) return (await embedFile(embed))[1];
    if (!notebooks.some((file) => editAddress(file) === path)) return null;
    const files = await editBuilder.build(notebooks);
    await writeSite(outdir, files);
    return new Map(files).get(path);
  };
  const folders = ["lib", "figures", "cells", "workers", "page", "notebooks", "data"].map((name) =>
    join(root, name),
  );
  const { url } = await serve({ build, make, folders, outdir: resolve(root, outdir), port });
  console.log(`\n  ${url}\n`);
}
