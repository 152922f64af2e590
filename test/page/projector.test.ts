import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, type PageOptions } from "../support/browser.ts";
import { violations } from "../support/violations.ts";

const FILE = "slides.html";

/** What can be a slide, in the order of the page: from its first to its last. */
const KINDS = ["plane", "figure", "theorem", "erratum", "exercise"];

/** Opens a page and projects it. */
async function project(path: string, options: PageOptions = { height: 720 }) {
  const opened = await openPage(path, options);
  await opened.page.getByRole("button", { name: "Project", exact: true }).click();
  await opened.page.locator(".projector-bar").waitFor();
  return opened;
}

const position = (page: Page) => page.locator(".projector-position").textContent();
const now = (page: Page) => page.locator('[data-slide="now"]');
const act = (page: Page, name: string) =>
  page.locator(".projector-bar").getByRole("button", { name, exact: true });

/** Two frames, until the page has drawn what it now shows. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe("turning slides", () => {
  it("goes by arrows, the Page keys of clickers, Home and End, and says where it is", async () => {
    const { page, messages } = await project(FILE);
    expect(await position(page)).toMatch(/^1 of \d+$/);
    const count = Number((await position(page))!.split(" of ")[1]);
    expect(count).toBe(KINDS.length);
    const steps = [
      ["ArrowRight", 2],
      ["PageDown", 3],
      ["ArrowDown", 4],
      ["ArrowLeft", 3],
      ["PageUp", 2],
      ["ArrowUp", 1],
      ["PageUp", 1],
      ["End", count],
      ["PageDown", count],
      ["Home", 1],
    ] as const;
    for (const [key, at] of steps) {
      await page.keyboard.press(key);
      expect(await position(page)).toBe(`${at} of ${count}`);
      expect(await page.evaluate(() => location.hash)).toBe(`#slide=${at}`);
      expect(await now(page).count()).toBe(1);
    }
    await act(page, "Next").click();
    expect(await position(page)).toBe(`2 of ${count}`);
    expect(messages).toEqual([]);
  });

  it("shows one slide, its controls and the bar, and nothing else", async () => {
    const { page } = await project(`${FILE}`);
    await page.keyboard.press("PageDown");
    const seen = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("main .cell > *, header, .contents"))
        .filter((element) => element.checkVisibility())
        .map((element) => element.dataset.slide ?? element.outerHTML.slice(0, 60)),
    );
    expect(seen.sort()).toEqual(["controls", "now"]);
  });

  it("leaves by Escape: the page is as it was, where the slide stands on it, and the link too", async () => {
    const { page } = await project(`${FILE}?z=0.5`);
    for (let i = 0; i < 3; i++) await page.keyboard.press("PageDown");
    const slide = await now(page).elementHandle();
    await page.keyboard.press("Escape");
    expect(await page.locator(".projector-bar, .projector-title, [data-slide]").count()).toBe(0);
    expect(await page.evaluate(() => location.search + location.hash)).toBe("?z=0.5");
    expect(await page.evaluate(() => document.documentElement.dataset.projector)).toBeUndefined();
    const { y, height } = (await slide!.boundingBox())!;
    expect(y).toBeLessThan(720);
    expect(y + height).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Project");
  });

  it("opens at the slide that a link names, and at the last for one beyond it", async () => {
    const { page } = await openPage(`${FILE}?z=0.5#slide=3`);
    await page.locator(".projector-bar").waitFor();
    expect(await position(page)).toMatch(/^3 of /);
    await page.evaluate(() => (location.hash = "#slide=2"));
    await expect.poll(() => position(page)).toMatch(/^2 of /);
    await page.evaluate(() => (location.hash = "#slide=99999"));
    await expect.poll(() => position(page)).toMatch(/^(\d+) of \1$/);
  });
});

describe("what is in hand", () => {
  it("keeps the focus and its own keys, while the Page keys turn the slides", async () => {
    const { page } = await project(FILE);
    const slider = page.getByRole("slider", { name: "β momentum" });
    await slider.focus();
    const before = await slider.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    expect(await slider.getAttribute("aria-valuetext")).not.toBe(before);
    expect(await position(page)).toMatch(/^1 of /);
    await page.keyboard.press("PageDown");
    expect(await position(page)).toMatch(/^2 of /);
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    await act(page, "Leave").click();
    await expect.poll(() => page.evaluate(() => location.search)).toMatch(/^\?beta=/);
  });

  it("is dragged live: the handle stays under the pointer, and figure and title follow", async () => {
    const { page, messages } = await project(FILE);
    await drawn(page);
    const handle = page.locator(".opening .handle");
    const title = page.locator(".projector-title");
    const before = await title.textContent();
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 90, y + 110, { steps: 6 });
    await drawn(page);
    const moved = (await handle.boundingBox())!;
    // The sliders round to thousandths of their ranges: less than 2 px on an axis of about 1000.
    expect(Math.abs(moved.x + moved.width / 2 - (x - 90))).toBeLessThan(2);
    expect(Math.abs(moved.y + moved.height / 2 - (y + 110))).toBeLessThan(2);
    await expect.poll(() => title.textContent()).not.toBe(before);
    await page.mouse.up();
    await page.keyboard.press("PageDown");
    expect(await now(page).locator(".figure-title").textContent()).toContain("The norm of the powers");
    expect(messages).toEqual([]);
  });

  it("going back undoes what was done to the controls, and does not leave", async () => {
    const { page } = await project(FILE);
    const slider = page.getByRole("slider", { name: "step size times eigenvalue", exact: true });
    const before = await slider.getAttribute("aria-valuetext");
    await slider.press("ArrowRight");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Control+z");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe(before);
    expect(await page.locator(".projector-bar").count()).toBe(1);
  });

  it("more controls come on request", async () => {
    const { page } = await project(FILE);
    const choice = page.getByRole("group", { name: "Unit" });
    expect(await choice.isVisible()).toBe(false);
    await act(page, "More controls").click();
    await choice.getByRole("button", { name: "ten steps" }).click();
    await act(page, "Fewer controls").click();
    expect(await choice.isVisible()).toBe(false);
    expect(await page.evaluate(() => location.search)).toContain("unit=ten");
  });
});

describe("a figure", () => {
  it.each([
    [1024, 768],
    [1280, 720],
    [1920, 1080],
  ])("fills its place at %d × %d, enlarged, and nothing has to be scrolled", async (width, height) => {
    const { page } = await project(FILE, { width, height });
    for (let at = 1; at <= 2; at++) {
      await drawn(page);
      const enlarged = await page.evaluate(() =>
        Number(document.documentElement.style.getPropertyValue("--enlarged")),
      );
      expect(enlarged).toBeGreaterThanOrEqual(1.4);
      const svg = (await now(page).locator(".canvas > svg").boundingBox())!;
      const canvas = (await now(page).locator(".canvas").boundingBox())!;
      // Sizes of figures are whole pixels before they are enlarged.
      expect(Math.abs(svg.height - canvas.height)).toBeLessThan(enlarged + 1);
      expect(svg.width).toBeGreaterThan(0.8 * width);
      const overflow = await page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        return [scrollHeight - innerHeight, scrollWidth - innerWidth];
      });
      expect(Math.max(...overflow)).toBeLessThanOrEqual(1);
      await page.keyboard.press("PageDown");
    }
  });

  it("has its finding as a title of 4 % of the width, and lines of at least 3 px", async () => {
    const { page } = await project(FILE, { width: 1280, height: 720 });
    await page.keyboard.press("PageDown");
    await drawn(page);
    const { title, lines } = await now(page).evaluate((slide) => {
      const enlarged = Number(document.documentElement.style.getPropertyValue("--enlarged"));
      const size = (element: Element, property: string) =>
        enlarged * parseFloat(getComputedStyle(element).getPropertyValue(property));
      return {
        title: size(slide.querySelector(".figure-title")!, "font-size"),
        lines: Array.from(
          slide.querySelectorAll('path[stroke-linejoin="round"], g[stroke-linejoin="round"] path'),
          (path) => size(path, "stroke-width"),
        ),
      };
    });
    // The layout keeps font sizes in steps of 1/20 px or so.
    expect(Math.abs(title - 0.04 * 1280)).toBeLessThan(0.2);
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(3);
  });
});

describe("an exercise", () => {
  it("is a vote by letters; its answer is not in the page until it is revealed", async () => {
    const { page } = await project(FILE);
    await page.keyboard.press("End");
    expect(await page.locator(".projector-title").textContent()).toBe("Hands up: A, B, C or D?");
    const solved = () => page.evaluate(() => notebook.value("solved"));
    expect(await solved()).toEqual([]);
    const choice = now(page).getByRole("button", { name: "above 1" });
    // A letter and its choice can be read from the last row: 3.4 % of the width.
    const size = await choice.evaluate((button) => {
      const enlarged = Number(document.documentElement.style.getPropertyValue("--enlarged"));
      return enlarged * parseFloat(getComputedStyle(button).fontSize);
    });
    expect(size).toBeGreaterThan(0.03 * 1280);
    await choice.click();
    await now(page).getByRole("button", { name: "Lock my answer" }).click();
    expect(await solved()).toEqual([]);
    expect(await now(page).getByRole("status").textContent()).toContain("Your answer is locked.");
    await now(page).getByRole("button", { name: "Reveal" }).click();
    expect(await solved()).toEqual(["growth"]);
    expect(await now(page).getByRole("status").textContent()).toContain("Right. The answer is C");
  });

  it("reveal=0 withholds the answer on the projector too", async () => {
    const { page } = await project(`${FILE}?reveal=0`);
    await page.keyboard.press("End");
    await now(page).getByRole("button", { name: "above 1" }).click();
    await now(page).getByRole("button", { name: "Lock my answer" }).click();
    expect(await page.getByRole("button", { name: "Reveal" }).count()).toBe(0);
    expect(await page.evaluate(() => notebook.value("solved"))).toEqual([]);
  });
});

declare const notebook: { value(name: string): Promise<unknown> };

const jsQr = await readFile(createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js"), "utf8");

/** What a reader of codes sees in a screenshot of an element. */
async function decoded(page: Page, selector: string): Promise<string | undefined> {
  const png = (await page.locator(selector).screenshot()).toString("base64");
  await page.evaluate(jsQr);
  return page.evaluate(async (address) => {
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { jsQR } = globalThis as unknown as { jsQR: typeof import("jsqr").default };
    return jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data;
  }, `data:image/png;base64,${png}`);
}

