/**
 * What a reader downloads: for each page its script (the entry and what it imports at once, compressed by gzip −9, each
 * file by itself), the scripts that it loads only when they are needed, the style sheet, and the fonts of the site, of
 * which a browser fetches those that the text on the screen uses (woff2 is compressed already); and the page as one file.
 */
import { readFile, readdir, stat } from "node:fs/promises";
import { join, parse } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { loadPage } from "../build.mjs";
import { bundleOptions } from "../tools/bundle.mjs";
import { withBuiltSite } from "./support/site.mjs";
import { row } from "./support/statistics.mjs";

export const title = "What a page weighs";

const GOAL = { most: 240 };
const GOAL_OF_FILE = { most: 1200 };

export async function measure() {
  return withBuiltSite(async ({ folder, notebooks }) => {
    const rows = [];
    for (const file of notebooks) rows.push(...(await weighPage(folder, file)));
    return [...rows, await weighFonts(folder)];
  });
}

async function weighPage(folder, file) {
  const { name } = parse(file);
  const html = await readFile(join(folder, `${name}.html`), "utf8");
  const { atOnce, later } = await scriptsOf(folder, /<script type="module" src="([^"]+)"/.exec(html)[1]);
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)[1];
  const note = `raw, by origin: ${await origins(file)}`;
  return [
    row(`${name}: script, gzip −9`, "kB", [await compressed(folder, atOnce)], { goal: GOAL, note }),
    row(`${name}: script loaded when needed, gzip −9`, "kB", [await compressed(folder, later)]),
    row(`${name}: html, gzip −9`, "kB", [gzipSync(html, { level: 9 }).length / 1000]),
    row(`${name}: css, gzip −9`, "kB", [await compressed(folder, [style])]),
    row(`${name}: as one file, gzip −9`, "kB", [await compressed(folder, [`offline/${name}.html`])], {
      goal: GOAL_OF_FILE,
    }),
  ];
}

/** The scripts that a script brings along at once, itself among them, and those that it can load later. */
async function scriptsOf(folder, entry) {
  const [atOnce, later] = [new Set(), new Set()];
  const visit = async (path, loaded) => {
    if (loaded.has(path) || atOnce.has(path)) return;
    loaded.add(path);
    const text = await readFile(join(folder, path), "utf8");
    const address = (name) => join(parse(path).dir, name);
    for (const [, name] of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g))
      await visit(address(name), loaded);
    for (const [, name] of text.matchAll(/import\("(\.\/[^"]+)"\)/g)) await visit(address(name), later);
  };
  await visit(entry, atOnce);
  return { atOnce: [...atOnce], later: [...later].filter((path) => !atOnce.has(path)) };
}

/** Kilobytes (1000 bytes) of some files after gzip −9. */
async function compressed(folder, paths) {
  const sizes = paths.map(async (path) => gzipSync(await readFile(join(folder, path)), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** What the page's script is made of, before compression: packages, and our own folders. */
async function origins(file) {
  const pages = new Map([[file, await loadPage(file)]]);
  const { metafile } = await build({
    ...bundleOptions(pages),
    entryPoints: [{ in: `notebook:${file}`, out: "page" }],
    splitting: true,
    outdir: "weight",
  });
  const bytes = new Map();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
      const origin =
        inPackage ?? (path.startsWith("notebook:") ? "cells of the notebook" : path.split("/")[0]);
      bytes.set(origin, (bytes.get(origin) ?? 0) + bytesInOutput / 1000);
    }
  const sorted = [...bytes].sort(([, a], [, b]) => b - a).slice(0, 12);
  return sorted.map(([origin, size]) => `${origin} ${size.toFixed(1)}`).join(", ");
}

async function weighFonts(folder) {
  const fonts = (await readdir(join(folder, "assets"))).filter((file) => file.endsWith(".woff2"));
  const sizes = await Promise.all(fonts.map(async (file) => (await stat(join(folder, "assets", file))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return row(`fonts of the site (${fonts.length} files)`, "kB", [total]);
}
