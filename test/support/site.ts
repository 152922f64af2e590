import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite, listNotebooks } from "../../build.mjs";
import { listen, siteHandler } from "../../tools/serve.mjs";
import { chromium, type BrowserServer } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the built site, with a slash at its end; the site lies under a path, not at the root. */
    site: string;
    /** Why there is no site, if it could not be built. */
    siteError: string | null;
    /** The folder that it was built in. */
    folder: string;
    /** The address of the running browser, or what is the matter with it. */
    browser: string;
    browserError: string | null;
  }
}

/** The path under which the site is served in tests. */
const PREFIX = "/some/where";

/**
 * Vitest's global setup: builds the notebooks and those of the tests once, and serves them on a free port.
 * What fails here fails the tests that need it, and no others.
 */
export default async function setup({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "accelerando-site-"));
  const notebooks = [
    ...(await listNotebooks()),
    "test/fixtures/tiny.html",
    "test/fixtures/worker.html",
    "test/fixtures/exercise.html",
    "test/fixtures/slides.html",
  ];
  const siteError = await buildSite({
    notebooks,
    outdir: folder,
    offline: true,
    edit: true,
    embed: ["notebooks/01-quadratic.html"],
  }).then(() => null, String);
  const handler = siteHandler(folder);
  const server = await listen(
    createServer((request, response) => {
      const inside = request.url?.startsWith(`${PREFIX}/`);
      request.url = inside ? request.url?.slice(PREFIX.length) : "/outside";
      void handler(request, response);
    }),
    0,
  );
  provide("site", `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}/`);
  provide("siteError", siteError);
  provide("folder", folder);
  const browser = await launch().catch((error: Error) => error);
  provide("browser", browser instanceof Error ? "" : browser.wsEndpoint());
  provide("browserError", browser instanceof Error ? browser.message : null);
  return async () => {
    server.closeAllConnections();
    server.close();
    if (!(browser instanceof Error)) await browser.close();
    await rm(folder, { recursive: true });
  };
}

const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  // Without these every new window loads the address bar's own pages.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

/** One browser for all tests, without a sandbox, which root may not have: it sees our own pages only. */
async function launch(): Promise<BrowserServer> {
  const { executablePath, env } = await findBrowser();
  return chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: FLAGS,
    chromiumSandbox: false,
  });
}
