import { expect, it } from "vitest";
import { theorem12 } from "../../lib/methods/settings.ts";
import { uniformSpectrum } from "../../lib/spectra/uniform.ts";
import { judgeBoth } from "../../lib/theorems/theorem.ts";
import * as lemma6 from "../../lib/theorems/wang-2021/lemma-6.ts";
import * as theorem27 from "../../lib/theorems/wang-2021/theorem-27.ts";
import { openPage } from "../support/browser.ts";

it.each([
  [1e-6, 4],
  [2, 9],
])("from r = %d at κ = %d its verdicts are those of the library", async (radius, kappa) => {
  const { page, messages } = await openPage(`03-one-recurrence.html?r=${radius}&kappa=${kappa}`);
  const objective = { eigenvalues: uniformSpectrum(5, kappa), smallest: 1 / kappa, bend: 1 };
  const start = new Float64Array(5).fill(radius / Math.sqrt(5));
  const from = { start, previous: start };
  const minimiser = new Float64Array(5).fill(1);
  const expected = [
    [
      theorem27,
      judgeBoth(theorem27, { objective, largest: 1, ...from, steps: Math.round(40 * Math.sqrt(kappa)) }),
    ],
    [lemma6, judgeBoth(lemma6, { ...objective, ...from, ...theorem12(1 / kappa, 1), minimiser, steps: 30 })],
  ] as const;
  for (const [{ statement }, { judgement }] of expected) {
    const section = page.locator(`section[data-theorem="${statement.id}"]`);
    const shown = async () => [
      await section.getAttribute("data-verdict"),
      Number(await section.getAttribute("data-slack")),
    ];
    await expect.poll(shown, { timeout: 20_000 }).toEqual([judgement.verdict, judgement.slack ?? 0]);
  }
  expect(messages).toEqual([]);
});

it("a wider network and a nearer start stay within the budget", { timeout: 60_000 }, async () => {
  const { page, messages } = await openPage("03-one-recurrence.html?width=100&r=10");
  const finding = page.locator('[data-place="stage"] .figure-title');
  await expect.poll(() => finding.textContent(), { timeout: 20_000 }).toContain("stay within the budget");
  expect(await finding.textContent()).not.toContain("All");
  await page.getByRole("slider", { name: "start radius" }).press("Home");
  await page.getByRole("slider", { name: "width" }).press("End");
  await expect
    .poll(() => finding.textContent(), { timeout: 50_000 })
    .toBe("All of four stay within the budget");
  expect(messages).toEqual([]);
});

it("the function with two kinks is outside Theorem 27, and from 3.3 goes round for ever", async () => {
  const { page, messages } = await openPage("03-one-recurrence.html?x=3.3&on=lessard");
  const section = page.locator('section[data-theorem="wang-2021/theorem-27"]');
  await expect.poll(() => section.getAttribute("data-verdict"), { timeout: 20_000 }).toBe("outside");
  await section.scrollIntoViewIfNeeded();
  await expect.poll(() => section.textContent()).toContain("there is no Hessian at 1 and at 2");
  const round = page.getByText("From 3.3 heavy ball goes round three points for ever");
  await round.first().scrollIntoViewIfNeeded();
  expect(await round.count()).toBeGreaterThan(0);
  await page.getByRole("slider", { name: "first iterate" }).press("End");
  await expect
    .poll(() => page.getByText("From 12 heavy ball is at a millionth after").count())
    .toBeGreaterThan(0);
  expect(messages).toEqual([]);
});

it("its exercises know that a hundred times the width is a tenth of the share, and that near is not safe", async () => {
  const { page } = await openPage("03-one-recurrence.html");
  for (const [title, choice] of [
    ["A hundred times as wide", "by about 10"],
    ["Near, far", "from 10 only"],
  ] as const) {
    const exercise = page.locator(".exercise", { hasText: title });
    await exercise.getByRole("button", { name: choice, exact: true }).click();
    await exercise.getByRole("button", { name: "Lock my answer" }).click();
    await exercise.getByRole("button", { name: "Reveal" }).click({ timeout: 30_000 });
    await expect.poll(() => exercise.textContent()).toContain("Right");
  }
});
