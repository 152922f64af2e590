import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { openPage } from "../support/browser.ts";
import { judged, undrawnFigures } from "../support/drawn.ts";

/** What is true of every page. */
describe.each((await listNotebooks()).map((file) => basename(file)))("%s", (file) => {
  it.each([
    [1280, false],
    [1280, true],
    [1060, false],
    [900, false],
    [390, false],
    [390, true],
    [320, false],
  ])(
    "opens at %d px (dark: %s) silently, from its own origin, without sideways scrolling",
    async (width, dark) => {
      const { page, messages, requests } = await openPage(file, { width, dark });
      // Every figure is drawn once it is scrolled to; those of a verdict come with it, for which two widths wait.
      const complete = !dark && (width === 1280 || width === 390);
      if (complete) await judged(page);
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 400) {
          scrollTo(0, y);
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
        }
      });
      expect(messages).toEqual([]);
      expect(requests.filter((address) => new URL(address).origin !== new URL(page.url()).origin)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (complete) expect(await undrawnFigures(page)).toBe(0);
      expect(await page.locator(".cell-error, .cell-waiting").count()).toBe(0);
    },
  );

  it.each([
    [1280, false],
    [1280, true],
    [390, false],
    [320, false],
  ])("has no axe violation of WCAG 2.1 A and AA at %d px (dark: %s)", async (width, dark) => {
    const { page } = await openPage(file, { width, dark });
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
      const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
      );
    });
    expect(violations).toEqual([]);
  });

  it("shows no verdict against a true statement", async () => {
    const { page } = await openPage(file);
    await judged(page);
    const verdicts = await page.$$eval("section[data-theorem]", (sections) =>
      sections.map((section) => (section as HTMLElement).dataset.verdict),
    );
    expect(verdicts.length).toBeGreaterThan(0);
    expect(
      verdicts.filter((verdict) => !["holds", "unspecified", "outside"].includes(verdict ?? "")),
    ).toEqual([]);
  });
});
