import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

const file = "01-quadratic.html";

/** Values of the notebook's variables, after two frames: one for the input, one for what follows from it. */
async function values<const Name extends string>(
  page: Page,
  ...names: Name[]
): Promise<Record<Name, number>> {
  return page.evaluate(async (wanted) => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    const { notebook } = globalThis as unknown as { notebook: { value(name: string): Promise<unknown> } };
    const entries = await Promise.all(
      wanted.map(async (name) => [name, await notebook.value(name)] as const),
    );
    return Object.fromEntries(entries);
  }, names) as Promise<Record<Name, number>>;
}

/** The link's state, without its version. */
const query = (page: Page) =>
  page.evaluate(() => {
    const pairs = [...new URLSearchParams(location.search)];
    return Object.fromEntries(pairs.filter(([key]) => key !== "v"));
  });
const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });

/** The handle's place on the screen, and how far a drag takes it. */
async function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

describe("the page", () => {
  it("can be read without script", async () => {
    const { page } = await openPage(file, { script: false });
    await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toContain("Why");
    await expect(page.locator("main").textContent()).resolves.toContain(
      "the border between creeping and ringing",
    );
    expect(await page.locator("main .katex").count()).toBeGreaterThan(20);
  });

  it("has a verdict for each theorem, and the erratum's", async () => {
    const { page } = await openPage(file);
    const found = await page.$$eval("section[data-theorem]", (sections) =>
      sections.map((section) => ({ ...(section as HTMLElement).dataset })),
    );
    expect(found.length).toBe(12);
    expect(found.filter(({ verdict }) => verdict !== "holds")).toEqual([]);
    expect(found.slice(0, 3).map(({ theorem, verdict }) => `${theorem} ${verdict}`)).toEqual([
      "wang-2021/theorem-12 holds",
      "wang-2021/theorem-12-rate holds",
      "wang-2021/corollary-10 holds",
    ]);
    expect(found[0]!.printedVerdict).toBe("violated");
    // C₀′/C₀# at κ = 100, from the table computed with 50 digits: no start can make the slack smaller.
    expect(Number(found[0]!.slack)).toBeGreaterThan(22.5611500881089 / 22.5167386831505);
    expect(Number(found[0]!.slack)).toBeLessThan(1.01);
  });

  it("changes its theme, and keeps the choice in the link", async () => {
    const { page } = await openPage(file);
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole("button", { name: "Switch to the dark theme" }).click();
    expect(await paper()).not.toBe(light);
    expect(await query(page)).toEqual({ theme: "dark" });
    await page.reload();
    expect(await paper()).not.toBe(light);
  });
});

