import { chromium, type Browser, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly touch?: boolean;
  /** false: as a reader without script sees the page. */
  readonly script?: boolean;
  /** Without a network. */
  readonly offline?: boolean;
}

/** A page of the site in a real browser. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of the console of level warning or error, and uncaught exceptions. */
  readonly messages: readonly string[];
  /** The addresses of all requests. */
  readonly requests: readonly string[];
}

let connection: Promise<Browser> | undefined;

/** The browser that the global setup started. */
function connect(): Promise<Browser> {
  const failure = inject("browserError") ?? inject("siteError");
  if (failure) throw new Error(failure);
  return (connection ??= chromium.connect(inject("browser")));
}

/**
 * Opens a page of the built site ("tiny.html?x=1"), or at another address, and waits until its cells, if it has any,
 * have settled; closes with the test.
 */
export async function openPage(path: string, options: PageOptions = {}): Promise<OpenPage> {
  const { width = 1280, height = 800, dark = false, touch = false, script = true, offline = false } = options;
  const browser = await connect();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    hasTouch: touch,
    javaScriptEnabled: script,
    offline,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(new URL(path, inject("site")).href);
  if (script) await page.evaluate("globalThis.notebook?.settled");
  return { page, messages, requests };
}
