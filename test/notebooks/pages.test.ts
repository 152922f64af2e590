import { basename } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { openPage } from "../support/browser.ts";
import { judged, overflow, seeAll, undrawnFigures } from "../support/drawn.ts";
import { violations } from "../support/violations.ts";

/**
 * What is true of every page. Each is opened as a laptop and as a phone have it; to the other widths and to the other
 * theme it is changed while it is open, which is what a reader does too.
 */
describe.each((await listNotebooks()).map((file) => basename(file)))("%s", (file) => {
  it.each([
    { width: 1280, dark: false, themed: 1280, narrower: [1060, 900] },
    { width: 390, dark: true, themed: 320, narrower: [390] },
  ])(
    "at $width px it opens silently, from its own origin, with no verdict against a true statement; nothing sticks out or moves what is below, and axe finds nothing, also when its width or theme changes",
    async ({ width, dark, themed, narrower }) => {
      const { page, messages, requests } = await openPage(file, { width, dark });
      // The figures of a verdict come with it; every other is drawn once it is scrolled to, and has its room before.
      await judged(page);
      const before = await heightsAtRest(page);
      expect(before.length).toBeGreaterThan(0);
      await seeAll(page);
      expect(await undrawnFigures(page)).toBe(0);
      expect(await heights(page)).toEqual(before);
      expect(await page.locator(".cell-error, .cell-waiting").count()).toBe(0);
      const verdicts = await shownVerdicts(page);
      expect(verdicts.length).toBeGreaterThan(0);
      expect(verdicts.filter((one) => !["holds", "unspecified", "outside"].includes(one))).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);

      await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
      await page.setViewportSize({ width: themed, height: 800 });
      await seeAll(page);
      expect({ width: themed, overflow: await overflow(page) }).toEqual({ width: themed, overflow: 0 });
      expect(await violations(page)).toEqual([]);

      for (const width of narrower) {
        await page.setViewportSize({ width, height: 800 });
        await seeAll(page);
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      expect(messages).toEqual([]);
      expect(requests.filter((address) => new URL(address).origin !== new URL(page.url()).origin)).toEqual(
        [],
      );
    },
  );
});

/** The verdicts of theorem cells, and of the nodes of the map. */
function shownVerdicts(page: Page): Promise<string[]> {
  return page.$$eval("section[data-theorem], [data-statement]", (sections) =>
    sections.map((section) => (section as HTMLElement).dataset.verdict ?? ""),
  );
}

/** How high everything is that may be drawn later. */
function heights(page: Page): Promise<string[]> {
  return page.$$eval("figure, .canvas, .theorem, .exercise", (parts) =>
    parts.map(({ className, clientHeight }) => `${className}: ${clientHeight}`),
  );
}

/** The heights, once they have not changed for twice the time in which what is out of sight takes its room (300 ms). */
async function heightsAtRest(page: Page): Promise<string[]> {
  // An exercise whose answer is still being computed opens when it is.
  await page.waitForFunction(() => !document.querySelector(".exercise-prompt[hidden]"));
  for (let before = await heights(page); ;) {
    await page.waitForTimeout(600);
    const after = await heights(page);
    if (after.join() === before.join()) return after;
    before = after;
  }
}