describe("what can be held", () => {
  it.each([390, 1280])(
    "at %i px the names of the rings stay within the picture at every κ",
    async (width) => {
      const { page } = await openPage(file, { width });
      const picture = (await page.locator("[data-place=stage] .canvas").boundingBox())!;
      for (const kappa of ["2", "100", "1000", "1e6"]) {
        await page.getByRole("textbox", { name: "condition number, as a number" }).fill(kappa);
        await page.keyboard.press("Enter");
        await values(page, "kappa");
        const rings = await page.locator("[data-place=stage] .preset:not([hidden])").all();
        expect(rings.length).toBeGreaterThan(1);
        for (const ring of rings) {
          const box = (await ring.boundingBox())!;
          const said = `${await ring.textContent()} at κ = ${kappa}`;
          expect(box.x, said).toBeGreaterThanOrEqual(picture.x);
          // A section shows what is up to 12 px outside of it.
          expect(box.x + box.width, said).toBeLessThanOrEqual(picture.x + picture.width + 12);
        }
      }
    },
  );

  it("the handle moves η and β by mouse; the link is written when it is let go", async () => {
    const { page } = await openPage(file);
    const { x, y } = await centreOf(page, ".opening .handle");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 90, { steps: 5 });
    const during = await values(page, "eta", "beta");
    expect(during.eta).toBeGreaterThan(1.1);
    expect(during.beta).toBeLessThan(0.7);
    expect(await query(page)).toEqual({});
    await page.mouse.up();
    expect(await query(page)).toEqual({ eta: String(during.eta), beta: String(during.beta) });
    const after = await centreOf(page, ".opening .handle");
    // The handle follows the pointer, but for the rounding to a slider's step: less than a pixel here.
    expect(Math.hypot(after.x - x - 40, after.y - y - 90)).toBeLessThan(1.5);
  });

  it("the handle moves by touch, and the page does not scroll with it", async () => {
    const { page } = await openPage(file, { width: 390, height: 800, touch: true });
    const { x, y } = await centreOf(page, ".opening .handle");
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x, y }]);
    for (let i = 1; i <= 8; i++) await touch("touchMove", [{ x: x + 2 * i, y: y + 10 * i }]);
    await touch("touchEnd", []);
    const { beta } = await values(page, "beta");
    expect(beta).toBeLessThan(0.7);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(Number((await query(page)).beta)).toBe(beta);
  });

  it("the handle moves by arrow keys, ten steps with Shift, and says where it is", async () => {
    const { page } = await openPage(file);
    const handle = slider(page, "Step size and momentum");
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    const { eta, beta } = await values(page, "eta", "beta");
    expect([eta, beta]).toEqual([1.001, 0.8975]);
    expect(await handle.getAttribute("aria-valuetext")).toBe("η = 1 / α, β = 0.897");
    expect(await query(page)).toEqual({ eta: "1.001", beta: "0.8975" });
  });

  it("the sliders move by key", async () => {
    const { page } = await openPage(file);
    for (const [name, variable, key, expected] of [
      ["κ condition number", "kappa", "ArrowRight", 110],
      ["η step size", "eta", "ArrowRight", 1.001],
      ["β momentum", "beta", "ArrowLeft", 0.902],
    ] as const) {
      await slider(page, name).press(key);
      const found = await values(page, variable);
      expect(found[variable]).toBeCloseTo(expected, 12); // one rounding
      expect(Number((await query(page))[variable])).toBeCloseTo(expected, 12);
    }
  });

  it("a slider moves by mouse", async () => {
    const { page } = await openPage(file);
    const { x, y, width, height } = (await slider(page, "κ condition number").boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    const { kappa } = await values(page, "kappa");
    // The middle of a logarithmic scale from 1 to 10⁶ is 10³; a pixel of 183 is 8 %.
    expect(kappa / 1000).toBeGreaterThan(0.85);
    expect(kappa / 1000).toBeLessThan(1.15);
  });

  it("a number can be typed, also as a fraction; one out of range is refused in place", async () => {
    const { page } = await openPage(file);
    const box = page.getByRole("textbox", { name: "momentum, as a number" });
    await box.fill("3/4");
    await box.press("Enter");
    expect((await values(page, "beta")).beta).toBe(0.75);
    await box.fill("1.2");
    await box.press("Enter");
    expect((await values(page, "beta")).beta).toBe(0.75);
    expect(await page.getByRole("alert").filter({ hasText: "must be" }).textContent()).toBe(
      "momentum must be in [0, 1]: 1.2",
    );
    await box.fill("many");
    await box.press("Enter");
    expect(await page.getByRole("alert").filter({ hasText: "must be" }).textContent()).toBe(
      "momentum must be a number: many",
    );
    expect(await query(page)).toEqual({ beta: "0.75" });
  });

  it("words and rings set what they name", async () => {
    const { page } = await openPage(file);
    const word = page.getByRole("button", { name: "Polyak’s setting" });
    await word.click();
    const { eta, beta } = await values(page, "eta", "beta");
    // κ = 100: η = 4/(1 + 1/10)²/α, β = (9/11)².
    expect(eta).toBeCloseTo(4 / 1.21, 12); // a few roundings
    expect(beta).toBeCloseTo((9 / 11) ** 2, 12);
    expect(await word.getAttribute("aria-pressed")).toBe("true");
    // The rings are drawn anew when they are seen again.
    await page.locator(".opening .handle").scrollIntoViewIfNeeded();
    await page.locator(".preset", { hasText: "Theorem 12" }).click();
    expect(await values(page, "eta", "beta")).toEqual({ eta: 1, beta: 0.9025 });
    expect(await word.getAttribute("aria-pressed")).toBe("false");
  });

  it("the number in the prose is another face of the slider", async () => {
    const { page } = await openPage(file);
    const number = page.locator("p .scrub").first();
    await number.press("ArrowUp");
    expect(await values(page, "kappa")).toEqual({ kappa: 110 });
    expect(await number.textContent()).toBe("110");
    const { x, y } = await centreOf(page, "p .scrub >> nth=0");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 4 });
    await page.mouse.up();
    // A sixth of the way through six decades.
    const { kappa } = await values(page, "kappa");
    expect(kappa).toBeGreaterThan(1000);
    expect((await query(page)).kappa).toBe(String(kappa));
  });

  it("the axes change to plain ones and back", async () => {
    const { page } = await openPage(file);
    const word = page.getByRole("button", { name: "on square-root axes" });
    const border = () => page.locator(".map .critical").getAttribute("d");
    const root = await border();
    await word.click();
    await values(page, "axes");
    expect(await border()).not.toBe(root);
    expect(await query(page)).toEqual({ axes: "plain" });
    await word.click();
    await values(page, "axes");
    expect(await border()).toBe(root);
    expect(await query(page)).toEqual({});
  });
});

