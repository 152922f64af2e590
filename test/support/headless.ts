import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { JSDOM, VirtualConsole } from "jsdom";
import { onTestFinished } from "vitest";
import { loadPage } from "../../build.mjs";
import { bundleOptions } from "../../tools/bundle.mjs";
import { pageHtml } from "../../tools/shell.mjs";
import type { RunningNotebook } from "../../page/start.ts";
import { pretendLayout } from "./layout.ts";
import { pretendWorkers } from "./pretended-worker.ts";

/** A notebook that runs in jsdom, with the page's own runtime. */
export interface HeadlessNotebook {
  readonly document: Document;
  /** What the page wrote to the console as an error or a warning, and uncaught exceptions. */
  readonly messages: readonly string[];
  /** The value of a variable, once it is computed. */
  value(name: string): Promise<unknown>;
  /** What the controls would hold with a query, and what would be said; and the query that holds their values. */
  readonly readLink: RunningNotebook["readLink"];
  readonly writeLink: RunningNotebook["writeLink"];
  /** Gives a variable another value; the cells that use it follow. */
  redefine(name: string, value: unknown): void;
  /** What cells show instead of a value: "cell-3: RangeError: …". */
  failures(): readonly string[];
  dispose(): void;
}

const compiled = new Map<string, ReturnType<typeof compileWhole>>();

/**
 * Opens a notebook by its name ("01-quadratic") or its file, and waits until each cell has shown a value or an
 * error. `query` is that of the link ("?kappa=50"). It is disposed of with the test.
 */
export async function openNotebook(name: string, { query = "" } = {}): Promise<HeadlessNotebook> {
  const file = name.includes("/") ? name : `notebooks/${name}.html`;
  if (!compiled.has(file)) compiled.set(file, compileWhole(file));
  const { code, html, attachments } = await compiled.get(file)!;
  const messages: string[] = [];
  const virtualConsole = new VirtualConsole();
  const record = (...values: unknown[]) => void messages.push(values.map(String).join(" "));
  virtualConsole.on("error", record).on("warn", record).on("jsdomError", record);
  const url = `http://localhost/${file.split("/").pop()}${query}`;
  const { window } = new JSDOM(html, {
    url,
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole,
  });
  pretendLayout(window);
  pretendWorkers(window);
  const fetchAttachment = async (address: string) =>
    new Response(attachments.find((attachment) => String(address).endsWith(attachment.address))?.contents);
  Object.assign(window, { fetch: fetchAttachment, TextDecoder, TextEncoder, structuredClone });
  window.eval(code);
  const notebook = (window as unknown as { notebook: RunningNotebook }).notebook;
  const dispose = () => {
    notebook.runtime.dispose();
    window.close();
  };
  onTestFinished(dispose);
  await notebook.settled;
  return {
    document: window.document,
    messages,
    value: (variable) => notebook.value(variable),
    readLink: notebook.readLink,
    writeLink: notebook.writeLink,
    redefine: (variable, value) => void notebook.main.redefine(variable, [], () => value),
    failures: () => listFailures(window.document),
    dispose,
  };
}

/** The page of a notebook with its script, and that of its workers, as one text, since jsdom knows no modules. */
export async function compileWhole(file: string) {
  const page = await loadPage(file);
  const { outputFiles } = await build({
    ...bundleOptions(new Map([[file, page]]), { workerForm: "inline" }),
    entryPoints: [`notebook:${file}`],
    outfile: "page.js",
    format: "iife",
  });
  const template = await readFile("page/page.html", "utf8");
  const html = pageHtml(template, { ...page, head: "" });
  return { code: outputFiles![0]!.text, html, attachments: page.attachments };
}

function listFailures(document: Document): string[] {
  return Array.from(document.querySelectorAll(".cell-error, .cell-waiting"), (note) => {
    return `${note.closest(".cell")?.id}: ${note.textContent}`;
  });
}
