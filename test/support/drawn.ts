import type { Page } from "playwright-core";

/** Waits until no worker is on a verdict. */
export async function judged(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("[data-verdict=running]"));
}

/** How many figures that could be seen have not been drawn. */
export function undrawnFigures(page: Page): Promise<number> {
  return page.$$eval(".canvas:empty", (all) => all.filter((canvas) => canvas.checkVisibility()).length);
}