describe("the spectrum", () => {
  it("of each shape has the κ that is asked for", async () => {
    const { page } = await openPage(`${file}?kappa=50&spectrum=uniform`);
    for (const name of ["power law", "uniform", "clustered", "two-point"]) {
      await page.getByRole("button", { name }).click();
      const found = await values(page, "kappa", "smallest", "largest");
      expect(found.kappa, name).toBeCloseTo(50, 10); // κ is the quotient of 1 and a rounded 1/50
      expect(found.largest, name).toBe(1);
    }
  });

  it("that of real images brings its own κ, and the slider says so", async () => {
    const { page, messages } = await openPage(`${file}?spectrum=fashion-mnist`);
    await page.waitForFunction(() => document.querySelector(".field-reason:not([hidden])"));
    const { kappa } = await values(page, "kappa");
    expect(kappa).toBeGreaterThan(100);
    expect(await slider(page, "κ condition number").isDisabled()).toBe(true);
    expect(await page.locator("section[data-theorem]").first().getAttribute("data-verdict")).toMatch(
      /holds|outside/,
    );
    expect(messages).toEqual([]);
  });

  it("a pasted one is used, and kept in the link", async () => {
    const { page } = await openPage(`${file}?spectrum=yours`);
    const box = page.getByLabel("Your eigenvalues");
    await box.fill("4, 1; 2\n8");
    await box.blur();
    expect(await values(page, "kappa", "smallest", "largest")).toEqual({ kappa: 8, smallest: 1, largest: 8 });
    expect(await query(page)).toEqual({ spectrum: "yours", eigenvalues: "4, 1; 2\n8" });
  });

  it("a bad one is refused in place and the last good one stays", async () => {
    const { page, messages } = await openPage(`${file}?spectrum=yours&eigenvalues=1,5`);
    for (const [text, message] of [
      ["1, two, 3", "value 2 must be a number: two"],
      ["1 NaN", "value 2 must be a number: NaN"],
      ["1 0", "value 2 must be positive"],
      ["-3", "value 1 must be positive"],
      ["", "at least"],
      [`1${" 2".repeat(999_999)}`, "at most 2000"],
    ] as const) {
      await page.getByLabel("Your eigenvalues").fill(text);
      expect(await page.locator(".text-box .field-problem").textContent()).toContain(message);
      expect(await values(page, "kappa")).toEqual({ kappa: 5 });
    }
    expect(messages).toEqual([]);
  });
});

