/** Makes a page that is one file: script, workers, styles, fonts and data are in it, and it asks nothing of anyone. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { JSDOM } from "jsdom";
import { bundleOptions } from "./bundle.mjs";
import { keepUsedFaces } from "./fonts.mjs";
import { policyFor } from "./policy.mjs";
import { pageHtml } from "./shell.mjs";

const { document } = new JSDOM().window;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The html of a notebook's page as one file. `page` is what loadPage gives with its data inline, `kind` that of its
 * policy. The script is a classic one at the end of the body: modules do not load from disk, nor in a frame without an
 * origin.
 *
 * @param {string} file the notebook
 * @param {{source: string, title: string, cells: object[], html: Map<number, string>}} page
 * @param {{template: string, sheet: string, kind?: "single" | "embed"}} how
 */
export async function singleFile(file, page, { template, sheet, kind = "single" }) {
  const { code, texts } = await wholeScript(file, page);
  const script = safeInScript(code);
  const style = keepUsedFaces(sheet, [...Array.from(page.html.values(), seenText), ...texts].join("\n"));
  return pageHtml(template, {
    ...page,
    policy: policyFor(kind, [script]),
    head: `<style>${style}</style>`,
    end: `<script data-whole>${script}</script>`,
  });
}

/** What a page's html sets in the faces of text: formulas, which have their own, stand in it as TeX. */
function seenText(html) {
  const place = document.createElement("div");
  place.innerHTML = html;
  for (const formula of place.querySelectorAll(".katex"))
    formula.replaceWith(formula.querySelector("annotation").textContent);
  return place.textContent;
}

/** The style sheet of the pages with its fonts in it, before faces are left out. */
export async function wholeSheet() {
  const { outputFiles } = await build({
    ...bundleOptions(new Map()),
    entryPoints: [join(root, "notebooks/style.css")],
    outfile: "style.css",
    loader: { ".woff2": "dataurl" },
  });
  return outputFiles[0].text.trim();
}

/**
 * The page's script with all that it would load later, and what is in those of our modules, but comments, that it uses
 * as it is published.
 */
async function wholeScript(file, page) {
  const workerEntries = new Set();
  const pages = new Map([[file, page]]);
  const bundle = () =>
    build({
      ...bundleOptions(pages, { workerForm: "shared", workerEntries }),
      stdin: { contents: wholeEntry(file, [...workerEntries].sort()), resolveDir: root },
      outfile: "page.js",
      format: "iife",
    });
  // What workers there are is known once the page has been bundled without them.
  let { outputFiles, metafile } = await bundle();
  if (workerEntries.size > 0) ({ outputFiles, metafile } = await bundle());
  const ours = usedInputs(metafile, `notebook:${file}`).filter((path) => !/node_modules|:/.test(path));
  const sources = await Promise.all(ours.map((path) => readFile(join(root, path), "utf8")));
  const texts = await Promise.all([page.source, ...sources].map(withoutComments));
  return { code: outputFiles[0].text.trim(), texts };
}

/** The script is the page, and in a worker the work that the worker is named after. */
function wholeEntry(file, workerEntries) {
  const works = workerEntries.map((entry) => `${JSON.stringify(entry)}: () => import("./${entry}")`);
  return `if (typeof document === "object") import("notebook:${file}");\nelse ({ ${works.join(", ")} })[self.name]();`;
}

/** What an entry of a bundle imports, without what is there only for cells that are edited. */
function usedInputs({ inputs }, entry) {
  const used = new Set([entry]);
  for (const path of used)
    for (const { path: next } of inputs[path]?.imports ?? [])
      if (!next.startsWith("modules:")) used.add(next);
  return [...used];
}

async function withoutComments(source) {
  const { code } = await transform(source, { loader: "ts", charset: "utf8", minifyWhitespace: true });
  return code;
}

/** Within a script, `</script` would end it and `<!--` would begin a comment: both occur in texts only. */
function safeInScript(code) {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3C");
}
