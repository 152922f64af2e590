/**
 * npm run conformance: opens the notebooks in Notebook Kit, the tool that their format comes from, and compares what
 * they compute there with what our page computes: every variable that a cell defines, and what the sections of
 * theorems say. Prints the differences; exits with 1 if there are any.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { buildSite, listNotebooks } from "../build.mjs";
import { compileNotebook } from "./compile.mjs";
import { launchBrowser, serveFolder } from "./browser.mjs";
import { readNotebook } from "./notebook.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const kit = join(root, "node_modules/@observablehq/notebook-kit/dist");

/** The links that a notebook is opened with; one that is not listed is opened as it is. */
const LINKS = {
  "01-quadratic": [
    "",
    "?kappa=1000&eta=3.4&beta=0.88&spectrum=clustered",
    "?spectrum=fashion-mnist&modes=12",
  ],
  // What takes long is the same work for smaller networks and fewer steps.
  "04-relu": ["?width=1000"],
  "05-deep-linear": ["?depth=6&width=60"],
  "06-linear-resnet": ["?L=4&steps=1000&d=6"],
};

const NETWORK = "https://cdn.jsdelivr.net/npm/";

/** How long a page may take until it has computed everything (ms). */
const PATIENCE = 60_000;

/**
 * Compares the notebooks in Notebook Kit with those of the built site at `site`, in a browser of Playwright. Returns
 * the differences, one line each, and how much was compared: {differences, values, states}.
 */
export async function compareWithKit({ notebooks, site, browser }) {
  const folder = await mkdtemp(join(tmpdir(), "accelerando-kit-"));
  const differences = [];
  const count = { values: 0, states: 0 };
  try {
    await buildWithKit(notebooks, folder);
    const { url, close } = await serveFolder(join(folder, "site"));
    for (const file of notebooks) {
      const { name } = parse(file);
      const wanted = await variablesOf(file);
      for (const link of LINKS[name] ?? [""]) {
        const [ours, theirs] = await Promise.all([
          readPage(browser, new URL(`${name}.html${link}`, site).href, wanted),
          readPage(browser, new URL(`${file}${link}`, url).href, wanted),
        ]);
        differences.push(...compareStates(`${name}.html${link}`, ours, theirs));
        count.values += Object.keys(ours.values).length;
        count.states++;
      }
    }
    close();
  } finally {
    await rm(folder, { recursive: true });
  }
  return { differences, ...count };
}

/** Runs `notebooks build` with the kit's own template, to which a line is added that lets us look inside. */
async function buildWithKit(notebooks, folder) {
  const template = await readFile(join(kit, "src/templates/default.html"), "utf8");
  const window = `<script type="module">import {main} from "observable:runtime"; globalThis.notebook = main;</script>`;
  await writeFile(join(folder, "template.html"), template.replace("</body>", `${window}</body>`));
  const options = [
    "--root",
    root,
    "--template",
    join(folder, "template.html"),
    "--out",
    join(folder, "site"),
  ];
  const child = spawn(
    process.execPath,
    [join(kit, "bin/notebooks.js"), "build", ...options, "--empty", "--", ...notebooks],
    { cwd: root },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`notebooks build failed:\n${output}`);
}

/** The names that the cells of a notebook define, without those that they import. */
async function variablesOf(file) {
  const { definitions } = compileNotebook(await readNotebook(file));
  return definitions.flatMap(({ outputs }) => outputs).sort();
}

/** What a page shows: {values, theorems, problems}, all as text. */
async function readPage(browser, address, wanted) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const problems = [];
  try {
    await context.route(
      (url) => url.origin !== new URL(address).origin,
      (route) => answerLocally(route, problems),
    );
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => {
      if (["warning", "error"].includes(message.type())) problems.push(message.text());
    });
    await page.goto(address);
    const values = await page.evaluate(describeVariables, { wanted, patience: PATIENCE });
    // Verdicts that a worker finds come by themselves.
    await page
      .waitForFunction(() => !document.querySelector("[data-verdict=running]"), null, { timeout: PATIENCE })
      .catch(() => problems.push("a verdict is still running"));
    const theorems = await page.$$eval("[data-theorem]", (sections) =>
      sections.map((section) => [section.dataset.theorem, JSON.stringify(section.dataset)]),
    );
    const failures = await page.$$eval(".observablehq--error, .cell-error, .cell-waiting", (notes) =>
      notes.map((note) => `${note.closest("[id^=cell-]")?.id}: ${note.textContent}`),
    );
    return { values, theorems: Object.fromEntries(theorems), problems: [...problems, ...failures] };
  } finally {
    await context.close();
  }
}

