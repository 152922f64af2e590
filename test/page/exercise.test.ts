import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { csvParse } from "d3-dsv";
import { JSDOM } from "jsdom";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

const FILE = "exercise.html";

declare const notebook: { value(name: string): Promise<unknown> };

const part = (page: Page, key: string) => page.locator(`[data-exercise="${key}"]`);
const button = (root: Locator, name: string) => root.getByRole("button", { name, exact: true });
const handle = (page: Page, beta: number) =>
  page.getByRole("slider", { name: `Your prediction at β = ${beta}`, exact: true });
const valueOf = async (slider: Locator) => Number(await slider.getAttribute("aria-valuenow"));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** What must not be in the page before it is revealed: the answers at κ = 100, η = 1/α, and the answer's curve. */
async function expectNoAnswer(page: Page): Promise<void> {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  // ln 10/−ln √0.95 = 89.78 and, at the handles, ln 10/−ln ρ with three digits; numbers of their own, not parts of others.
  expect(html.match(/(?<![\d.])(89\.[78]\d*|229|159|87\.3|30\.4|43\.7|458)(?![\d.])/g)).toBeNull();
  expect(html).not.toContain("var(--hb)");
  expect(await page.evaluate(() => notebook.value("solved"))).toEqual([]);
}

describe("a number", () => {
  it("is typed, locked and revealed by keys alone; focus goes on to what can be done next", async () => {
    const { page, messages } = await openPage(FILE);
    const pace = part(page, "pace");
    await expectNoAnswer(page);
    await pace.getByLabel("Your prediction").focus();
    await page.keyboard.type("89,8");
    await page.keyboard.press("Enter");
    expect(await pace.getAttribute("data-state")).toBe("locked");
    await expectNoAnswer(page);
    await page.keyboard.type("5");
    expect(await pace.getByLabel("Your prediction").inputValue()).toBe("89,8");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Reveal");
    await page.keyboard.press("Enter");
    expect(await pace.getByRole("status").textContent()).toContain(
      "Right. You said 89.8\u00a0steps, the answer is 89.8\u00a0steps",
    );
    expect(await focused(page)).toBe("Start over");
    await page.keyboard.press("Space");
    expect(await pace.getAttribute("data-state")).toBe("open");
    expect(await page.evaluate(() => location.search)).toBe("");
    expect(messages).toEqual([]);
  });

  it("a double click on Lock does not reveal", async () => {
    const { page } = await openPage(FILE);
    const pace = part(page, "pace");
    await pace.getByLabel("Your prediction").fill("44");
    // Where Reveal is going to be: it is the shorter word.
    await button(pace, "Lock my answer").dblclick({ position: { x: 8, y: 22 } });
    expect(await pace.getAttribute("data-state")).toBe("locked");
    await expectNoAnswer(page);
    await button(pace, "Reveal").click();
    expect(await pace.getAttribute("data-state")).toBe("revealed");
  });

  it("a key held down on Lock does not reveal", async () => {
    const { page } = await openPage(FILE);
    const pace = part(page, "pace");
    await pace.getByLabel("Your prediction").fill("44");
    await button(pace, "Lock my answer").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    expect(await pace.getAttribute("data-state")).toBe("locked");
    expect(await focused(page)).toBe("Reveal");
  });

  it("a moved slider makes it another question, and takes the answer away", async () => {
    const { page } = await openPage(FILE);
    const pace = part(page, "pace");
    await pace.getByLabel("Your prediction").fill("90");
    await button(pace, "Lock my answer").click();
    await button(pace, "Reveal").click();
    await page.getByRole("slider", { name: "κ condition number" }).press("ArrowRight");
    await expect.poll(() => pace.getAttribute("data-state")).toBe("open");
    expect(await pace.locator(".exercise-prompt").textContent()).toContain("110");
    await expectNoAnswer(page);
  });
});