describe("states", () => {
  const verdict = async (page: Page) => {
    const section = page.locator('[data-theorem="wang-2021/theorem-12"]');
    // The words of a verdict are written when the theorem is seen.
    await section.scrollIntoViewIfNeeded();
    await section.locator(".verdict b").waitFor();
    return section.evaluate((element) => ({
      verdict: (element as HTMLElement).dataset.verdict,
      text: element.querySelector(".verdict")!.textContent,
    }));
  };

  it("κ = 1 is a problem like any other", async () => {
    const { page, messages } = await openPage(`${file}?kappa=1`);
    expect((await verdict(page)).verdict).toBe("holds");
    expect(messages).toEqual([]);
  });

  it("β = 1: no decay, a rotation", async () => {
    const { page } = await openPage(`${file}?beta=1`);
    expect(await page.locator("[data-place=caption]").textContent()).toContain("nothing decays");
    expect((await verdict(page)).verdict).toBe("holds");
  });

  it("β = 0: this is gradient descent, outside the theorem", async () => {
    const { page } = await openPage(`${file}?beta=0`);
    expect(await page.locator("[data-place=caption]").textContent()).toContain("this is gradient descent");
    expect((await verdict(page)).verdict).toBe("outside");
  });

  it("η beyond stability: the curve stops, and the page says so", async () => {
    const { page, messages } = await openPage(`${file}?eta=3.9&beta=0.2`);
    expect(await page.locator(".figure-title").nth(1).textContent()).toContain("Heavy ball diverges here");
    const { verdict: found, text } = await verdict(page);
    expect(found).toBe("outside");
    expect(text).toContain("No bound exists here");
    expect(messages).toEqual([]);
  });

  it("the smallest example breaks the printed bound and not the repaired one", async () => {
    const { page } = await openPage(file);
    await page.locator(".theorem").first().scrollIntoViewIfNeeded();
    await page.locator(".theorem .verdict b").first().waitFor();
    await page.getByRole("button", { name: "Load it" }).first().click();
    expect(await values(page, "kappa", "eta", "beta")).toEqual({ kappa: 1, eta: 2.5, beta: 0.5 });
    const section = page.locator('[data-theorem="wang-2021/theorem-12"]');
    expect(await section.getAttribute("data-verdict")).toBe("holds");
    expect(await section.getAttribute("data-printed-verdict")).toBe("violated");
  });
});

describe("comparisons", () => {
  const labels = (page: Page, figure: number) =>
    page.locator(".error-curves").nth(figure).locator(".end").allTextContents();

  it("a pinned curve stays while the handle moves on, also in the link", async () => {
    const { page } = await openPage(file);
    await page.getByRole("button", { name: "Pin this curve" }).click();
    await slider(page, "β momentum").press("Home");
    await values(page, "beta", "pinned");
    expect(await labels(page, 0)).toContain("pinned");
    expect((await query(page)).pin).toBe("1,0.9025");
    await page.reload();
    await values(page, "pinned");
    expect(await labels(page, 0)).toContain("pinned");
    await page.getByRole("button", { name: "Unpin" }).click();
    await values(page, "pinned");
    expect(await labels(page, 0)).not.toContain("pinned");
  });

  it("each setting is named after its method", async () => {
    const { page } = await openPage(`${file}?compare=mine`);
    for (const [name, ...expected] of [
      ["each at its best", "Nesterov, tuned", "gradient descent, 2/(μ + α)", "heavy ball, Polyak"],
      [
        "each at the paper’s setting",
        "Nesterov, textbook",
        "gradient descent, 1/α",
        "heavy ball, Theorem 12",
      ],
      ["all at my η and β", "Nesterov, η and β", "gradient descent, η", "heavy ball, η and β"],
    ] as const) {
      await page.getByRole("button", { name }).click();
      await values(page, "compare");
      await page.locator(".error-curves").nth(1).scrollIntoViewIfNeeded();
      expect((await labels(page, 1)).sort()).toEqual(expected);
    }
  });

  it("the reference lines come on demand", async () => {
    const { page } = await openPage(file);
    const word = page.getByRole("button", { name: "reference lines" });
    await word.scrollIntoViewIfNeeded();
    expect(await labels(page, 1)).not.toContain("Chebyshev");
    await word.click();
    await values(page, "lines");
    expect(await labels(page, 1)).toEqual(expect.arrayContaining(["Chebyshev", "conjugate gradient"]));
    expect(await query(page)).toEqual({ lines: "shown" });
  });

  it("the start is chosen, a random one by its seed", async () => {
    const { page } = await openPage(file);
    const slack = () => page.locator('[data-theorem="wang-2021/theorem-12"]').getAttribute("data-slack");
    const worst = await slack();
    await page.getByRole("button", { name: "at random" }).click();
    await values(page, "startKind");
    const first = await slack();
    expect(Number(first)).toBeGreaterThan(Number(worst));
    await page.getByRole("slider", { name: "seed" }).press("ArrowUp");
    await values(page, "seed");
    expect(await slack()).not.toBe(first);
    expect(await query(page)).toEqual({ start: "random", seed: "2" });
  });

  it("more noise lifts the floor", async () => {
    const { page } = await openPage(file);
    const floor = async () =>
      ((await values(page, "floors")).floors as unknown as { heavyBall: number }).heavyBall;
    const before = await floor();
    await page.getByRole("slider", { name: "noise in the gradient" }).press("Shift+ArrowUp");
    // Ten times the noise, ten times the floor: it is linear in σ; a few roundings.
    expect((await floor()) / before).toBeCloseTo(10, 10);
  });
});

