import { expect, inject, it } from "vitest";
import { openPage } from "../support/browser.ts";

const site = new URL(inject("site"));

it("the page runs in a browser, silent, and asks nothing of another place", async () => {
  const { page, messages, requests } = await openPage("tiny.html");
  expect(await page.locator(".cell-error, .cell-waiting").count()).toBe(0);
  expect(messages).toEqual([]);
  expect(requests.filter((address) => !address.startsWith(site.href))).toEqual([]);
});

it("holes follow an input, which stays the same element", async () => {
  const { page } = await openPage("tiny.html");
  const slider = page.locator("input");
  await slider.evaluate((input) => input.setAttribute("data-kept", ""));
  await slider.fill("40");
  await expect.poll(() => page.locator("#cell-6 b").textContent()).toBe("42");
  expect(await page.locator('#cell-1 [data-hole="2"]').textContent()).toBe("80");
  expect(await page.locator("#cell-5").textContent()).toContain("the sum is 41");
  expect(await page.locator("#cell-8 annotation").textContent()).toContain("6.325");
  expect(await slider.getAttribute("data-kept")).toBe("");
});

it("prose and formulas can be read without script", async () => {
  const { page } = await openPage("tiny.html", { script: false });
  expect(await page.locator("h1").textContent()).toBe("A tiny notebook");
  expect(await page.locator("#cell-7 .katex-html").isVisible()).toBe(true);
  expect(await page.locator("nav.contents a").getAttribute("href")).toBe("#what-kappa-does");
  expect(await page.locator("noscript").textContent()).toContain("JavaScript");
});
