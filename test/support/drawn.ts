import type { Page } from "playwright-core";

/** Waits until no worker is on a verdict. */
export async function judged(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("[data-verdict=running]"));
}

/** Scrolls through the page, a window at a time, so that every figure is drawn, and back to its head. */
export async function seeAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A window that was just resized may owe its next frame until something else asks for one.
    const frame = () =>
      new Promise<void>((shown) => {
        requestAnimationFrame(() => shown());
        setTimeout(shown, 1000);
      });
    const isWaiting = (canvas: Element) => {
      const { top, bottom } = canvas.getBoundingClientRect();
      return canvas.checkVisibility() && bottom > 0 && top < innerHeight;
    };
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      // A figure is drawn between the frame that shows its place and the next, of which a busy machine may tell late; one
      // that waits for long work is drawn when that is done.
      const latest = performance.now() + 3000;
      do await frame();
      while (performance.now() < latest && [...document.querySelectorAll(".canvas:empty")].some(isWaiting));
    }
    await frame();
    await frame();
    scrollTo(0, 0);
  });
}

/** How many figures that could be seen have not been drawn. */
export function undrawnFigures(page: Page): Promise<number> {
  return page.$$eval(".canvas:empty", (all) => all.filter((canvas) => canvas.checkVisibility()).length);
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
