import { expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

/** How long a worker may take on a busy machine (ms). */
const PATIENCE = 60_000;

it("the odd dimension comes down to what it cannot shed, the even one leaves", async () => {
  const { page, messages } = await openPage("06-linear-resnet.html");
  await page.getByText("Both were trained for 8000 steps").first().waitFor();
  const finding = page.locator("[data-place=stage] svg.chart");
  await expect
    .poll(() => finding.getAttribute("aria-label"), { timeout: PATIENCE })
    .toMatch(/d.* = 9 the excess is 1\.00 times.* = 10.* it is out at step/);
  expect(messages).toEqual([]);
});

it("Theorem 3.1 is certified for two of the three maps, and outside for the third", async () => {
  const { page } = await openPage("06-linear-resnet.html?steps=1000");
  const theorem = page.locator('[data-theorem="zou-2020/theorem-3-1"]');
  for (const [maps, verdict] of [
    ["modified identity", "holds"],
    ["Gaussian", "holds"],
    ["identity", "outside"],
  ] as const) {
    await page.getByRole("button", { name: maps, exact: true }).click();
    await expect.poll(() => theorem.getAttribute("data-verdict"), { timeout: PATIENCE }).toBe(verdict);
  }
});
