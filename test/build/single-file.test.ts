import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { keepUsedFaces } from "../../tools/fonts.mjs";
import { openPage } from "../support/browser.ts";
import { judged, seeAll, undrawnFigures } from "../support/drawn.ts";
import { root } from "../support/notebook-files.ts";

const notebooks = await listNotebooks();
const folder = inject("folder");

const path = (file: string) => join(folder, "offline", basename(file));

/** The page from disk, with the network off. */
const openFile = (file: string, query = "") =>
  openPage(pathToFileURL(path(file)).href + query, { offline: true });

/** Requests for anything but the file itself and what is in it. */
const asked = (requests: readonly string[], page: Page) =>
  requests.filter(
    (address) => !/^(data|blob):/.test(address) && withoutQuery(address) !== withoutQuery(page.url()),
  );

const withoutQuery = (address: string) => address.replace(/\?.*/, "");

/** The faces of ours that some text asks for and the page does not have. */
function missingFaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faces = new Set(
      Array.from(document.fonts, ({ family, style }) => `${family.replaceAll('"', "")} ${style}`),
    );
    const wanted = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.checkVisibility() || !walker.currentNode.nodeValue?.trim()) continue;
      if (parent.closest("math, script, style")) continue;
      const { fontFamily, fontStyle } = getComputedStyle(parent);
      wanted.add(`${fontFamily.split(",")[0]?.replaceAll('"', "")} ${fontStyle}`);
    }
    return [...wanted].filter((face) => /^(Source|KaTeX)/.test(face) && !faces.has(face));
  });
}

describe.each(notebooks)("%s as one file", async (file) => {
  const hasAttempts = (await readFile(join(root, file), "utf8")).includes("attempts");

  it("weighs at most 1.2 MB after gzip", async () => {
    // In megabytes of 2²⁰ bytes.
    expect(gzipSync(await readFile(path(file)), { level: 9 }).length).toBeLessThanOrEqual(1.2 * 2 ** 20);
  });

  it("opens from disk without a network, silently, asking for nothing, with all figures, formulas and faces", async () => {
    const { page, messages, requests } = await openFile(file);
    await judged(page);
    await seeAll(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(messages).toEqual([]);
    expect(asked(requests, page)).toEqual([]);
    expect(await undrawnFigures(page)).toBe(0);
    // The map has small pictures, and few formulas.
    expect(await page.locator(".canvas > svg, .verdict-mark").count()).toBeGreaterThan(5);
    expect(await page.locator(".katex-html").count()).toBeGreaterThan(file.endsWith("index.html") ? 3 : 20);
    expect(await page.locator(".cell-error, .cell-waiting, .katex-error").count()).toBe(0);
    expect(await page.locator("a[href^='offline/']").count()).toBe(0);
    expect(await missingFaces(page)).toEqual([]);
  });

  it.runIf(hasAttempts)("runs its workers: a try to break a theorem comes to its end", async () => {
    const { page, messages, requests } = await openFile(file);
    const act = page.getByRole("button", { name: "Try to break it" }).first();
    await act.scrollIntoViewIfNeeded();
    await act.click();
    await expect
      .poll(() => page.locator(".attempt").first().textContent(), { timeout: 15_000 })
      .toContain("A search that finds nothing proves nothing.");
    expect(messages).toEqual([]);
    expect(asked(requests, page)).toEqual([]);
  });

  it("from the site, it can be saved", async () => {
    const html = await readFile(join(folder, basename(file)), "utf8");
    expect(html).toContain(`<a href="offline/${basename(file)}" download>`);
  });
});

it("what a notebook reads and loads later is in the file", async () => {
  const { page, messages, requests } = await openFile("01-quadratic.html", "?spectrum=fashion-mnist");
  const kappa = () =>
    page.evaluate(() =>
      (globalThis as unknown as { notebook: { value(name: string): Promise<number> } }).notebook.value(
        "kappa",
      ),
    );
  await expect.poll(kappa).toBeGreaterThan(10);
  expect(messages).toEqual([]);
  expect(asked(requests, page)).toEqual([]);
});

it("cells can be edited in a file on disk, with all of the library at hand", async () => {
  const { page, messages, requests } = await openFile("tiny.html");
  await page.getByRole("button", { name: "Source", exact: true }).click();
  await page.locator("#source-5 summary").click();
  await page.getByRole("textbox", { name: "Source of this cell" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  const source = "const five: number = norm(Float64Array.of(3, 4));\ndisplay(`${five} ${kappa}`);";
  await page.keyboard.insertText(`import {norm} from "../../lib/norm.ts";\n${source}`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect.poll(() => page.locator("#cell-5").textContent()).toContain("5 30");
  await page.getByRole("slider").fill("40");
  await expect.poll(() => page.locator("#cell-5").textContent()).toContain("5 40");
  expect(messages).toEqual([]);
  expect(asked(requests, page)).toEqual([]);
});

it("a worker can be asked again, and its errors arrive, from a file on disk", async () => {
  const { page, messages, requests } = await openFile("worker.html");
  const words = () => page.locator('#cell-1 [data-hole="0"]').textContent();
  await expect.poll(words).toBe("0 counted to 20");
  await page.getByRole("textbox").fill(JSON.stringify({ name: 1, to: 30, ending: "result" }));
  await expect.poll(words).toBe("1 counted to 30");
  expect(messages).toEqual([]);
  expect(asked(requests, page)).toEqual([]);
});

it("no text of a script ends it early", async () => {
  const html = await readFile(path("01-quadratic.html"), "utf8");
  expect(html.match(/<\/script/gi)?.length).toBe(1);
  expect(html.match(/<!--/g)).toBe(null);
});

it("of the faces of a sheet, those are kept that a text can be set in", () => {
  const face = (family: string, range = "") =>
    `@font-face{font-family:${family};font-style:normal;font-weight:400;src:url(x);${range}}`;
  const sheet = [
    face("A", "unicode-range:U+0100-02BA,U+0304"),
    face("A", "unicode-range:U+0000-00FF,U+0304"),
    face("B", "unicode-range:U+0370-03FF,U+20AC"),
    face("C", "unicode-range:U+04??"),
    face("KaTeX_Main"),
    face("KaTeX_AMS"),
    face("KaTeX_Script"),
    face('"KaTeX_Caligraphic"'),
  ].join("");
  const families = (text: string) =>
    keepUsedFaces(sheet, text)
      .match(/family:"?\w+/g)!
      .join(" ")
      .replace(/family:"?/g, "");
  expect(families("x")).toBe("A KaTeX_Main");
  expect(families("€")).toBe("B KaTeX_Main");
  // A character of two parts is set in the later one.
  expect(families("H̄")).toBe("A KaTeX_Main");
  expect(families("ő")).toBe("A KaTeX_Main");
  expect(families("ő H̄")).toBe("A A KaTeX_Main");
  expect(families("Ж")).toBe("C KaTeX_Main");
  expect(families("\\nparallel")).toBe("A KaTeX_Main KaTeX_AMS");
  expect(families("\\mathbb{R}")).toBe("A KaTeX_Main KaTeX_AMS");
  expect(families("\\le \\unknown")).toBe("A KaTeX_Main");
  expect(families("κ \\mathcal{O}")).toBe("A B KaTeX_Main KaTeX_Caligraphic");
});
