/** Profiles of the processor in the browser, told by the folders and packages that the code comes from. */
import { SourceMap } from "node:module";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { listNotebooks, loadPage } from "../../build.mjs";
import { bundleOptions } from "../../tools/bundle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The sampling interval (µs). */
const INTERVAL = 200;

/**
 * Profiles a page while act() runs. Returns {milliseconds: Map of origin to time, functions: Map of function to time,
 * summary(times, what)}, where an origin is a folder of ours, a package, or what the browser does outside of script.
 */
export async function profiled(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: INTERVAL });
  await session.send("Profiler.start");
  await act();
  const { profile } = await session.send("Profiler.stop");
  const sources = await sourcesOf(new Set(profile.nodes.map(({ callFrame }) => callFrame.url)));
  const milliseconds = new Map();
  const functions = new Map();
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  profile.samples.forEach((id, i) => {
    const { origin, place } = originOf(frames.get(id), sources);
    if (origin === "idle") return;
    add(milliseconds, origin, profile.timeDeltas[i] / 1000);
    add(functions, place, profile.timeDeltas[i] / 1000);
  });
  const summary = (times, what) =>
    `${what}: ${largest(milliseconds, 9, times)}\n${largest(functions, 8, times)}`;
  return { milliseconds, functions, summary };
}

function add(map, key, value) {
  map.set(key, (map.get(key) ?? 0) + value);
}

function largest(map, count, times) {
  const entries = [...map].sort(([, a], [, b]) => b - a).slice(0, count);
  return entries.map(([key, value]) => `${key} ${(value / times).toFixed(2)} ms`).join(", ");
}

const NATIVE = { "(program)": "style, layout, paint", "(garbage collector)": "garbage", "(idle)": "idle" };

/** Where a function comes from, and its name. */
function originOf({ functionName, url, lineNumber, columnNumber }, sources) {
  if (!url) {
    const origin = NATIVE[functionName] ?? "built into the browser";
    return { origin, place: functionName || "(native)" };
  }
  const map = sources.get(url);
  // The place of a function in a profile is that of its opening parenthesis, a little after its name.
  const { originalSource, originalLine } = map?.findEntry(lineNumber, columnNumber) ?? {};
  if (!originalSource) return { origin: "other script", place: functionName || "(anonymous)" };
  const source = originalSource.replace(/^(\.\.\/)+/, "");
  const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  const origin =
    inPackage ?? (source.startsWith("notebook") ? "cells of the notebook" : source.split("/")[0]);
  return { origin, place: `${source.replace("node_modules/", "")}:${originalLine + 1}` };
}

/** The source maps of scripts that the browser has loaded from our server, by address. */
async function sourcesOf(addresses) {
  const maps = await sourceMaps();
  const scripts = [...addresses].filter((address) => address.startsWith("http"));
  const found = scripts.map(async (address) => {
    const text = await (await fetch(address)).text();
    return [address, maps.get(withoutHashes(text))];
  });
  return new Map(await Promise.all(found));
}

/** The source maps of the site's scripts by their text: the same bundle once more, with maps beside it. */
async function sourceMaps() {
  const notebooks = await listNotebooks();
  const pages = new Map();
  for (const file of notebooks) pages.set(file, await loadPage(file));
  const { outputFiles } = await build({
    ...bundleOptions(pages),
    entryPoints: notebooks.map((file) => ({ in: `notebook:${file}`, out: parse(file).name })),
    outdir: root,
    splitting: true,
    sourcemap: "external",
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  // A worker is a bundle of its own, without a map; it does not run here.
  const scripts = [...texts].filter(([path]) => path.endsWith(".js") && texts.has(`${path}.map`));
  return new Map(
    scripts.map(([path, text]) => [withoutHashes(text), new SourceMap(JSON.parse(texts.get(`${path}.map`)))]),
  );
}

/** The hashes in names of other scripts depend on whether there are source maps; their length does not. */
function withoutHashes(text) {
  return text.replace(/-[A-Z0-9]{8}\.(js|woff2)/g, "");
}
