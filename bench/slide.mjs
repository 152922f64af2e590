/**
 * Dragging a slider with real mouse events while the three pictures at the head of a notebook, all in closed form, follow: from the event's own timeStamp to the
 * first task after the frame that shows it, as in drag.mjs.
 */
import { mouseOf, trackOf, until, watchPictures } from "./support/moves.mjs";
import { profiled } from "./support/profile.mjs";
import { newPage, withOpenSite } from "./support/site.mjs";
import { row } from "./support/statistics.mjs";

export const title = "Dragging a slider over figures in closed form, from mouse event to painted";

const PAGES = [
  // The variable that has the slider's value: kappa is that of the spectrum, another double.
  { page: "01-quadratic.html", control: "kappaControl", input: "kappaChosen" },
  { page: "07-flows.html", control: "dampingControl", input: "damping" },
  { page: "07-flows.html", control: "kappaControl", input: "kappa" },
  { page: "08-high-resolution.html", control: "betaControl", input: "beta" },
  { page: "08-high-resolution.html", control: "etaControl", input: "eta" },
];
const PICTURES = ["[data-place=stage]", "[data-place=upper]", "[data-place=lower]"];
const MOVES = 240;
/** Until the compilers have seen it all. */
const FIRST_MOVES = 60;
/** From one move to the next (ms), so that a page that takes no longer answers each. */
const gap = (i) => 34 + 17 * ((i * 0.618) % 1);

export async function measure() {
  return withOpenSite(async ({ url, browser }) => {
    const rows = [];
    for (const { page: file, control, input } of PAGES) {
      const page = await newPage(browser);
      await page.goto(url + file);
      await page.evaluate("notebook.settled");
      await page.evaluate(watchPictures, { inputs: { [control]: input }, selectors: PICTURES });
      await slide(page, control, FIRST_MOVES);
      await page.evaluate("startMoves()");
      await slide(page, control, MOVES);
      const latencies = await page.evaluate("moveLatencies()");
      rows.push(
        row(`${file}, ${input}: event to painted`, "ms", latencies, { goal: { most: 33, of: 0.95 } }),
      );
      const { milliseconds, summary } = await profiled(page, () => slide(page, control, MOVES));
      rows.push(
        row(`${file}, ${input}: in lib, per move (mean)`, "ms", [(milliseconds.get("lib") ?? 0) / MOVES], {
          goal: { most: 4 },
          note: summary(MOVES, "of the processor's time per move"),
        }),
      );
      await page.context().close();
    }
    return rows;
  });
}

/** Over the middle half of the slider, forth and back. */
async function slide(page, control, moves) {
  const { left, width, y } = await trackOf(page, control);
  const at = (share) => left + share * width;
  const mouse = await mouseOf(page);
  await mouse.press(at(0.5), y);
  const sent = [];
  let due = performance.now();
  for (let i = 1; i <= moves; i++) {
    due += gap(i);
    await until(due);
    sent.push(mouse.move(at(0.5 + 0.25 * Math.sin((4 * Math.PI * i) / moves)), y));
  }
  await Promise.all(sent);
  await page.evaluate("new Promise(requestAnimationFrame)");
  await mouse.release(at(0.5), y);
  await mouse.leave();
}