describe("Try to break it", () => {
  const theorem = (page: Page) => page.locator('[data-theorem="wang-2021/theorem-12"]');

  it("breaks the printed bound on its own, and what it found can be loaded", async () => {
    const { page, messages } = await openPage(file);
    await theorem(page).getByRole("button", { name: "as printed" }).click();
    await theorem(page).getByText("as printed is broken").first().waitFor();
    await theorem(page).getByRole("button", { name: "Load what it found" }).click();
    await values(page, "judgement12");
    expect(await theorem(page).getAttribute("data-printed-verdict")).toBe("violated");
    expect(await theorem(page).getAttribute("data-verdict")).toBe("holds");
    expect((await query(page)).spectrum).toBe("yours");
    expect(messages).toEqual([]);
  });

  it("finds nothing against the repaired one, and says that this is no proof", async () => {
    const { page } = await openPage(file);
    await theorem(page).getByRole("button", { name: "Try to break it" }).click();
    await theorem(page).getByText("A search that finds nothing proves nothing.").first().waitFor();
  });
});

describe("exercises", () => {
  it("the answer comes after the prediction, checked at the reader's own setting", async () => {
    const { page } = await openPage(file);
    const first = page.locator('[data-exercise="pace"]');
    await first.scrollIntoViewIfNeeded();
    await first.getByRole("textbox").fill("90");
    await first.getByRole("button", { name: "Lock my answer" }).click();
    expect(await first.textContent()).not.toContain("89.8");
    await first.getByRole("button", { name: "Reveal" }).click();
    // Three digits, computed independently: ln 10 / −ln √0.95.
    expect(await first.textContent()).toContain("89.8");
    expect(await first.getAttribute("data-right")).toBe("true");
  });

  it("reveal=0 withholds the answers", async () => {
    const { page } = await openPage(`${file}?reveal=0`);
    expect(await page.getByRole("button", { name: "Reveal" }).count()).toBe(0);
    expect(await page.locator(".exercise-withheld").count()).toBe(2);
  });
});

describe("the history", () => {
  it("going back and Ctrl+Z undo a gesture, and the first state stays", async () => {
    const { page } = await openPage(file);
    await page.getByRole("button", { name: "Polyak’s setting" }).click();
    await page.waitForTimeout(500); // two gestures, not one
    await slider(page, "β momentum").press("ArrowRight");
    const polyak = (9 / 11) ** 2;
    expect((await values(page, "beta")).beta).toBeGreaterThan(polyak);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("beta")?.startsWith("0.669"));
    expect((await values(page, "beta")).beta).toBeCloseTo(polyak, 12); // a few roundings
    await page.goBack();
    expect(await values(page, "eta", "beta")).toEqual({ eta: 1, beta: 0.9025 });
    await page.keyboard.press("Control+z");
    expect(await values(page, "eta", "beta")).toEqual({ eta: 1, beta: 0.9025 });
    await page.goForward();
    expect((await values(page, "beta")).beta).toBeCloseTo(polyak, 12);
  });

  it("Reset gives every control its own value back", async () => {
    const { page } = await openPage(
      `${file}?kappa=7&eta=2&beta=.5&spectrum=uniform&axes=plain&theme=dark&reveal=0`,
    );
    await page.getByRole("button", { name: "Reset" }).click();
    // That the teacher keeps the answers is no control's value.
    expect(await query(page)).toEqual({ reveal: "0" });
    expect(await values(page, "kappa", "eta", "beta")).toEqual({ kappa: 100, eta: 1, beta: 0.9025 });
    expect(await page.getByRole("button", { name: "power law" }).getAttribute("aria-pressed")).toBe("true");
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
  });
});
