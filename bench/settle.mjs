/**
 * Letting a slider go: from the mouse event's own timeStamp, which is given outside of the page's thread, to the first task after the frame in which
 * the curves of the networks at its last value are drawn to their last step, with the workers and the pictures that follow them in between. The slider is
 * dragged there by real mouse events, sixty a second, so that the release finds the page as busy as a reader would leave it.
 *
 * Another drag is traced: the longest task of the page's thread from the first move until everything has come to rest, by the clock and by the processor's
 * time, which does not count what other programs take.
 */
import { mouseOf, trackOf } from "./support/moves.mjs";
import { newPage, withOpenSite } from "./support/site.mjs";
import { row } from "./support/statistics.mjs";
import { longestTask } from "./support/trace.mjs";

export const title = "From letting a slider go to the curves drawn";

/** Drags of each kind. */
const DRAGS = 5;
const MOVES = 20;
/** Between two moves (ms). */
const GAP = 16;
/** What follows a pause of the reader, verdicts over seeds apart, comes in this time (ms). */
const REST = 3000;
const LONGEST_TASK = { most: 50 };

/** Where the slider is dragged to, as a share of its length, and from where; how many methods, and points of each, are waited for. */
const PAGES = [
  {
    page: "04-relu.html",
    control: "widthControl",
    watched: ["training", "payWords"],
    drags: [
      { name: "m = 10⁶, three methods", from: 0.5, to: 1, curves: 3, points: 101, goal: { most: 1500 } },
      { name: "m = 10⁴, three methods", from: 0.8, to: 0.5, curves: 3, points: 101, goal: { most: 150 } },
    ],
  },
  {
    page: "05-deep-linear.html",
    control: "depthControl",
    watched: ["training", "curves"],
    drags: [
      { name: "100 layers, the first method", from: 0.6, to: 1, curves: 1, points: 201, goal: { most: 500 } },
      { name: "100 layers, three methods", from: 0.6, to: 1, curves: 3, points: 201, goal: null },
    ],
  },
];

export async function measure() {
  return withOpenSite(async ({ url, browser }) => {
    const rows = [];
    for (const { page: file, control, watched, drags } of PAGES) {
      const page = await newPage(browser);
      await page.goto(url + file);
      await page.evaluate("notebook.settled");
      await page.evaluate(watchCurves, { control, watched });
      for (const drag of drags) rows.push(...(await dragged(browser, page, control, drag)));
      await page.context().close();
    }
    return rows;
  });
}

async function dragged(browser, page, control, { name, goal, ...drag }) {
  const times = [];
  for (let i = 0; i <= DRAGS; i++) {
    const latency = await dragOnce(page, control, drag);
    // The first is for the compilers.
    if (i > 0) times.push(latency);
  }
  const task = await longestTask(browser, page, () => dragOnce(page, control, drag));
  const note = `${task.processor.toFixed(0)} ms of the processor's time`;
  return [
    row(`${name}: let go to drawn`, "ms", times, { goal }),
    row(`${name}: longest task of the page's thread`, "ms", [task.clock], { goal: LONGEST_TASK, note }),
  ];
}

/** Brings the slider to where it starts, waits for rest, drags, and lets go; the time until all is drawn. */
async function dragOnce(page, control, { from, to, curves, points }) {
  await page.evaluate(placeSlider, { control, share: from });
  await page.waitForTimeout(REST);
  const { left, width, y } = await trackOf(page, control);
  const at = (share) => left + share * width;
  const mouse = await mouseOf(page);
  await page.evaluate("startWatching()");
  await mouse.press(at(from), y);
  for (let i = 1; i <= MOVES; i++) {
    await mouse.move(at(from + (i / MOVES) * (to - from)), y);
    await page.waitForTimeout(GAP);
  }
  await mouse.release(at(to), y);
  const latency = await page.evaluate(({ curves, points }) => drawnAfter(curves, points), { curves, points });
  await page.waitForTimeout(REST);
  await mouse.leave();
  return latency;
}

/* global notebook, addEventListener, MessageChannel, requestAnimationFrame, performance, Event, drawnAfter -- in the page */
async function placeSlider({ control, share }) {
  const slider = await notebook.value(control);
  const track = slider.querySelector("input[type=range]");
  track.value = String(share);
  track.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Defines startWatching() and drawnAfter(curves, points): when, after the release, so many curves of the last value had so many points. */
async function watchCurves({ control, watched }) {
  const slider = await notebook.value(control);
  const { port1, port2 } = new MessageChannel();
  const pointsOf = (run) => (run.curves?.losses ?? run.losses)?.length ?? 0;
  let released = null;
  let told = [];
  let waiting = () => {};
  const fulfilled = ([run, value]) => {
    if (value !== slider.value) return;
    const result = run.state === "finished" ? run.result : run.progress;
    const lengths = (result?.runs ?? result ?? []).map((one) => (one ? pointsOf(one) : 0));
    // The message of a frame is read after its style, layout and paint.
    requestAnimationFrame(() => {
      port1.addEventListener("message", () => (told.push({ lengths, at: performance.now() }), waiting()), {
        once: true,
      });
      port2.postMessage(null);
    });
  };
  port1.start();
  const chosen = control.replace("Control", "Chosen");
  notebook.main.variable({ fulfilled }).define([...watched, chosen], (run, _, value) => [run, value]);
  addEventListener("pointerup", ({ timeStamp }) => (released = timeStamp), { capture: true });
  globalThis.startWatching = () => {
    released = null;
    told = [];
  };
  globalThis.drawnAfter = (curves, points) =>
    new Promise((resolve) => {
      waiting = () => {
        const drawn = told.find(
          ({ lengths }) => lengths.filter((length) => length >= points).length >= curves,
        );
        if (drawn && released !== null) resolve(Math.max(0, drawn.at - released));
      };
      waiting();
    });
}
