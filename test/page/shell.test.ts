import { expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

/** What surrounds every notebook. */

const FILE = "01-quadratic.html";

it("“Copy link” copies the address, which holds the state, and says so", async () => {
  const { page } = await openPage(`${FILE}?kappa=50`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("slider", { name: "β momentum", exact: true }).press("Home");
  const button = page.getByRole("button", { name: "Copy link", exact: true });
  await button.click();
  await page.getByRole("button", { name: "Copied", exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  const { page: other } = await openPage(copied);
  const values = other.evaluate(`Promise.all(["kappa", "beta"].map((name) => notebook.value(name)))`);
  expect(await values).toEqual([50, 0]);
});

it("where the browser does not let it, it says where the link is", async () => {
  const { page } = await openPage(FILE);
  await page.evaluate(() => {
    const writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await page.getByRole("button", { name: "The address bar has it", exact: true }).waitFor();
});

it("nothing is kept in the browser: no cookie, no storage", async () => {
  const { page } = await openPage(FILE);
  await page.getByRole("slider", { name: "β momentum", exact: true }).press("Home");
  await page.getByRole("button", { name: /dark theme/ }).click();
  await page.getByRole("button", { name: "Source", exact: true }).click();
  await page.getByRole("button", { name: "Project", exact: true }).click();
  await page.locator(".projector-bar").waitFor();
  const kept = await page.evaluate(async () => {
    return [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ];
  });
  expect(kept).toEqual(["", 0, 0, 0]);
  expect((await page.context().storageState()).cookies).toEqual([]);
});

it("a figure's new finding is told once the reader rests, and not before", async () => {
  const { page } = await openPage(FILE);
  const figure = page.locator(".figure").first();
  await figure.locator(".canvas > svg").waitFor();
  const told = figure.locator("[role=status]");
  // The first finding is read with the page.
  expect(await told.textContent()).toBe("");
  await page.evaluate(async () => {
    const status = document.querySelector(".figure [role=status]")!;
    const tellings: string[] = [];
    new MutationObserver(() => tellings.push(status.textContent)).observe(status, { childList: true });
    Object.assign(globalThis, { tellings });
    const slider = document.querySelector<HTMLInputElement>("[data-place=controls] input[type=range]")!;
    // A drag of thirty frames.
    for (let i = 0; i < 30; i++) {
      slider.value = String(0.3 + 0.01 * i);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
  const finding = figure.locator(".figure-title");
  await expect.poll(() => told.textContent()).not.toBe("");
  expect(await told.textContent()).toBe(await figure.locator(".canvas > svg").getAttribute("aria-label"));
  expect(await page.evaluate("tellings.length")).toBe(1);
  expect(await finding.isVisible()).toBe(true);
});
