import { expect, it } from "vitest";
import { formatCount } from "../../figures/number-format.ts";
import { openPage } from "../support/browser.ts";

/** How long a worker may take on a busy machine (ms). */
const PATIENCE = 60_000;

const caption = '[data-place="caption"] .run-sentence';

it(
  "a pasted table that cannot be read is refused in place, and what was drawn stays",
  { timeout: 2 * PATIENCE },
  async () => {
    const { page, messages } = await openPage("04-relu.html?data=yours");
    const finding = page.locator('[data-place="lower"] .figure-title');
    await expect.poll(() => finding.textContent(), { timeout: PATIENCE }).toContain("κ");
    const before = await finding.textContent();
    const box = page.getByLabel("Your data");
    const problem = page.locator(".text-box .field-problem");
    for (const [text, message] of [
      ["1, 0, 1\n0.6, two, -1", "line 2, column 2 must be a finite number: two"],
      ["1, 0, 1\n0.6, , -1", "line 2, column 2 must be a finite number: nothing"],
      ["1, 0, 1", "rows must be at least 2: 1"],
      [`${"1,".repeat(99_999)}1\n`.repeat(2), "features must be at most 10000: 99999"],
    ] as const) {
      await box.fill(text);
      await expect.poll(() => problem.textContent()).toContain(message);
      expect(await problem.isVisible()).toBe(true);
      expect(await finding.textContent()).toBe(before);
    }
    await box.fill("1, 0, 1\n0, 1, -1");
    await expect.poll(() => problem.isVisible()).toBe(false);
    await expect.poll(() => finding.textContent(), { timeout: PATIENCE }).not.toBe(before);
    expect(await page.locator(".cell-error").count()).toBe(0);
    expect(messages).toEqual([]);
  },
);

it.each([
  ["equal", "1, 0, 1\n1, 0, -1\n0, 1, 1"],
  ["parallel", "1, 2, 1\n2, 4, -1\n0, 1, 1"],
])("%s rows make the kernel singular: the page says so, and trains all the same", async (_, text) => {
  const { page, messages } = await openPage(
    `04-relu.html?width=200&data=yours&csv=${encodeURIComponent(text)}`,
  );
  const finding = page.locator('[data-place="lower"] .figure-title');
  await expect
    .poll(() => finding.textContent(), { timeout: PATIENCE })
    .toBe("Two points have the same direction: the kernel is singular");
  await expect
    .poll(() => page.locator(caption).textContent(), { timeout: PATIENCE })
    .toContain("neurons ever changed their mind");
  // Its first hypothesis, λ_min > 0, fails.
  const theorem = page.locator('[data-theorem="wang-2021/theorem-13"]');
  await expect.poll(() => theorem.getAttribute("data-verdict"), { timeout: PATIENCE }).toBe("outside");
  expect(await page.locator(".cell-error").count()).toBe(0);
  expect(messages).toEqual([]);
});

it.each([
  ["0", "width must be in [100, 10⁶]: 0"],
  ["1e9", "width must be in [100, 10⁶]: 1e9"],
  ["many", "width must be a number: many"],
  ["1000.5", "width must be a whole number: 1000.5"],
])("a width of %s is refused where it is typed", async (typed, message) => {
  const { page, messages } = await openPage("04-relu.html?width=200");
  const field = page.getByRole("textbox", { name: "width, as a number" });
  await field.fill(typed);
  await field.press("Enter");
  const problem = page.locator(".slider .field-problem").first();
  await expect.poll(() => problem.textContent()).toBe(message);
  const width = () => page.evaluate("notebook.value('width')");
  expect(await width()).toBe(200);
  expect(messages).toEqual([]);
});

it(
  "ten million neurons are a click away, with a bar and a way to stop",
  { timeout: 2 * PATIENCE },
  async () => {
    const { page, messages } = await openPage("04-relu.html");
    await page.getByRole("button", { name: "ten million" }).click();
    await expect
      .poll(() => page.locator(caption).textContent(), { timeout: PATIENCE })
      .toContain(`of ${formatCount(1e7)} neurons drawn`);
    const bar = page.getByRole("progressbar", { name: "Training" });
    expect(await bar.isVisible()).toBe(true);
    expect(await page.getByRole("slider", { name: "width" }).isDisabled()).toBe(true);
    await page.locator('[data-place="caption"] .run-stop').click();
    await expect.poll(() => bar.isVisible()).toBe(false);
    await page.getByRole("button", { name: "ten million" }).click();
    await expect
      .poll(() => page.locator(caption).textContent(), { timeout: PATIENCE })
      .toContain(`of ${formatCount(1e4)} neurons ever changed their mind`);
    expect(messages).toEqual([]);
  },
);

it("the experiment is repeated on one click, over seeds", { timeout: 2 * PATIENCE }, async () => {
  for (const [page, word] of [
    ["04-relu.html", "Repeat it with the printed parameters"],
    ["02-norm-is-not-radius.html", "Repeat it"],
  ] as const) {
    const opened = await openPage(page);
    await opened.page.getByRole("button", { name: word, exact: true }).click();
    const report = opened.page.locator(".attempt .run-sentence").last();
    await expect
      .poll(() => report.textContent(), { timeout: PATIENCE })
      .toMatch(/^\d+ of 300 seeds: momentum is ahead in \d+;.*% with momentum,.*% without/s);
    expect(opened.messages).toEqual([]);
  }
});
