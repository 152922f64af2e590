import { expect, it } from "vitest";
import { sendSliderEvents } from "../../bench/support/slider-events.mjs";
import { openPage } from "../support/browser.ts";

const LINK = "?kappa=100000&modes=60";

it.each([
  ["the dearest figure", "#cell-51", "betaControl", "beta"],
  ["the figures beside the handle", "[data-place=lower]", "kappaControl", "kappa"],
])(
  "60 events a second on %s: the last wins, and at most one stale picture is seen",
  async (_, figure, control, key) => {
    const { page, messages } = await openPage(`01-quadratic.html${LINK}`);
    await page.locator(figure).scrollIntoViewIfNeeded();
    await page.locator(`${figure} .canvas > svg`).waitFor();
    // Two seconds of them; `npm run bench -- events` sends them for ten.
    const { last, after } = await page.evaluate(sendSliderEvents, { figure, control, events: 120, rate: 60 });
    const final = after.at(-1)!;
    // The first is what was on the screen when the last event came.
    const stale = after.slice(1).filter((curves) => curves !== final);
    expect(stale.length).toBeLessThanOrEqual(1);

    // The same state, opened by its link, has the same picture.
    const { page: fresh } = await openPage(
      `01-quadratic.html${LINK.replace(/kappa=\d+/, (kappa) => (key === "kappa" ? "" : kappa))}&${key}=${last}`,
    );
    await fresh.locator(figure).scrollIntoViewIfNeeded();
    await fresh.locator(`${figure} .canvas > svg`).waitFor();
    const { after: expected } = await fresh.evaluate(sendSliderEvents, {
      figure,
      control,
      events: 0,
      rate: 60,
    });
    expect(final).toBe(expected.at(-1));
    expect(messages).toEqual([]);
  },
);
