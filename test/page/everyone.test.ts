import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage } from "../support/browser.ts";
import { overflow, seeAll } from "../support/drawn.ts";
import { violations } from "../support/violations.ts";

/** What every page does for those who see, point or hear otherwise. */

interface Stop {
  readonly what: string;
  readonly name: string;
  readonly outline: string;
  readonly isSeen: boolean;
}

/** What has the focus now; null for the page itself. */
function stopNow(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? []) : [];
    const { width, height, bottom, top } = element.getBoundingClientRect();
    return {
      what: `${element.tagName} ${element.className}`,
      name: element.ariaLabel ?? ([element, ...labels].map((part) => part.textContent).join("") || ""),
      outline: `${outlineStyle} ${outlineWidth}`,
      isSeen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    };
  });
}

/** The colour on the screen in the middle of what is at x and y, as "rgb(…)". */
async function pixelAt(page: Page, x: number, y: number): Promise<string> {
  const png = await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } });
  return page.evaluate(
    async (address) => {
      const image = Object.assign(new Image(), { src: address });
      await image.decode();
      const context = document.createElement("canvas").getContext("2d")!;
      context.drawImage(image, 0, 0);
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
      return `rgb(${red}, ${green}, ${blue})`;
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
}

/** Where the thumb of a slider is: its middle runs from half of its width (18 px) to half of it before the end. */
async function thumbOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (input) => {
    const { left, top, width, height } = input.getBoundingClientRect();
    return { x: left + 9 + (width - 18) * (input as HTMLInputElement).valueAsNumber, y: top + height / 2 };
  });
}

const FILE = "01-quadratic.html";

/** The notebooks with a handle on a plane, which is what most of this is about; `pages.test.ts` has what is true of all. */
const notebooks = [FILE, "02-norm-is-not-radius.html"];

