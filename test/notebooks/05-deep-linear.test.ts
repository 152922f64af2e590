import { expect, it } from "vitest";
import { formatCount } from "../../figures/number-format.ts";
import { drawnRegression } from "../../lib/problems/drawn-regression.ts";
import { seededRandom } from "../../lib/random.ts";
import { judgeOverSeeds } from "../../lib/theorems/over-seeds.ts";
import * as lemma23Loss from "../../lib/theorems/wang-2021/lemma-23-loss.ts";
import * as theorem14 from "../../lib/theorems/wang-2021/theorem-14.ts";
import { openPage } from "../support/browser.ts";

const sizes = { examples: 5, inputs: 20, outputs: 20 };

it.each([
  ["depth=4&width=50", 4, 50],
  ["depth=7&width=1e9", 7, 1e9],
])("at %s its verdicts over seeds are those of the library", async (query, depth, width) => {
  const { page, messages } = await openPage(`05-deep-linear.html?${query}`);
  const instance = { ...drawnRegression(seededRandom(1), sizes, 10), depth, width, failure: 0.1, seed: 1001 };
  const expected = [
    [theorem14.statement.id, judgeOverSeeds(theorem14, { ...instance, steps: 60 }, 20)],
    [lemma23Loss.statement.id, judgeOverSeeds(lemma23Loss, instance, 20)],
  ] as const;
  for (const [id, { judgement, printed }] of expected) {
    const section = page.locator(`section[data-theorem="${id}"]`);
    const verdicts = async () => [
      await section.getAttribute("data-verdict"),
      await section.getAttribute("data-printed-verdict"),
    ];
    await expect.poll(verdicts, { timeout: 20_000 }).toEqual([judgement.verdict, printed?.verdict]);
  }
  expect(messages).toEqual([]);
});

it(
  "a wider network changes the figures, and Figure 2 is repeated on one click",
  { timeout: 60_000 },
  async () => {
    const { page, messages } = await openPage("05-deep-linear.html?depth=3&width=20");
    const caption = page.locator('[data-place="caption"] .run-sentence');
    await expect.poll(() => caption.textContent()).toContain("3 layers of width 20, trained as 15 wide");
    const finding = page.locator('[data-place="upper"] .figure-title');
    const narrow = await finding.textContent();
    await page.getByRole("slider", { name: "width" }).press("End");
    await expect.poll(() => caption.textContent()).toContain(`width ${formatCount(1e9)}, trained as 15 wide`);
    await expect.poll(() => finding.textContent()).not.toBe(narrow);
    await page.getByRole("button", { name: "Repeat it over ten seeds" }).click();
    await expect
      .poll(() => page.getByText("10 of 10 seeds: heavy ball has the smaller loss").count(), {
        timeout: 50_000,
      })
      .toBeGreaterThan(0);
    expect(messages).toEqual([]);
  },
);