describe("a curve", () => {
  it("can be taken away: the reader's points, and the answer from when it is revealed until it is concealed", async () => {
    const { page, messages } = await openPage(FILE);
    const drawn = part(page, "drawn");
    await handle(page, 0.6).focus();
    await page.keyboard.press("Shift+ArrowUp");
    const chosen = await valueOf(handle(page, 0.6));
    const save = async (kind: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), button(drawn, kind).click()]);
      return (await buffer(await file.createReadStream())).toString();
    };
    const before = csvParse(await save("CSV"));
    expect(before.columns).toHaveLength(2);
    expect(before.find((row) => row[before.columns[0]!] === "0.6")![before.columns[1]!]).toBe(String(chosen));
    const { document } = new JSDOM(await save("SVG"), { contentType: "image/svg+xml" }).window;
    // The handles are not in the picture: each point has a disc.
    expect(document.querySelectorAll("circle")).toHaveLength(before.length);
    await button(drawn, "Data").click();
    await drawn.locator(".data-table").waitFor();
    await expectNoAnswer(page);
    await button(drawn, "Lock my answer").click();
    await button(drawn, "Reveal").click();
    const after = csvParse(await save("CSV"));
    expect(after.columns.length).toBeGreaterThan(2);
    await expect.poll(() => drawn.locator(".data-table thead th").count()).toBe(after.columns.length);
    expect(await drawn.innerHTML()).toContain("the answer:");
    await button(drawn, "Start over").click();
    expect(await drawn.innerHTML()).not.toMatch(/the answer:|its curve/);
    expect(messages).toEqual([]);
  });

  it("is drawn by mouse: the point follows the pointer", async () => {
    const { page, messages } = await openPage(FILE);
    const { x, y } = await centreOf(handle(page, 0));
    const before = await valueOf(handle(page, 0));
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await page.mouse.move(x + 45, y - 55, { steps: 5 });
    await page.mouse.up();
    expect(await valueOf(handle(page, 0))).toBeGreaterThan(2 * before);
    const after = await centreOf(handle(page, 0));
    expect(after.x).toBeCloseTo(x, 3);
    // But for rounding to three digits: far less than a pixel.
    expect(Math.abs(after.y - (y - 60))).toBeLessThan(1);
    expect(messages).toEqual([]);
  });

  it("is drawn by touch on a phone, and the page does not scroll with it; targets are 44 px and do not overlap", async () => {
    const { page } = await openPage(FILE, { width: 390, height: 800, touch: true });
    const places = [];
    for (const beta of [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99]) {
      const box = (await handle(page, beta).boundingBox())!;
      // 44, as Chromium measures transformed boxes in single precision.
      expect(Math.min(box.width, box.height)).toBeGreaterThan(43.999);
      places.push(box.x);
    }
    for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThan(43.999);
    expect(places.at(-1)! + 44).toBeLessThanOrEqual(390);
    const { x, y } = await centreOf(handle(page, 0.6));
    const scrolled = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x, y }]);
    for (let i = 1; i <= 8; i++) await touch("touchMove", [{ x, y: y + 8 * i }]);
    await touch("touchEnd", []);
    expect(await valueOf(handle(page, 0.6))).toBeLessThan(12);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it("is drawn by keys, locked and revealed; the answer comes with its numbers and goes with Start over", async () => {
    const { page, messages } = await openPage(FILE);
    const drawn = part(page, "drawn");
    await handle(page, 0).focus();
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowUp");
    expect(await valueOf(handle(page, 0))).toBe(63.2);
    expect(await valueOf(handle(page, 0.3))).toBe(34.8);
    expect(await handle(page, 0.3).getAttribute("aria-valuetext")).toBe("34.8 steps");
    await button(drawn, "Lock my answer").click();
    expect(await drawn.getByRole("slider").count()).toBe(0);
    await expectNoAnswer(page);
    await button(drawn, "Reveal").click();
    expect(await drawn.getByRole("status").textContent()).toContain(
      "The answer is 229, 159, 87.3, 30.4, 43.7, 89.8 and 458\u00a0steps",
    );
    expect(await drawn.locator('svg [stroke="var(--hb)"]').count()).toBe(1);
    await button(drawn, "Start over").click();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain("var(--hb)");
    expect(await valueOf(handle(page, 0))).toBe(31.6);
    expect(messages).toEqual([]);
  });

  it("takes the answer out of a figure that is out of sight, and so not drawn anew", async () => {
    const { page } = await openPage(FILE, { height: 200 });
    const drawn = part(page, "drawn");
    await handle(page, 0).press("ArrowUp");
    await button(drawn, "Lock my answer").click();
    await button(drawn, "Reveal").click();
    await drawn.locator("svg.chart").scrollIntoViewIfNeeded();
    await expect.poll(() => drawn.locator('svg [stroke="var(--hb)"]').count()).toBe(1);
    await button(drawn, "Start over").focus();
    await page.evaluate(() => scrollTo(0, 0));
    const { y } = (await drawn.locator("svg.chart").boundingBox())!;
    expect(y).toBeGreaterThan(200 + 300);
    // Two frames, until the page knows what is in sight.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain("var(--hb)");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("can be typed in a table", async () => {
    const { page } = await openPage(FILE);
    const drawn = part(page, "drawn");
    await drawn.getByText("As numbers").click();
    const box = drawn.getByRole("textbox", { name: "Your prediction at β = 0.99" });
    await box.fill("458");
    await box.press("Tab");
    expect(await valueOf(handle(page, 0.99))).toBe(458);
  });
});

it.each([
  [1280, false],
  [1280, true],
  [390, false],
  [390, true],
  [320, false],
])(
  "has no axe violation of WCAG 2.1 A and AA at %d px (dark: %s), open and revealed",
  async (width, dark) => {
    const { page } = await openPage(FILE, { width, dark });
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    const violations = () =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
        const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
        );
      });
    await part(page, "drawn").getByText("As numbers").click();
    expect(await violations()).toEqual([]);
    await part(page, "pace").getByLabel("Your prediction").fill("44");
    await handle(page, 0).press("ArrowUp");
    await part(page, "choice").getByRole("button", { name: "twice" }).click();
    for (const key of ["pace", "drawn", "choice"]) {
      await button(part(page, key), "Hint").click();
      await button(part(page, key), "Lock my answer").click();
      await button(part(page, key), "Reveal").click();
    }
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);

it("reveal=0 withholds the answers", async () => {
  const { page } = await openPage(`${FILE}?reveal=0`);
  const pace = part(page, "pace");
  expect(await pace.textContent()).toContain("the teacher keeps the answer");
  await pace.getByLabel("Your prediction").fill("90");
  await button(pace, "Lock my answer").click();
  expect(await pace.getAttribute("data-state")).toBe("locked");
  expect(await page.getByRole("button", { name: "Reveal" }).count()).toBe(0);
  await expectNoAnswer(page);
  expect(await page.evaluate(() => location.search)).toBe("?reveal=0");
});
