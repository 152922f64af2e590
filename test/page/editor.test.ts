import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { openPage, type PageOptions } from "../support/browser.ts";
import { canonical } from "../../tools/notebook.mjs";
import { violations } from "../support/violations.ts";

declare const notebook: { value(name: string): Promise<unknown>; settled: Promise<void> };

const TINY = "test/fixtures/tiny.html";

const cell = (page: Page, id: number) => page.locator(`#cell-${id}`);
const line = (page: Page, id: number) => page.locator(`#source-${id}`);
const status = (page: Page, id: number) => line(page, id).getByRole("status");
const button = (root: Page | Locator, name: string) => root.getByRole("button", { name, exact: true });
const valueOf = (page: Page, name: string) => page.evaluate((variable) => notebook.value(variable), name);

/** The page for editing, once its sources are there; leaving it needs no answer. */
async function openForEditing(path = "edit/tiny.html", options: PageOptions = {}) {
  const open = await openPage(path, options);
  open.page.on("dialog", (dialog) => void dialog.accept());
  await open.page.locator(".cell-source").first().waitFor();
  return open;
}

/** The editor of a cell, opened if need be. */
async function editorOf(page: Page, id: number): Promise<Locator> {
  const editor = line(page, id).getByRole("textbox");
  if (!(await editor.isVisible())) await line(page, id).locator("summary").click();
  await editor.waitFor();
  return editor;
}

/** Writes another source into a cell, and runs it. */
async function edit(page: Page, id: number, source: string, { run = true } = {}): Promise<void> {
  await (await editorOf(page, id)).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
  if (run) await page.keyboard.press("ControlOrMeta+Enter");
}

describe("in the page for readers", () => {
  it("the source is not there until it is asked for, and then under each cell", async () => {
    const { page, messages, requests } = await openPage("tiny.html");
    expect(await page.locator(".cell-source").count()).toBe(0);
    const before = requests.length;
    await button(page, "Source").click();
    await page.locator(".cell-source").first().waitFor();
    expect(requests.slice(before).every((address) => address.includes("/assets/"))).toBe(true);
    expect(await page.locator(".cell-source").count()).toBe(8);
    const source = await readFile(TINY, "utf8");
    await line(page, 2).locator("summary").click();
    const text = await line(page, 2).locator("pre").textContent();
    expect(source.replaceAll("\n    ", "\n")).toContain(`\n${text}\n`);
    expect(await line(page, 2).locator(".p-kappa").allTextContents()).toEqual(["kappa"]);
    expect(await page.locator(".cm-editor").count()).toBe(0);
    await button(page, "Source").click();
    await line(page, 2).waitFor({ state: "hidden" });
    expect(messages).toEqual([]);
  });

  it("what is edited leads to the same cell, in the same state, in a page for editing, and back", async () => {
    const { page } = await openPage("tiny.html?theme=dark");
    await button(page, "Source").click();
    await line(page, 5).locator("summary").click();
    await line(page, 5).getByRole("link", { name: "Edit this cell" }).click();
    await page.waitForURL("**/edit/tiny.html?theme=dark#source-5");
    await line(page, 5).getByRole("textbox").waitFor();
    await page.getByRole("link", { name: "Back to the page as published" }).click();
    await page.waitForURL("**/tiny.html?theme=dark");
    expect(page.url()).not.toContain("/edit/");
  });

  it("no code can run that was not published; the page for editing is allowed modules of blobs, and style sheets", async () => {
    const policy = async (path: string) => {
      const { page } = await openPage(path);
      const meta = page.locator("meta[http-equiv=Content-Security-Policy]");
      return ((await meta.getAttribute("content")) ?? "").split("; ");
    };
    const [published, editable] = [await policy("tiny.html"), await policy("edit/tiny.html")];
    expect(published).toContain("script-src 'self'");
    expect(editable.filter((directive) => !published.includes(directive))).toEqual([
      "script-src 'self' blob:",
      "style-src 'self' 'unsafe-inline'",
    ]);
  });
});

