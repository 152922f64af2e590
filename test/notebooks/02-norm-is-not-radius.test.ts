import { expect, it } from "vitest";
import { openPage } from "../support/browser.ts";

it.each(["wang-2020/lemma-3", "wang-2021/theorem-9", "wang-2020/theorem-2"])(
  "the search breaks %s as printed on its own, and what it found can be loaded",
  async (id) => {
    const { page, messages } = await openPage("02-norm-is-not-radius.html");
    const theorem = page.locator(`[data-theorem="${id}"]`);
    const before = page.url();
    await theorem.getByRole("button", { name: "as printed" }).click();
    await theorem.getByText("as printed is broken").first().waitFor();
    await theorem.getByRole("button", { name: "Load what it found" }).click();
    await page.waitForFunction((url) => location.href !== url, before);
    const found = new URLSearchParams(new URL(page.url()).search);
    for (const key of ["z", "beta"]) {
      // At most three digits: simple enough to check by hand. A value that is the control's own is not in the link.
      const digits = (found.get(key) ?? "0").replace(/^0\.0*|[.-]/g, "");
      expect(digits.length).toBeLessThanOrEqual(3);
    }
    await expect.poll(() => theorem.getAttribute("data-printed-verdict")).toBe("violated");
    expect(await theorem.getAttribute("data-verdict")).toBe("holds");
    expect(messages).toEqual([]);
  },
);
