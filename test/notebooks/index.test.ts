import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { atlas } from "../../lib/atlas/atlas.ts";
import { theoremCells } from "../../lib/atlas/places.ts";
import type { Verdict } from "../../lib/theorems/theorem.ts";
import { openPage } from "../support/browser.ts";
import { judged } from "../support/drawn.ts";
import { root } from "../support/notebook-files.ts";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly slack: number | null;
}

const items = Object.entries(atlas).flatMap(([paper, all]) => all.map((item) => ({ paper, ...item })));

/** The items that the map shows now. */
function present(page: Page): Promise<string[]> {
  return page.$$eval("li[data-item]", (nodes) =>
    nodes.filter((node) => node.checkVisibility()).map((node) => (node as HTMLElement).dataset.item!),
  );
}

it(
  "every verdict of the map is that of npm run verify -- --thumbnail, and every item is on it",
  { timeout: 120_000 },
  async () => {
    const { page } = await openPage("index.html");
    await judged(page);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["tools/verify.mjs", "--thumbnail", "--json"],
      {
        maxBuffer: 1e8,
      },
    );
    const rows = new Map((JSON.parse(stdout) as Row[]).map((row) => [row.id, row]));
    const shown = await page.$$eval("[data-statement]", (nodes) =>
      nodes.map((node) => {
        const { statement, verdict, slack, printedVerdict } = (node as HTMLElement).dataset;
        return { id: statement!, verdict: verdict!, slack: slack!, printed: printedVerdict ?? "" };
      }),
    );
    expect(new Set(shown.map(({ id }) => id))).toEqual(
      new Set([...rows.keys()].filter((id) => !id.includes("#"))),
    );
    for (const { id, verdict, slack, printed } of shown) {
      const row = rows.get(id)!;
      expect(`${id} ${verdict} ${printed}`).toBe(
        `${id} ${row.verdict} ${rows.get(`${id}#printed`)?.verdict ?? ""}`,
      );
      // The slack of an equality is its tolerance over a rounding error, which no two machines share.
      if (row.slack === null || row.kind === "equality") continue;
      // The browser's exponential and sine may differ from Node's in the last digit; a limit is a small difference of numbers near 1.
      expect(Math.abs(Number(slack) - row.slack), id).toBeLessThanOrEqual(1e-9 * Math.max(1, row.slack));
    }
    expect(await present(page)).toEqual(items.map(({ paper, number }) => `${paper} ${number}`));
  },
);

it("no node dangles: each leads to a theorem cell, to a notebook, or to the line here that says why not", async () => {
  const { page } = await openPage("index.html");
  const links = await page.$$eval("a.atlas-node", (all) => all.map((link) => link.getAttribute("href")!));
  expect(links).toHaveLength(items.length);
  for (const link of links) {
    const [file, anchor] = link.split("#") as [string, string | undefined];
    if (file === "") {
      expect(await page.locator(`[id="${anchor}"]`).count(), link).toBe(1);
      continue;
    }
    expect(existsSync(join(root, "notebooks", file)), link).toBe(true);
    if (anchor) expect(theoremCells[file.replace(".html", "")], link).toContain(anchor);
  }
});

it("a link to a theorem goes to its cell, and the name of the work leads back", async () => {
  const { page } = await openPage("02-norm-is-not-radius.html#wang-2021/theorem-9");
  const box = await page.locator('[id="wang-2021/theorem-9"]').boundingBox();
  // In sight: the cell's head in the upper half of the window.
  expect(Math.abs(box!.y)).toBeLessThan(400);
  await page.locator(".top a.name").click();
  await page.waitForURL(/index\.html$/);
});

it("there is a way from here to every notebook", async () => {
  const { page } = await openPage("index.html", { script: false });
  const notebooks = readdirSync(join(root, "notebooks")).filter((file) => /^\d.*\.html$/.test(file));
  const links = await page.$$eval("nav.notebooks a", (all) => all.map((link) => link.getAttribute("href")));
  expect(links).toEqual(notebooks.sort());
});

it("words, paper, verdict and method narrow the map, and the link keeps them", async () => {
  const { page } = await openPage("index.html?paper=wang-2021&verdict=erratum&find=momentum");
  await judged(page);
  await page.getByLabel("Find").fill("modulus");
  await expect.poll(() => present(page)).toEqual(["wang-2021 Lemma 15"]);
  expect(await page.locator(".atlas-count").textContent()).toBe(`1 of ${items.length} found`);
  await page.getByLabel("Find").fill("no such words");
  await expect.poll(() => present(page)).toEqual([]);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => present(page)).toHaveLength(items.length);
  expect(new URL(page.url()).search).toBe("");
});

it("focus shows what a statement rests on and what rests on it; arrow keys follow the arrows", async () => {
  const { page } = await openPage("index.html");
  const node = (name: string) => page.locator(`[data-item="${name}"] a`);
  await node("wang-2021 Lemma 16").focus();
  const near = () =>
    page.$$eval("[data-item][data-near]", (all) => all.map((one) => (one as HTMLElement).dataset.item));
  expect(await near()).toEqual([
    "wang-2021 Lemma 15",
    "wang-2021 (59)",
    "wang-2021 Lemma 16",
    "wang-2021 Theorem 9",
  ]);
  expect(await page.locator(".atlas-about").textContent()).toContain(
    "Rests on Lemma 15, (59). Is used by Theorem 9.",
  );
  await page.keyboard.press("ArrowRight");
  expect(await node("wang-2021 Theorem 9").evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowLeft");
  expect(await node("wang-2021 Lemma 15").evaluate((link) => link === document.activeElement)).toBe(true);
});

it("the table sorts by any column, up and down, at the reader's κ and ε; what is not promised stays below", async () => {
  const { page } = await openPage("index.html?kappa=100&eps=1e-6");
  const column = (i: number) =>
    page.$$eval(`.sorted-table tbody tr > :nth-child(${i})`, (cells) =>
      cells.map((cell) => cell.textContent!),
    );
  // Hand values for (19) and gradient descent, see test/atlas/rates.test.ts; Chebyshev is the fastest.
  await expect.poll(async () => (await column(10))[0]).toBe("73");
  expect(await column(10)).toEqual(expect.arrayContaining(["349", "1375"]));
  const promised = (await column(10)).map((text) => Number(text.replace(/\s/g, "")));
  const numbers = promised.filter((value) => !Number.isNaN(value));
  expect(promised.slice(0, numbers.length)).toEqual(numbers.toSorted((a, b) => a - b));
  await page.getByRole("button", { name: "Promised" }).click();
  expect((await column(10))[0]).not.toBe("73");
  expect(await page.locator("[aria-sort=descending]").textContent()).toBe("Promised");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("-promised");
  for (const name of ["Method", "Rate", "Status", "Needed", "Statement"]) {
    await page.getByRole("button", { name, exact: true }).click();
    expect(await page.locator("[aria-sort=ascending]").textContent()).toBe(name);
  }
});
