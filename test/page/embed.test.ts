import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { openPage } from "../support/browser.ts";
import { violations } from "../support/violations.ts";

const FILE = "01-quadratic.html";
const THEOREM = "wang-2021/theorem-12";

declare const sizes: { readonly type: string; readonly height: number }[];

/** Serves a page of someone else's, at another origin, with a frame that follows the size it is told. */
async function hostOf(query: string): Promise<string> {
  const html = `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
    <iframe src="${new URL(`embed/${FILE}${query}`, inject("site")).href}" sandbox="allow-scripts" title="A theorem"
      style="width: 100%; height: 100px; border: 0"></iframe>
    <script>
      const sizes = [];
      addEventListener("message", ({ data }) => {
        if (data.type !== "accelerando:size") return;
        sizes.push(data);
        document.querySelector("iframe").style.height = data.height + "px";
      });
    </script>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(html);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function openHost(query: string, options: { width?: number; dark?: boolean } = {}) {
  const opened = await openPage(await hostOf(query), options);
  const frame = opened.page.frames()[1]!;
  await frame.evaluate("notebook.settled");
  return { ...opened, frame };
}

const shown = (frame: Frame | Page) => frame.locator("[data-slide=now]");

describe("a theorem in a sandboxed frame of another page", () => {
  it("is the same as on the page, and alone; the frame grows to its size; nothing is complained of", async () => {
    const { page: own } = await openPage(FILE);
    const data = (theorem: HTMLElement | SVGElement) => ({
      ...(theorem as HTMLElement).dataset,
      slide: undefined,
    });
    const onPage = await own.locator(`section[data-theorem="${THEOREM}"]`).evaluate(data);
    const { page, frame, messages } = await openHost(`?theorem=${THEOREM}`);
    expect(await frame.evaluate(() => origin)).toBe("null");
    expect(await shown(frame).evaluate(data)).toEqual(onPage);
    await shown(frame).locator("svg[role=img]").waitFor();
    const seen = await frame.$$eval("main .cell > *, header", (parts) =>
      parts.filter((part) => part.checkVisibility()).map((part) => (part as HTMLElement).dataset.slide),
    );
    expect(seen).toEqual(["now"]);
    const height = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    // Whole pixels, upwards.
    await expect
      .poll(async () => Math.ceil(await height()) - (await page.evaluate(() => sizes.at(-1)?.height ?? 0)))
      .toBe(0);
    expect(
      await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight),
    ).toBeLessThanOrEqual(0);
    expect(messages).toEqual([]);
  });

  it("can be tried to break: workers run there too", async () => {
    const { frame, messages } = await openHost(`?theorem=${THEOREM}`);
    await shown(frame).getByRole("button", { name: "Try to break it" }).click();
    await expect
      .poll(() => shown(frame).locator(".run-sentence").textContent(), { timeout: 30_000 })
      .toContain("The claim held");
    expect(messages).toEqual([]);
  }, 40_000);

  it("has its sliders where the link names values; they are live, and leave the history of the page alone", async () => {
    const { page, frame, messages } = await openHost(`?theorem=${THEOREM}&kappa=50`);
    const slider = frame.getByRole("slider", { name: "β momentum" });
    const before = await shown(frame).getAttribute("data-slack");
    const entries = await page.evaluate(() => history.length);
    await slider.press("ArrowLeft");
    await expect.poll(() => shown(frame).getAttribute("data-slack")).not.toBe(before);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(messages).toEqual([]);
  });

  it.each(["?theorem=wang-2021/theorem-999", "?theorem=__proto__", ""])(
    "%s: says which there are",
    async (query) => {
      const { frame, messages } = await openHost(query);
      expect(await shown(frame).count()).toBe(0);
      expect(await frame.locator(".embed-choices li").allTextContents()).toContain(THEOREM);
      expect(messages).toEqual([]);
    },
  );
});

it("“Embed” copies the frame of a theorem, at the page's present state", async () => {
  const { page } = await openPage(`${FILE}?kappa=50`);
  await page.evaluate(() => {
    Object.assign(globalThis, { copied: "" });
    const writeText = (text: string) => Promise.resolve(Object.assign(globalThis, { copied: text }));
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  await page.locator(`section[data-theorem="${THEOREM}"]`).getByRole("button", { name: "Embed" }).click();
  const { address, sandbox, title } = await page.evaluate(() => {
    const { copied } = globalThis as unknown as { copied: string };
    const frame = new DOMParser().parseFromString(copied, "text/html").querySelector("iframe")!;
    return { address: frame.src, sandbox: frame.getAttribute("sandbox"), title: frame.title };
  });
  expect(address.replace(/&v=\d+$/, "")).toBe(
    new URL(`embed/${FILE}?theorem=${THEOREM}&kappa=50`, inject("site")).href,
  );
  expect(sandbox).toBe("allow-scripts");
  expect(title).toBe("Theorem 12");
});

it.each([
  [1280, false],
  [1280, true],
  [1024, false],
  [390, true],
  [320, false],
])("axe finds nothing in it at %d px (dark: %s)", async (width, dark) => {
  const { page, messages } = await openPage(`embed/${FILE}?theorem=${THEOREM}&kappa=50`, { width, dark });
  await shown(page).locator("svg[role=img]").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(messages).toEqual([]);
});
