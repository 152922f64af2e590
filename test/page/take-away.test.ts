import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { csvParse } from "d3-dsv";
import { JSDOM } from "jsdom";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

const file = "01-quadratic.html";

/** The figures of the page that are on the screen, or about to be. */
const theorem = (page: Page) => page.locator("section[data-theorem]").first();
const act = (place: Locator, name: string) => place.getByRole("button", { name, exact: true });

/** A figure is drawn when it is seen, and what is below it then finds its place. */
async function drawn(place: Locator): Promise<void> {
  await place.locator(".take-away").scrollIntoViewIfNeeded();
  await expect.poll(() => place.locator(".canvas > svg").count(), { timeout: 10_000 }).toBe(1);
}

/** Saves a figure as the page offers it: the name of the file, and what is in it. */
async function save(page: Page, place: Locator, kind: "CSV" | "SVG" | "PNG") {
  await drawn(place);
  const [download] = await Promise.all([page.waitForEvent("download"), act(place, kind).click()]);
  return { name: download.suggestedFilename(), contents: await buffer(await download.createReadStream()) };
}

const value = <T>(page: Page, name: string) =>
  page.evaluate(async (wanted) => {
    const { notebook } = globalThis as unknown as { notebook: { value(name: string): Promise<unknown> } };
    const found = await notebook.value(wanted);
    return ArrayBuffer.isView(found) ? Array.from(found as unknown as ArrayLike<number>) : found;
  }, name) as Promise<T>;

it("the CSV has the numbers that the library computed for this state, every bit of them", async () => {
  const { page, messages } = await openPage(`${file}?kappa=50&beta=0.8`);
  const { name, contents } = await save(page, theorem(page), "CSV");
  expect(name).toMatch(/^01-quadratic-the-worst-start-reaches-[a-z0-9.-]+\.csv$/);
  const rows = csvParse(contents.toString());
  const column = rows.columns.findIndex((text) => text.startsWith("worst start"));
  const numbers = rows.map((row) => Number(row[rows.columns[column]!]));
  expect(numbers).toEqual(await value(page, "worstRatio"));
  expect(rows.map((row) => Number(row.iteration))).toEqual(numbers.map((_, t) => t));
  const constants = await value<{ repaired: number }>(page, "constants");
  expect(Number(rows[0]!.bound)).toBe(constants.repaired);
  expect(messages).toEqual([]);
});

it("the map's CSV has the modes", async () => {
  const { page } = await openPage(file);
  const { contents } = await save(page, page.locator(".opening .plane"), "CSV");
  const rows = csvParse(contents.toString());
  const teeth = rows.map((row) => row["step size times eigenvalue"]).filter((text) => text !== "");
  expect(teeth.map(Number)).toEqual(await value(page, "eigenvalues"));
});

