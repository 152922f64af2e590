import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { openPage } from "../support/browser.ts";
import { judged, seeAll, undrawnFigures } from "../support/drawn.ts";

/** What is drawn only when it is seen has its room before. */

describe.each((await listNotebooks()).map((file: string) => basename(file)))("%s", (file) => {
  it.each([1280, 390])("keeps its layout while a reader scrolls through it, at %d px", async (width) => {
    const { page } = await openPage(file, { width });
    // On a busy machine the workers of a long notebook take long.
    page.setDefaultTimeout(90_000);
    await judged(page);
    const heights = () =>
      page.$$eval("figure, .canvas, .theorem, .exercise", (parts) =>
        parts.map(({ className, clientHeight }) => `${className}: ${clientHeight}`),
      );
    // An exercise whose answer is still being computed opens when it is.
    await page.waitForFunction(() => !document.querySelector(".exercise-prompt[hidden]"));
    // What changes out of sight takes the room that it needs once it has been left alone for 300 ms.
    await expect
      .poll(
        async () => {
          const before = await heights();
          await page.waitForTimeout(600);
          return (await heights()).filter((height, i) => height !== before[i]);
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    const before = await heights();
    expect(before.length).toBeGreaterThan(0);
    await seeAll(page);
    expect(await undrawnFigures(page)).toBe(0);
    expect(await heights()).toEqual(before);
  });
});
