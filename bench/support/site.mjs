/** The built site in a temporary folder, served, and a browser: for as long as a function takes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite, listNotebooks } from "../../build.mjs";
import { launchBrowser, serveFolder } from "../../tools/browser.mjs";

/** Calls use({folder, notebooks}) with the site built in that folder. */
export async function withBuiltSite(use) {
  const folder = await mkdtemp(join(tmpdir(), "accelerando-bench-"));
  try {
    const notebooks = await listNotebooks();
    await buildSite({ notebooks, outdir: folder, offline: true });
    return await use({ folder, notebooks });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Calls use({url, browser, notebooks}) with the site served and a browser started. */
export async function withOpenSite(use) {
  return withBuiltSite(async ({ folder, notebooks }) => {
    const { url, close } = await serveFolder(folder);
    const browser = await launchBrowser();
    try {
      return await use({ url, browser, notebooks });
    } finally {
      await browser.close();
      close();
    }
  });
}

/** A new window is busy with itself for about this long (ms). */
const WINDOW_OPENS = 500;

/** A page in a context of its own, with nothing cached, 1280 × 800, as on a small laptop. */
export async function newPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.waitForTimeout(WINDOW_OPENS);
  return page;
}
