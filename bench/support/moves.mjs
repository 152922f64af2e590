/** Moves of a mouse, and when the pictures that follow them are painted. */

/** Waits until performance.now() is `time`. */
export function until(time) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}

/** A mouse whose moves do not wait for one another, as those of a hand do not: press, move and release at (x, y). */
export async function mouseOf(page) {
  const session = await page.context().newCDPSession(page);
  const event = (type, buttons) => (x, y) =>
    session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons, clickCount: 1 });
  return {
    press: event("mousePressed", 1),
    move: event("mouseMoved", 1),
    release: event("mouseReleased", 0),
    leave: () => session.detach(),
  };
}

/** Scrolls to a slider, since a mouse reaches only what is in the window, and tells where its track is: {left, width, y}. */
export function trackOf(page, control) {
  return page.evaluate(placeOfTrack, control);
}

/* global document, notebook, addEventListener, MutationObserver, MessageChannel, requestAnimationFrame -- in the page */
async function placeOfTrack(control) {
  const slider = await notebook.value(control);
  const track = slider.querySelector("input[type=range]");
  track.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = track.getBoundingClientRect();
  return { left, width, y: top + height / 2 };
}

/**
 * Runs in the page. Defines startMoves() and moveLatencies(): what has come of the moves since, as the times from an event to the first task after the
 * frame in which all the pictures show it. `inputs`: the controls that are moved and the variables that have their values; `selectors` of what holds the pictures.
 */
export async function watchPictures({ inputs, selectors }) {
  const controls = await Promise.all(Object.keys(inputs).map((name) => notebook.value(name)));
  let moves = [];
  addEventListener("pointermove", (event) => {
    const [oldest = event] = event.getCoalescedEvents();
    moves.push({ at: oldest.timeStamp, setting: null, drawn: false, painted: null });
  });

  let computed = "";
  // Noted when it is computed, and not when the runtime tells of it: by then a picture may have been drawn.
  const note = (...values) => void (computed = values.join());
  notebook.main.variable(true).define(Object.values(inputs), note);
  const drawn = selectors.map(() => "");
  selectors.forEach((selector, i) => {
    const mutations = new MutationObserver(() => {
      drawn[i] = computed;
      if (drawn.some((setting) => setting !== computed)) return;
      const last = moves.findLastIndex(({ setting }) => setting === computed);
      for (const move of moves.slice(0, last + 1)) move.drawn = true;
    });
    const canvas = document.querySelector(`${selector} .canvas`);
    mutations.observe(canvas, { attributes: true, childList: true, subtree: true });
  });

  // The message of a frame is read after its style, layout and paint.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    for (const move of moves) if (move.drawn) move.painted ??= now;
  };
  const frame = () => {
    // A slider takes its value after the event, and before the frame; where it is what is drawn already, nothing follows.
    const setting = controls.map(({ value }) => value).join();
    const follows = drawn.some((one) => one !== setting);
    moves = moves.filter((move) => move.setting !== null || follows);
    for (const move of moves) move.setting ??= setting;
    port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  frame();
  globalThis.startMoves = () => void (moves = []);
  globalThis.moveLatencies = () =>
    moves.filter(({ painted }) => painted).map(({ at, painted }) => painted - at);
}