describe("the SVG", () => {
  it.each([false, true])("stands alone (dark: %s)", async (dark) => {
    const { page, messages } = await openPage(file, { dark });
    for (const place of [theorem(page), page.locator(".opening .plane")]) {
      const { name, contents } = await save(page, place, "SVG");
      const text = contents.toString();
      expect(name).toMatch(/\.svg$/);
      expect(text).not.toMatch(/var\(|color-mix|oklab|currentColor|url\("?http|\sclass=|\sstyle=|<style/);
      const { document } = new JSDOM(text, { contentType: "image/svg+xml" }).window;
      const svg = document.documentElement;
      expect(svg.namespaceURI).toBe("http://www.w3.org/2000/svg");
      const finding = await place.locator(".canvas > svg").getAttribute("aria-label");
      expect(svg.querySelector("title")!.textContent).toBe(finding);
      expect(svg.querySelector("desc")!.textContent).toContain(page.url());
      // Every colour is one that all programs know, or a pattern of this file.
      for (const part of svg.querySelectorAll("[fill], [stroke]"))
        for (const paint of [part.getAttribute("fill"), part.getAttribute("stroke")])
          expect(paint ?? "none").toMatch(/^(none|#[0-9a-f]{6}|url\(#hatching-\d+\))$/);
      for (const [, id] of text.matchAll(/url\(#([^)]*)\)/g)) expect(text).toContain(`id="${id}"`);
    }
    expect(messages).toEqual([]);
  });

  it("looks outside as it does in the page", async () => {
    const { page } = await openPage(file);
    const place = theorem(page);
    const { contents } = await save(page, place, "SVG");
    const drawn = await place.locator(".canvas > svg").evaluate((svg) => {
      const paint = (part: Element) => getComputedStyle(part).stroke;
      return Array.from(svg.querySelectorAll("path"), paint);
    });
    const alone = (await page.context().newPage())!;
    await alone.goto(`data:image/svg+xml;base64,${contents.toString("base64")}`);
    const there = await alone.evaluate(() =>
      Array.from(document.querySelectorAll("path"), (part) => getComputedStyle(part).stroke),
    );
    expect(there).toEqual(drawn);
  });
});

it("the PNG has twice the size, and is set in the page's faces", async () => {
  const { page, messages } = await openPage(file);
  const place = theorem(page);
  const svg = (await save(page, place, "SVG")).contents.toString();
  const { contents } = await save(page, place, "PNG");
  expect(contents.subarray(1, 4).toString()).toBe("PNG");
  const size = (name: string) => Number(new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)![1]);
  expect([contents.readUInt32BE(16), contents.readUInt32BE(20)]).toEqual([
    2 * size("width"),
    2 * size("height"),
  ]);
  // Where the title of the vertical axis stands there is ink, and the same again the second time.
  const ink = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: 60 });
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, 60);
    return pixels.filter((part, i) => i % 4 === 0 && part < 160).length;
  }, contents.toString("base64"));
  expect(ink).toBeGreaterThan(500);
  expect((await save(page, place, "PNG")).contents.equals(contents)).toBe(true);
  expect(messages).toEqual([]);
});

describe("the table", () => {
  it("opens by keyboard, has at most 50 rows, and says where the others are", async () => {
    const { page, messages } = await openPage(file);
    const place = theorem(page);
    await act(place, "Data").focus();
    await page.keyboard.press("Enter");
    const table = place.getByRole("table");
    await table.waitFor();
    expect(await act(place, "Data").getAttribute("aria-expanded")).toBe("true");
    const all = (await value<number[]>(page, "worstRatio")).length;
    expect(await table.locator("caption").textContent()).toContain(`50 of ${all} rows`);
    expect(await table.locator("tbody tr").count()).toBe(50);
    expect(await table.locator("tbody th[scope=row]").allTextContents()).toContain(String(all - 1));
    expect(await table.locator("thead th[scope=col]").count()).toBeGreaterThan(3);
    await page.keyboard.press("Enter");
    expect(await table.isVisible()).toBe(false);
    expect(messages).toEqual([]);
  });

  it("follows the figure while it is open", async () => {
    const { page } = await openPage(file);
    const place = theorem(page);
    await drawn(place);
    await act(place, "Data").click();
    const field = place.locator("tbody tr:last-child td").last();
    await field.waitFor();
    const before = await field.textContent();
    await page.getByRole("slider", { name: "β momentum", exact: true }).fill("0.95");
    await place.locator(".canvas").scrollIntoViewIfNeeded();
    await expect.poll(() => field.textContent()).not.toBe(before);
  });
});

it("every figure can be taken away, in targets of 44 px, and nothing moves when it is drawn", async () => {
  const { page } = await openPage(file, { width: 390, touch: true });
  const count = await page.locator(".figure:visible, .plane:has(> .take-away)").count();
  const rows = page.locator(".take-away:visible");
  expect(count).toBeGreaterThan(8);
  expect(await rows.count()).toBe(count);
  for (const button of await rows.first().getByRole("button").all()) {
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

it("every statement links its paper and says which text of it was read", async () => {
  const { page } = await openPage(file);
  const sources = await page.$$eval("section[data-theorem] > .theorem-head .source", (all) =>
    all.map((source) => ({ link: source.querySelector("a")?.href ?? "", text: source.textContent })),
  );
  expect(sources.length).toBe(await page.locator("section[data-theorem]").count());
  for (const { link, text } of sources) {
    expect(link).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}/);
    expect(text).toMatch(/ \d{4}(, repaired)?\. Read: .{10,}\.$/);
  }
});

it("a theorem can be cited, and says which text was read", async () => {
  const { page, messages } = await openPage(`${file}?kappa=50`);
  const place = theorem(page);
  await act(place, "Cite").click();
  const text = await place.getByRole("region", { name: "BibTeX" }).textContent();
  expect(text).toContain("@inproceedings{wang-2021,");
  expect(text).toContain("author = {Jun-Kun Wang and Chi-Heng Lin and Jacob Abernethy},");
  expect(text).toContain("@misc{accelerando-01-quadratic,");
  expect(text).toContain(`url = {${page.url()}},`);
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  expect(text).toContain(`Accelerando ${version}`);
  expect(await place.locator(".citation p").textContent()).toContain("Read: a text");
  const [download] = await Promise.all([page.waitForEvent("download"), act(place, "Save as .bib").click()]);
  expect(download.suggestedFilename()).toBe("wang-2021.bib");
  expect((await buffer(await download.createReadStream())).toString().trim()).toBe(text);
  expect(messages).toEqual([]);
});

it.each([
  [1280, false],
  [390, true],
  [320, false],
])(
  "has no axe violation with the table and the citation open at %d px (dark: %s)",
  async (width, dark) => {
    const { page } = await openPage(file, { width, dark });
    const place = theorem(page);
    await drawn(place);
    await act(place, "Data").click();
    await act(place, "Cite").click();
    await place.getByRole("table").waitFor();
    await place.getByRole("region", { name: "BibTeX" }).waitFor();
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
      const { violations } = await axe.run("section[data-theorem]", {
        runOnly: { type: "tag", values: tags },
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
  60_000,
);
