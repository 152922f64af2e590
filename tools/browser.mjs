/** Starts the browser that the tests use, for tools that are not tests, and serves them a folder. */
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { importTypeScript } from "./import-typescript.mjs";
import { listen, siteHandler } from "./serve.mjs";

const FLAGS = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  // In a new window the address bar of Chrome is two pages of its own, which take the processor for a second or two.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

/** A headless browser of Playwright. Without a sandbox, which root may not have: it sees our own pages only. */
export async function launchBrowser() {
  const { findBrowser } = await importTypeScript("test/support/find-browser.ts");
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: FLAGS,
    chromiumSandbox: false,
  });
}

/** Serves a folder on a free port: {url, close}. */
export async function serveFolder(folder) {
  const server = await listen(createServer(siteHandler(folder)), 0);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
