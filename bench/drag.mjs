/**
 * Dragging the handle of the first notebook over the whole map, with real mouse events (sent through the browser's own
 * debugging protocol), while map, bowl and error curve are in view.
 *
 * The number is the time from the mouse event's own timeStamp, which is given outside of the page's thread, to the first
 * task after the frame in which all three pictures show that event's η and β: waiting for a frame, computing, drawing,
 * style, layout and paint are all in it. Where the browser merges events, the oldest of them counts; where an event is
 * overtaken before it is drawn, the frame that shows its successor counts. Then the compositor takes over. How long it
 * takes until it has put the frame on the screen is the browser's own measurement (EventLatency in a trace of another
 * drag), and is another row; the trace has a time for fewer events than were sent, so it can be the smaller
 * number of the two. A browser without a display, which draws with the processor, is slower here than one on a desk.
 */
import { mouseOf, until, watchPictures } from "./support/moves.mjs";
import { profiled } from "./support/profile.mjs";
import { newPage, withOpenSite } from "./support/site.mjs";
import { presentationTimes } from "./support/trace.mjs";
import { row } from "./support/statistics.mjs";

export const title = "Dragging the handle, from mouse event to painted";

const GOAL = { most: 33, of: 0.95 };
const KERNEL_GOAL = { most: 4 };
const DRAGS = [
  { name: "a move now and then", moves: 240, gap: (i) => 34 + 17 * ((i * 0.618) % 1), goal: GOAL },
  { name: "125 events a second", moves: 500, gap: () => 8, goal: GOAL },
];

/** Where the drag takes place: as the page opens, and with as many steps and modes as the page has. */
const STATES = [
  { link: "", goal: true },
  { link: "?kappa=100000&modes=60", goal: false },
];

export async function measure() {
  return withOpenSite(async ({ url, browser }) => {
    const rows = [];
    for (const { link, goal } of STATES)
      rows.push(...(await dragAt(browser, `${url}01-quadratic.html${link}`, link || "as it opens", goal)));
    return rows;
  });
}

async function dragAt(browser, address, state, judged) {
  const page = await newPage(browser);
  await page.goto(address);
  await page.evaluate("notebook.settled");
  await page.evaluate(watchPictures, {
    inputs: { etaControl: "eta", betaControl: "beta" },
    selectors: [".plane", "[data-place=upper]", "[data-place=lower]"],
  });
  await drag(page, { moves: 60, gap: () => 16 }); // until the compilers have seen it all
  const rows = [];
  for (const { name, goal, ...pattern } of DRAGS) {
    const { latencies, presented } = await timedDrag(page, browser, pattern);
    const about = `${state}, ${name}`;
    rows.push(row(`${about}: event to painted`, "ms", latencies, { goal: judged ? goal : null }));
    rows.push(row(`${about}: event to on the screen`, "ms", presented));
  }
  rows.push(...(await shares(page, state, judged)));
  await page.context().close();
  return rows;
}

/** One drag; the latencies of its moves by the page's clock and, from another drag under trace, by the browser's. */
async function timedDrag(page, browser, pattern) {
  await page.evaluate("startMoves()");
  await drag(page, pattern);
  const latencies = await page.evaluate("moveLatencies()");
  const presented = await presentationTimes(browser, page, () => drag(page, pattern));
  return { latencies, presented };
}

/** What a move costs the processor, by the origin of the code. */
async function shares(page, state, judged) {
  const { moves, gap } = DRAGS[0];
  await page.evaluate("startMoves()");
  const { milliseconds, summary } = await profiled(page, () => drag(page, { moves, gap }));
  const { length } = await page.evaluate("moveLatencies()");
  const kernels = (milliseconds.get("lib") ?? 0) / length;
  const note = summary(length, "of the processor's time per move");
  const goal = judged ? KERNEL_GOAL : null;
  return [row(`${state}: in lib, per move (mean)`, "ms", [kernels], { goal, note })];
}

/** Takes the handle along a curve that comes near every corner of the map, and lets go where it began. */
async function drag(page, { moves, gap }) {
  const map = await page.locator(".plane .canvas > svg").boundingBox();
  const handle = await page.locator(".opening .handle").boundingBox();
  const start = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  const mouse = await mouseOf(page);
  await mouse.press(start.x, start.y);
  const sent = [];
  let due = performance.now();
  for (let i = 1; i <= moves; i++) {
    const share = i === moves ? 0 : Math.min(1, i / 10, (moves - i) / 10);
    const x = map.x + map.width * (0.5 + 0.42 * Math.sin((6 * Math.PI * i) / moves));
    const y = map.y + map.height * (0.45 + 0.4 * Math.cos((10 * Math.PI * i) / moves));
    due += gap(i);
    await until(due);
    sent.push(mouse.move(start.x + share * (x - start.x), start.y + share * (y - start.y)));
  }
  await Promise.all(sent);
  await page.evaluate("new Promise(requestAnimationFrame)");
  await mouse.release(start.x, start.y);
  await mouse.leave();
}