describe("the code of the present state", () => {
  it("reads as the link to the page, where the slide stands on it", async () => {
    const { page, messages } = await project(`${FILE}?z=0.5`, { width: 1024, height: 768, dark: true });
    await page.getByRole("slider", { name: "step size times eigenvalue", exact: true }).press("ArrowRight");
    await page.keyboard.press("PageDown");
    await act(page, "Open this state").click();
    const dialog = page.getByRole("dialog", { name: "Open this state" });
    const link = (await dialog.locator(".qr-code-link").textContent())!;
    expect(link).toBe(
      await page.evaluate(
        () => `${location.origin}${location.pathname}${location.search}#a-figure-and-a-theorem`,
      ),
    );
    expect(link).toContain("z=0.501");
    expect(await decoded(page, ".qr-code svg")).toBe(link);
    // The keys are those of the dialog while it is open.
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await position(page)).toMatch(/^2 of /);
    expect(messages).toEqual([]);
  });

  it("says of a long link that it is too long", async () => {
    const { page } = await project(`${FILE}?z=0.5&unknown=${"long".repeat(80)}`);
    await act(page, "Open this state").click();
    expect(await page.getByRole("dialog").textContent()).toContain("too many for a code");
    expect(await page.locator(".qr-code svg").count()).toBe(0);
  });
});

it.each([
  [1280, 720, false],
  [1280, 720, true],
  [1024, 768, true],
  [390, 800, false],
  [390, 800, true],
  [320, 700, false],
])(
  "axe finds nothing at %d × %d (dark: %s), and nothing sticks out at the side",
  async (width, height, dark) => {
    const { page, messages } = await project(FILE, { width, height, dark });
    for (const kind of KINDS) {
      expect((await now(page).getAttribute("class"))!.split(" ")[0]).toBe(kind);
      await drawn(page);
      expect({ kind, found: await violations(page) }).toEqual({ kind, found: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.keyboard.press("PageDown");
    }
    await act(page, "Open this state").click();
    expect(await violations(page)).toEqual([]);
    expect(messages).toEqual([]);
  },
  // Six runs of axe.
  40_000,
);