describe.each(notebooks)("%s", (file) => {
  it("is walked through by Tab: every stop has a name and a visible focus, and the walk ends", async () => {
    const { page } = await openPage(file);
    const stops: Stop[] = [];
    for (let stop; stops.length < 400;) {
      await page.keyboard.press("Tab");
      if (!(stop = await stopNow(page))) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.length).toBeLessThan(400);
    expect(stops.filter(({ name }) => !name.trim())).toEqual([]);
    // A slider's focus is drawn around its thumb, which has no computed style: see below.
    const outlined = stops.filter(({ what }) => what.trim() !== "INPUT");
    expect(outlined.filter(({ outline }) => !/^solid ([2-9]|\d\d)/.test(outline))).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });

  it("has targets of 44 px on a phone, but for words within a sentence", async () => {
    const { page } = await openPage(file, { width: 390, height: 800, touch: true });
    await seeAll(page);
    const small = await page.$$eval("a, button, input, textarea, summary, [role=slider]", (elements) =>
      elements
        .filter((element) => element.checkVisibility() && !element.closest("p:not(.source), dd"))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // Half a pixel is rounding.
        .filter(({ box }) => Math.min(box.width, box.height) < 43.5)
        .map(
          ({ element, box }) =>
            `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 100)}`,
        ),
    );
    expect(small).toEqual([]);
    const touch = await page.$$eval("[role=slider], input[type=range]", (elements) =>
      elements.map((element) => [element.matches("input"), getComputedStyle(element).touchAction]),
    );
    // A finger that holds something does not scroll the page; over a slider it scrolls up and down.
    expect(touch.filter(([isInput, action]) => action !== (isInput ? "pan-y" : "none"))).toEqual([]);
  });

  it("its sliders say what they hold, not a bare number, and gain no listeners while they move", async () => {
    const { page } = await openPage(file);
    const spoken = await page.$$eval("[role=slider], input[type=range]", (elements) =>
      elements.map((element) => element.getAttribute("aria-valuetext") ?? ""),
    );
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.filter((text) => !/ = .|\d\s?[a-z]{2}/u.test(text))).toEqual([]);
    // What is made anew at every move, and listens to a slider, would make each move dearer than the last.
    expect(await page.evaluate(listenersGained)).toEqual([]);
  });

  it("its handle of two dimensions has a slider beneath it for each", async () => {
    const { page } = await openPage(file);
    const handle = page.locator(".opening .plane > .handle");
    const texts = () =>
      page.$$eval("[data-place=controls] input[type=range]", (inputs) =>
        inputs.map((input) => input.getAttribute("aria-valuetext")),
      );
    const changed = async (key: string) => {
      const before = await texts();
      await handle.press(key);
      const after = await texts();
      return after.flatMap((text, i) => (text === before[i] ? [] : [i]));
    };
    const [across, up] = [await changed("Shift+ArrowRight"), await changed("Shift+ArrowDown")];
    expect(across).toHaveLength(1);
    expect(up).toHaveLength(1);
    expect(across).not.toEqual(up);
  });

  it("at 200 % zoom, 640 px, nothing scrolls sideways and axe finds nothing", async () => {
    const { page, messages } = await openPage(file, { width: 640, height: 400 });
    await seeAll(page);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it("axe finds nothing in a link that shows little and keeps the answers", async () => {
    const { page, messages } = await openPage(`${file}?show=beta&reveal=0`);
    for (const [width, colorScheme] of [
      [1280, "light"],
      [390, "dark"],
      [320, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await seeAll(page);
      expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
      expect(await overflow(page), `${width} px`).toBe(0);
    }
    expect(messages).toEqual([]);
  });
});

it("the sliders of a page with words that set them gain no listeners either", async () => {
  const { page } = await openPage("07-flows.html");
  expect(await page.evaluate(listenersGained)).toEqual([]);
});

/** What the cells and the page's style do, whichever notebook they are in. */
describe(FILE, () => {
  it("a slider that has the focus has a ring in the accent around its thumb, and else none", async () => {
    const { page } = await openPage(FILE);
    const accent = await page.$eval(".opening .handle", (handle) => {
      return getComputedStyle(handle, "::before").backgroundColor;
    });
    const input = page.locator("[data-place=controls] input[type=range]").first();
    await input.scrollIntoViewIfNeeded();
    const { x, y } = await thumbOf(page, "[data-place=controls] input[type=range]");
    // 9 px of thumb and 3 px of air, then 2.5 px of ring.
    const ring = () => pixelAt(page, x, y - 13);
    expect(await ring()).not.toBe(accent);
    await input.focus();
    await page.keyboard.press("Shift");
    expect(await ring()).toBe(accent);
  });

  it.each([false, true])("under forced colours it can be read and held (dark: %s)", async (dark) => {
    const { page } = await openPage(FILE, { dark });
    await page.emulateMedia({ forcedColors: "active" });
    const colours = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.forcedColorAdjust = "none";
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const drawn = (selector: string, part: string) =>
        getComputedStyle(document.querySelector(selector)!, part).backgroundColor;
      return {
        canvas: system("Canvas"),
        accent: system("LinkText"),
        handle: drawn(".opening .handle", "::before"),
        axis: getComputedStyle(document.querySelector(".chart .base")!).stroke,
        ink: system("CanvasText"),
      };
    });
    expect(colours.accent).not.toBe(colours.canvas);
    expect(colours.handle).toBe(colours.accent);
    await page.locator("[data-place=controls] input[type=range]").first().scrollIntoViewIfNeeded();
    const thumb = await thumbOf(page, "[data-place=controls] input[type=range]");
    expect(await pixelAt(page, thumb.x, thumb.y)).toBe(colours.accent);
    expect(colours.axis).toBe(colours.ink);
    await page.keyboard.press("Tab");
    expect((await stopNow(page))?.outline).toMatch(/^solid [2-9]/);
    expect(await violations(page)).toEqual([]);
  });

  it("with reduced motion nothing moves by itself or glides", async () => {
    const { page } = await openPage(FILE);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator(".opening .handle").focus();
    const durations = await page.evaluate(() =>
      Array.from(document.querySelectorAll("*")).flatMap((element) =>
        [undefined, "::before", "::after"].map((part) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
          return `${transitionDuration} ${animationName} ${scrollBehavior}`;
        }),
      ),
    );
    expect([...new Set(durations)]).toEqual(["0s none auto"]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it("follows the system's theme while neither link nor reader chose one", async () => {
    const { page } = await openPage(FILE);
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper()).not.toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await paper()).toBe(light);
  });
});

/** Runs in the page: moves every slider three times; the names of the events for which sliders have new listeners. */
async function listenersGained(): Promise<string[]> {
  const frame = () => new Promise(requestAnimationFrame);
  const gained: string[] = [];
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...rest: Parameters<typeof listen>) {
    if (this instanceof HTMLElement && this.classList.contains("slider")) gained.push(rest[0]);
    listen.apply(this, rest);
  };
  for (const track of document.querySelectorAll<HTMLInputElement>(".slider input:enabled[type=range]")) {
    for (const share of [0.4, 0.45, 0.5]) {
      track.value = String(share);
      track.dispatchEvent(new Event("input", { bubbles: true }));
      // The runtime computes in the frame after an event, and its cells display in it or in the next.
      await frame();
      await frame();
    }
  }
  return gained;
}