describe("an edit", () => {
  it("is run by Ctrl-Enter; what depends on the cell follows, and the cell is marked", async () => {
    const { page, messages } = await openForEditing();
    const source = (await readFile(TINY, "utf8")).match(/const slider =[^]*?\n {4}\}\);/)![0];
    await edit(
      page,
      2,
      `import {doubled} from "./doubled.ts";\n${source.replace("<Ratio>", "").replace('"30"', '"50"')}`,
    );
    await expect.poll(() => cell(page, 6).textContent()).toContain("52");
    expect(await cell(page, 1).textContent()).toContain("twice is 100");
    expect(await cell(page, 2).getAttribute("data-edited")).toBe("");
    expect(await line(page, 2).locator("summary").textContent()).toBe("Source of slider, kappa · edited");
    expect(await page.locator("[data-edited]").count()).toBe(2);
    // The slider that the cell made anew is the one that is shown, and it works.
    await page.getByRole("slider").fill("60");
    await expect.poll(() => cell(page, 6).textContent()).toContain("62");
    expect(messages).toEqual([]);
  });

  it("imports what no cell used, types and all, of lib, figures, cells and packages", async () => {
    const { page, messages } = await openForEditing();
    await edit(
      page,
      5,
      `import type {Random} from "../../lib/random.ts";
import {norm} from "../../lib/norm.ts";
import * as format from "../../figures/number-format.ts";
import {element} from "../../cells/element.ts";
import {Matrix} from "npm:ml-matrix";

const numbers: number[] = [3, 4];
const first = numbers[0]! / 3;
const length: number = norm(Float64Array.from(numbers)) as number;
const size = (Matrix.eye(3) satisfies object).rows;
display(element("b", {}, \`\${first} \${length} \${size} \${typeof format.formatNumber}\`));`,
    );
    await expect.poll(() => cell(page, 5).locator("b").textContent()).toBe("1 5 3 function");
    expect(await valueOf(page, "length")).toBe(5);
    expect(messages).toEqual([]);
  });

  it("imports late", async () => {
    const { page } = await openForEditing();
    await edit(
      page,
      5,
      'const late = import("../../lib/norm.ts").then(({norm}) => norm(Float64Array.of(6, 8)));',
    );
    await expect.poll(() => status(page, 5).textContent()).toBe("Runs as edited.");
    expect(await valueOf(page, "late")).toBe(10);
  });

  it("of prose is shown with its formulas and its live values, and headings keep their addresses", async () => {
    const { page, messages } = await openForEditing();
    await edit(page, 3, "## Now ${tex`\\kappa`} does more\n\nTwice: **${2 * kappa}**");
    await expect.poll(() => cell(page, 3).locator("strong").textContent()).toBe("60");
    expect(await cell(page, 3).locator("h2 .katex").count()).toBe(1);
    expect(await cell(page, 3).locator("h2").getAttribute("id")).toBe("what-kappa-does");
    await page.getByRole("slider").fill("40");
    await expect.poll(() => cell(page, 3).locator("strong").textContent()).toBe("80");
    await edit(page, 8, "\\kappa^2 = ${kappa ** 2}");
    await expect.poll(() => cell(page, 8).locator("annotation").textContent()).toContain("1600");
    expect(messages).toEqual([]);
  });

  it("with a mistake says where, and the page stays as it is", async () => {
    const { page, messages } = await openForEditing();
    const mistakes: [string, string][] = [
      ["display(1;\n2", 'Line 1, column 10: Unexpected token, expected ",". The cell stays as it ran last.'],
      [
        "const a: number = 1;\n\na = = 2;",
        "Line 3, column 5: Unexpected token. The cell stays as it ran last.",
      ],
      [
        'import {nothing} from "../../lib/norm.ts";\nnothing',
        "Line 1, column 9: ../../lib/norm.ts exports no nothing. The cell stays as it ran last.",
      ],
      [
        'import {x} from "https://example.org/x.js";\nx',
        "Line 1, column 9: there is no module “https://example.org/x.js” that this page could import. The cell stays as it ran last.",
      ],
      [
        "const b = 1;\nconst greeting = 2;",
        "Line 2, column 7: greeting is defined in another cell. The cell stays as it ran last.",
      ],
    ];
    for (const [source, expected] of mistakes) {
      await edit(page, 5, source);
      await expect.poll(() => status(page, 5).textContent()).toBe(expected);
      expect(await cell(page, 5).textContent()).toContain("the sum is 31");
    }
    expect(await line(page, 5).locator(".code-error").textContent()).toBe("g");
    await page.getByRole("slider").fill("40");
    await expect.poll(() => cell(page, 5).textContent()).toContain("the sum is 41");
    await edit(page, 5, "display(`mended ${kappa}`)");
    await expect.poll(() => cell(page, 5).textContent()).toContain("mended 40");
    expect(messages).toEqual([]);
  });

  it("that fails when it runs says so in its cell", async () => {
    const { page, messages } = await openForEditing();
    await edit(page, 5, "display(kappa.nothing.at.all)");
    await expect.poll(() => cell(page, 5).getByRole("alert").textContent()).toContain("TypeError");
    await edit(page, 5, "const text = new Function('return 1')();");
    await expect.poll(() => cell(page, 5).getByRole("alert").textContent()).toContain("EvalError");
    expect(await cell(page, 6).textContent()).toContain("32");
    await edit(page, 5, "display('well again')");
    await expect.poll(() => cell(page, 5).textContent()).toContain("well again");
    // The browser reports what the policy has refused.
    expect(messages.filter((text) => !text.includes("Content Security Policy"))).toEqual([]);
  });

  it.each([
    ["const never = 1;\nwhile (true) {}", 2],
    [
      "const dig = (depth: number): number => {\n  try { return dig(depth + 1); } finally { dig(depth); }\n};\ndig(0);",
      1,
    ],
    ["for (;;) await null;", 1],
  ])(
    "that never ends becomes an error, the rest lives, and the edit is still there: %j",
    async (source, at) => {
      const { page, messages } = await openForEditing();
      await edit(page, 5, source);
      const text = `line ${at} went on for a second without a pause`;
      await expect.poll(() => cell(page, 5).getByRole("alert").textContent()).toBe(`Stopped: ${text}`);
      expect(await status(page, 5).textContent()).toBe(`Stopped: ${text}.`);
      expect(await line(page, 5).locator(".cm-line").allTextContents()).toEqual(source.split("\n"));
      await page.getByRole("slider").fill("40");
      await expect.poll(() => cell(page, 6).textContent()).toContain("42");
      await edit(page, 5, "display('mended')");
      await expect.poll(() => cell(page, 5).textContent()).toContain("mended");
      expect(messages).toEqual([]);
    },
  );

  it("that pauses may go on for ever", async () => {
    const { page } = await openForEditing();
    await edit(page, 5, "const count = (async function* () {\n  for (let i = 0; ; i++) yield i;\n})();");
    await expect.poll(() => valueOf(page, "count"), { timeout: 10_000 }).toBeGreaterThan(80);
    expect(await status(page, 5).textContent()).toBe("Runs as edited.");
  });
});