/** Answers what the kit fetches from its network of packages out of node_modules. */
async function answerLocally(route, problems) {
  const address = route.request().url();
  const path = address.startsWith(NETWORK) ? address.slice(NETWORK.length) : null;
  try {
    if (path === null) throw new Error("not a package");
    if (!path.endsWith("/+esm")) return await route.fulfill({ path: join(root, "node_modules", path) });
    await route.fulfill({ contentType: "text/javascript", body: await packageModule(path.slice(0, -5)) });
  } catch (error) {
    problems.push(`${address} cannot be answered from node_modules: ${error.message.split("\n")[0]}`);
    await route.abort();
  }
}

const modules = new Map();

/** A package as one module, with a default export, as the network serves it. */
async function packageModule(name) {
  if (!modules.has(name)) {
    const contents = `import * as all from "${name}"; export * from "${name}"; export default all["default"];`;
    const options = { bundle: true, format: "esm", write: false, logLevel: "silent" };
    modules.set(name, bundle({ ...options, stdin: { contents, resolveDir: root } }));
  }
  return (await modules.get(name)).outputFiles[0].text;
}

/* global requestAnimationFrame, setTimeout, notebook -- this function runs in the page */
/** The variables of the running notebook as texts that are equal when the values are; numbers to the last bit. */
async function describeVariables({ wanted, patience }) {
  const describe = (value, seen = []) => {
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (typeof value === "function") return "function";
    if (value === null || typeof value !== "object") return JSON.stringify(value) ?? String(value);
    if (value.nodeType) return `<${value.localName}>`;
    if (seen.includes(value)) return "circular";
    const inside = (item) => describe(item, [...seen, value]);
    if (ArrayBuffer.isView(value) || Array.isArray(value)) return `[${Array.from(value, inside)}]`;
    // A time that was measured is chance.
    const isMeasured = (key) => key.startsWith("milliseconds") && typeof value[key] === "number";
    return `{${Object.keys(value).map((key) => `${key}: ${isMeasured(key) ? "a time" : inside(value[key])}`)}}`;
  };
  const late = new Promise((resolve) => setTimeout(resolve, patience, "no value in time"));
  const read = async (name) => {
    try {
      return [name, await Promise.race([notebook.value(name).then((value) => describe(value)), late])];
    } catch (error) {
      return [name, String(error)];
    }
  };
  // Long work is read at its end: how far it is at some moment is chance.
  const isRunning = async (name) => (await notebook.value(name).catch(() => null))?.state === "running";
  for (const name of wanted) {
    while ((await Promise.race([isRunning(name), late])) === true) await new Promise(requestAnimationFrame);
  }
  const entries = await Promise.all(wanted.map(read));
  // Cells without a name are shown in the frames that follow.
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  return Object.fromEntries(entries);
}

/** A line for each thing that differs between two states of a page, and for each error in either. */
function compareStates(where, ours, theirs) {
  const lines = [];
  for (const [tool, { problems }] of Object.entries({ "our page": ours, "Notebook Kit": theirs }))
    lines.push(...problems.map((problem) => `${where}: ${tool} says: ${problem}`));
  for (const part of ["values", "theorems"]) {
    const names = new Set([...Object.keys(ours[part]), ...Object.keys(theirs[part])]);
    for (const name of names) {
      const [a, b] = [ours[part][name] ?? "nothing", theirs[part][name] ?? "nothing"];
      if (a !== b) lines.push(`${where}: ${name}: ${firstDifference(a, b)}`);
    }
  }
  return lines;
}

/** Where two texts part, with a little of what stands before. */
function firstDifference(ours, theirs) {
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const from = Math.max(0, at - 30);
  const excerpt = (text) => `${from > 0 ? "…" : ""}${text.slice(from, at + 50)}`;
  return `ours ${excerpt(ours)}, the kit's ${excerpt(theirs)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const notebooks = await listNotebooks();
  const folder = await mkdtemp(join(tmpdir(), "accelerando-site-"));
  const browser = await launchBrowser();
  try {
    await buildSite({ notebooks, outdir: folder });
    const { url, close } = await serveFolder(folder);
    const { differences, values, states } = await compareWithKit({ notebooks, site: url, browser });
    close();
    for (const line of differences.slice(0, 40)) console.error(line);
    console.log(`${values} values in ${states} states of pages: ${differences.length} differences`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}
