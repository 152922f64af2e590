/**
 * From the start of a navigation to the first live figure (an svg in .plane .canvas) on the screen, each time in a new
 * context of the browser: no cache, no compiled code. The clock is the page's own, whose zero is the navigation; the
 * end is the first task after the frame in which the figure came (requestAnimationFrame, then a message). The server
 * is on this machine and does not compress: what a network adds is not in the number.
 */
import { parse } from "node:path";
import { profiled } from "./support/profile.mjs";
import { newPage, withOpenSite } from "./support/site.mjs";
import { row } from "./support/statistics.mjs";

export const title = "From navigation to the first live figure";

const RUNS = 9;
const FIGURE = ".plane .canvas svg";

export async function measure() {
  return withOpenSite(async ({ url, browser, notebooks }) => {
    const rows = [];
    for (const name of notebooks.map((file) => parse(file).name)) {
      const address = `${url}${name}.html`;
      const runs = [];
      for (let i = 0; i < RUNS; i++) runs.push(await openOnce(browser, address));
      const goal = { most: 1200 };
      const shares = await profileOpening(browser, address);
      rows.push(
        row(
          `${name}: first paint of the text`,
          "ms",
          runs.map(({ text }) => text),
        ),
        row(
          `${name}: script has run up to the figure`,
          "ms",
          runs.map(({ found }) => found),
        ),
        row(
          `${name}: figure is painted`,
          "ms",
          runs.map(({ painted }) => painted),
          { goal, note: shares },
        ),
      );
    }
    return rows;
  });
}

async function openOnce(browser, address) {
  const page = await newPage(browser);
  await page.addInitScript(watchForFigure, FIGURE);
  await page.goto(address);
  const times = await page.evaluate("figureShown");
  await page.context().close();
  return times;
}

/* global document, MutationObserver, requestAnimationFrame, performance, MessageChannel -- runs in the page */
function watchForFigure(selector) {
  const afterFrame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  globalThis.figureShown = new Promise((resolve) => {
    const observer = new MutationObserver(async () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      const found = performance.now();
      const painted = await afterFrame();
      const text = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
      resolve({ found, painted, text });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Where the processor's time goes while the page opens, from one more run under the profiler. */
async function profileOpening(browser, address) {
  const page = await newPage(browser);
  await page.addInitScript(watchForFigure, FIGURE);
  const { summary } = await profiled(page, async () => {
    await page.goto(address);
    await page.evaluate("figureShown");
  });
  await page.context().close();
  return summary(1, "of the processor's time, under the profiler");
}
