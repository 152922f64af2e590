/**
 * 60 slider events a second for 10 seconds, while the dearest figure of the first notebook is in view, as the page opens
 * and with as many steps and modes as it has: the time from frame to frame, which is what a reader sees as smooth or not,
 * and how many pictures after the last event were not yet the last one.
 */
import { newPage, withOpenSite } from "./support/site.mjs";
import { sendSliderEvents } from "./support/slider-events.mjs";
import { row } from "./support/statistics.mjs";

export const title = "60 slider events a second";

const STATES = ["", "?kappa=100000&modes=60"];
const FIGURE = "#cell-51";

export async function measure() {
  return withOpenSite(async ({ url, browser }) => {
    const rows = [];
    for (const link of STATES) {
      const page = await newPage(browser);
      await page.goto(`${url}01-quadratic.html${link}`);
      await page.evaluate("notebook.settled");
      await page.locator(FIGURE).scrollIntoViewIfNeeded();
      const how = { control: "betaControl", figure: FIGURE, rate: 60 };
      await page.evaluate(sendSliderEvents, { ...how, events: 60 }); // until the compilers have seen it all
      const { frames, after } = await page.evaluate(sendSliderEvents, { ...how, events: 600 });
      const state = link || "as it opens";
      rows.push(row(`${state}: from frame to frame`, "ms", frames));
      const stale = after.slice(1).filter((curves) => curves !== after.at(-1));
      rows.push(
        row(`${state}: stale pictures after the last event`, "pictures", [stale.length], {
          goal: { most: 1 },
        }),
      );
      await page.context().close();
    }
    return rows;
  });
}
