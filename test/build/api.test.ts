import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildSite } from "../../build.mjs";
import { listen, siteHandler } from "../../tools/serve.mjs";
import { openPage } from "../support/browser.ts";
import { violations } from "../support/violations.ts";

let folder = "";
let server: Server;
let site = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accelerando-api-"));
  // A comment that links to nothing, or a type that is used and not shown, is an error of the build.
  await buildSite({ notebooks: ["test/fixtures/tiny.html"], outdir: folder, api: true });
  server = await listen(createServer(siteHandler(folder)), 0);
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

it("every page of the interface has its policy before anything that it rules, and no other origin in what it loads", async () => {
  const files = await readdir(join(folder, "api"), { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(250); // a page for each module, of which there are some 300
  for (const file of pages) {
    const html = await readFile(join(folder, "api", file), "utf8");
    const start = html.search(/<(link|script|style|title)\b/);
    expect(html.slice(0, start), file).toContain(`http-equiv="Content-Security-Policy"`);
    expect(html.match(/(src|href)="https?:[^"]*"/), file).toBeNull();
  }
});

it("the pages lead to it, and it back, without requests to others, errors or barriers", async () => {
  const { page, messages, requests } = await openPage(`${site}tiny.html`);
  await page.click("text=The library behind it");
  await page.click(".site-menu summary:has-text('methods')");
  await page.click(".site-menu a:has-text('error-curve')");
  await page.waitForSelector("h1:text('Module methods/error-curve')");
  expect(await page.locator(".tsd-comment").first().textContent()).toContain(
    "the error relative to the start",
  );
  expect(await violations(page)).toEqual([]);
  await page.click("text=The notebooks");
  await page.waitForURL(`${site}tiny.html`);
  expect(messages).toEqual([]);
  expect(requests.filter((address) => !address.startsWith(site) && !address.startsWith("data:"))).toEqual([]);
});