describe("what is edited", () => {
  it("is as published again after a reset of the cell", async () => {
    const { page } = await openForEditing();
    const published = await cell(page, 3).innerHTML();
    await edit(page, 3, "Other prose, ${kappa}");
    await edit(page, 5, "display('other')");
    await expect.poll(() => cell(page, 5).textContent()).toContain("other");
    await button(line(page, 3), "Reset this cell").click();
    await expect.poll(() => cell(page, 3).innerHTML()).toBe(published);
    expect(await cell(page, 5).textContent()).toContain("other");
    expect(await page.locator(".cell[data-edited]").count()).toBe(1);
    expect(await line(page, 3).getByRole("textbox").textContent()).toContain("The file says");
  });

  it("is as published again everywhere after a reset of all", async () => {
    const { page } = await openForEditing();
    await edit(page, 5, "display('other')");
    await edit(page, 6, "<p>other, too</p>");
    await expect.poll(() => cell(page, 6).textContent()).toContain("other, too");
    expect(await page.getByRole("region", { name: "Editing" }).textContent()).toContain("2 cells are edited");
    await button(page, "Reset all cells").click();
    await expect.poll(() => cell(page, 5).textContent()).toContain("the sum is 31");
    expect(await cell(page, 6).textContent()).toContain("Html, too: 32");
    expect(await page.locator("[data-edited]").count()).toBe(0);
  });

  it("can be downloaded as a notebook, which is written as the format writes it", async () => {
    const { page } = await openForEditing();
    const download = async () => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        button(page, "Download the notebook with the edits").click(),
      ]);
      expect(file.suggestedFilename()).toBe("tiny.html");
      return Buffer.concat(await (await file.createReadStream()).toArray()).toString();
    };
    const published = await readFile(TINY, "utf8");
    expect(await download()).toBe(published);
    await edit(page, 5, "\n\ndisplay('</script> <!-- ' + kappa);\n");
    await edit(page, 6, "<p>not run: ${kappa}</p>", { run: false });
    const edited = await download();
    expect(canonical(edited)).toBe(edited);
    expect(edited).toContain("display('<\\/script> <!-- ' + kappa);");
    expect(edited).toContain("    <p>not run: ${kappa}</p>\n");
    expect(edited.length - published.length).toBeLessThan(100);
  });

  it("is gone after a reload, and nothing is stored, unless the reader asked for it", async () => {
    const { page } = await openForEditing();
    await edit(page, 5, "display('other')");
    await expect.poll(() => cell(page, 5).textContent()).toContain("other");
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await page.reload();
    await page.evaluate(() => notebook.settled);
    await page.locator(".cell-source").first().waitFor();
    expect(await cell(page, 5).textContent()).toContain("the sum is 31");
    expect(await page.locator("[data-edited]").count()).toBe(0);
  });

  it("is asked about before it is lost", async () => {
    const { page } = await openPage("edit/tiny.html");
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.locator(".cell-source").first().waitFor();
    await edit(page, 5, "display('other')", { run: false });
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
  });

  it("that is kept is offered after a reload, and does not run by itself", async () => {
    const { page } = await openForEditing();
    await page.getByRole("checkbox", { name: /Keep my edits/ }).check();
    await edit(page, 5, "display(globalThis.hasRun = 'other')");
    await expect.poll(() => cell(page, 5).textContent()).toContain("other");
    await page.reload();
    await page.evaluate(() => notebook.settled);
    await button(page, "Open them").click();
    await line(page, 5).getByRole("textbox").waitFor();
    expect(await line(page, 5).getByRole("textbox").textContent()).toContain("hasRun");
    expect(await status(page, 5).textContent()).toBe("Not run yet.");
    expect(await cell(page, 5).textContent()).toContain("the sum is 31");
    expect(await page.evaluate(() => "hasRun" in globalThis)).toBe(false);
    await button(line(page, 5), "Run").click();
    await expect.poll(() => cell(page, 5).textContent()).toContain("other");
    await page.getByRole("checkbox", { name: /Keep my edits/ }).uncheck();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});

