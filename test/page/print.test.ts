import { describe, expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

const FILE = "01-quadratic.html";

/** What a print must not have: it cannot be pressed, dragged or written into. Words of a sentence stay, as words. */
const CONTROLS =
  "main :is(input, textarea, select, summary, [role=slider]:not(.scrub), button:not(.word)), header *";

describe.each([false, true])("a print (dark: %s)", (dark) => {
  it("has every figure, also those that nobody has seen", async () => {
    const { page, messages } = await openPage(FILE, { dark });
    const undrawn = page.locator(":not([hidden]) > .canvas:empty");
    expect(await undrawn.count()).toBeGreaterThan(0);
    // Prints for good, and so with the events of printing.
    await page.pdf({ format: "A4" });
    expect(await undrawn.count()).toBe(0);
    const verdicts = page.locator("section[data-theorem] .verdict b");
    expect(await verdicts.count()).toBe(await page.locator("section[data-theorem]").count());
    const lists = await page.$$eval("section[data-theorem] .hypotheses", (found) =>
      found.map(({ childElementCount }) => childElementCount),
    );
    expect(Math.min(...lists)).toBeGreaterThan(0);
    expect(messages).toEqual([]);
  });

  it("is black on white, without controls, and says where they stand, with the link", async () => {
    const { page } = await openPage(`${FILE}?kappa=50&theme=${dark ? "dark" : "light"}`, { dark });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const controls = await page.$$eval(CONTROLS, (found) =>
      found.filter((element) => element.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(controls).toEqual([]);
    const { background, colour } = await page.evaluate(() => ({
      background: getComputedStyle(document.documentElement).backgroundColor,
      colour: getComputedStyle(document.body).color,
    }));
    expect([background, colour]).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    const state = (await page.locator(".printed-state").innerText()).split("\n").filter(Boolean);
    expect(state[0]).toContain("condition number κ = 50");
    expect(state[0]).toContain("momentum β = 0.902");
    expect(state[0]).toContain("Spectrum: power law");
    expect(state[1]).toBe(page.url());
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".printed-state").count()).toBe(0);
  });
});

it("prints the verdict in words, the caption and the erratum of a theorem, and no figure over two pages", async () => {
  const { page } = await openPage(FILE);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const theorem = page.locator('section[data-theorem="wang-2021/theorem-12"]');
  for (const part of [
    ".verdict b",
    ".hypotheses li:first-child",
    "figcaption",
    ".figure-title",
    ".erratum dl",
  ]) {
    expect(await theorem.locator(part).isVisible()).toBe(true);
  }
  const breaks = await page.$$eval("main :is(figure, .plane)", (figures) =>
    figures.map((figure) => getComputedStyle(figure).breakInside),
  );
  expect(new Set(breaks)).toEqual(new Set(["avoid"]));
});

it("prints no answer that is not revealed, and one that is", async () => {
  const { page } = await openPage("exercise.html");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  // ln 10/−ln √0.95 = 89.78, the answer at κ = 100 and η = 1/α.
  expect(await page.locator("main").innerText()).not.toMatch(/(?<![\d.])89\.[78]/);
  await page.emulateMedia({ media: "screen" });
  const pace = page.locator('[data-exercise="pace"]');
  await pace.getByLabel("Your prediction").fill("90");
  await pace.getByRole("button", { name: "Lock my answer" }).click();
  await pace.getByRole("button", { name: "Reveal" }).click();
  await page.emulateMedia({ media: "print" });
  expect(await pace.getByRole("status").innerText()).toContain("the answer is 89.8");
});