describe("by keyboard and for those who listen", () => {
  it("the editor is reached, used and left by keys alone", async () => {
    const { page } = await openForEditing();
    await line(page, 5).locator("summary").focus();
    await page.keyboard.press("Enter");
    const editor = line(page, 5).getByRole("textbox", { name: "Source of this cell" });
    await editor.waitFor();
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((element) => element === document.activeElement)).toBe(true);
    const hint = await editor.getAttribute("aria-describedby");
    expect(await page.locator(`#${hint}`).textContent()).toBe(
      "Tab indents, Escape leaves, Ctrl-Enter runs the cell.",
    );
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("Tab");
    expect(await editor.locator(".cm-line").first().textContent()).toMatch(/^ {2}display/);
    // Undoing is the text's own affair.
    await page.keyboard.press("ControlOrMeta+z");
    expect(await editor.locator(".cm-line").first().textContent()).toMatch(/^display/);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Run");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Reset this cell");
  });

  it.each([
    [1280, false],
    [1280, true],
    [390, false],
    [390, true],
    [320, false],
    [320, true],
  ])("nothing is against WCAG 2.1 AA with open editors at %d px (dark: %s)", async (width, dark) => {
    const { page } = await openForEditing("edit/tiny.html", { width, dark });
    await editorOf(page, 1);
    await edit(page, 5, "// a comment\nconst beta = 1, eta = kappa;\ndisplay(1");
    await expect.poll(() => status(page, 5).textContent()).toContain("Line 3");
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it("nor with the source shown to readers", async () => {
    const { page } = await openPage("tiny.html", { width: 320 });
    await button(page, "Source").click();
    for (const id of [1, 2, 5]) await line(page, id).locator("summary").click();
    await line(page, 5).locator("pre").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

/**
 * The fixture above has every width and theme; each notebook has one of them, which together come to all. Of a notebook
 * only what is there for editing is looked at: the rest is that of its page for readers.
 */
const windows = [
  { width: 1280, dark: false },
  { width: 390, dark: true },
  { width: 320, dark: false },
];

it.each(
  (await listNotebooks()).map((file, i) => ({ file: basename(file), ...windows[i % windows.length]! })),
)(
  "$file with open editors has no violation of WCAG 2.1 A and AA at $width px (dark: $dark)",
  async ({ file, width, dark }) => {
    const { page, messages } = await openForEditing(`edit/${file}`, { width, dark });
    for (const id of [1, 2]) await editorOf(page, id);
    expect(await violations(page, '.editing, [id^="source-"]')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(messages).toEqual([]);
  },
);

it("a real notebook is edited: another κ, and verdict and figures follow", async () => {
  const { page, messages } = await openForEditing("edit/01-quadratic.html?eta=1&beta=.9");
  const editor = await editorOf(page, 13);
  const source = (await editor.locator(".cm-line").allTextContents()).join("\n");
  const before = await valueOf(page, "smallest");
  await edit(
    page,
    13,
    `import {chebyshevFactor} from "../lib/methods/chebyshev.ts";\n${source.replace("shapes[shape](modes, kappaChosen)", "shapes[shape](modes, 4 * kappaChosen)")}`,
  );
  // Unless the library has that name, it says so and the page stays as it is.
  await expect.poll(() => status(page, 13).textContent()).toContain("Line 1, column 9");
  expect(await valueOf(page, "smallest")).toBe(before);
  await edit(
    page,
    13,
    source.replace("shapes[shape](modes, kappaChosen)", "shapes[shape](modes, 4 * kappaChosen)"),
  );
  await expect.poll(() => status(page, 13).textContent()).toBe("Runs as edited.");
  // The least of a power law's eigenvalues is 1/κ; it comes out of one division and one power.
  expect(await valueOf(page, "smallest")).toBeCloseTo((before as number) / 4, 12);
  expect(messages).toEqual([]);
});
