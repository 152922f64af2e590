/* global notebook, document, MutationObserver, performance, requestAnimationFrame, setTimeout, Event -- in the page */

/**
 * Sends events to a slider of a notebook's page, as many a second as said, over its middle half and back; runs in the page.
 * Resolves, once the figure that is watched has come to rest, to the last value, the times between frames (ms) while events
 * came, and what the figure showed when the last of them came and each time that it was drawn after that: its curves.
 *
 * @param {{control: string, figure: string, events: number, rate: number}} how `control` is a variable of the notebook,
 * `figure` a selector
 * @returns {Promise<{last: number, frames: number[], after: string[]}>}
 */
export async function sendSliderEvents({ control, figure, events, rate }) {
  const slider = await notebook.value(control);
  const track = slider.querySelector("input[type=range]");
  const canvas = document.querySelector(`${figure} .canvas`);
  const curves = () =>
    Array.from(canvas.querySelectorAll("path"), (path) => path.getAttribute("d")).join("\n");
  const frame = () => new Promise(requestAnimationFrame);
  const frames = [];
  let isOver = false;
  const watchFrames = async () => {
    for (let last = await frame(); !isOver;) {
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
  };
  const watching = watchFrames();

  const start = performance.now();
  for (let sent = 0; sent < events;) {
    // What is late is sent at once: the page gets every event, however busy it is.
    for (; sent < events && performance.now() - start >= (1000 * sent) / rate; sent++) {
      track.value = String(0.5 + 0.25 * Math.sin(sent / 7));
      track.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  isOver = true;
  await watching;
  const after = [curves()];
  const mutations = new MutationObserver(() => after.push(curves()));
  mutations.observe(canvas, { attributes: true, childList: true, subtree: true });
  // Far longer than the figure takes; what follows a pause of the reader comes in this time, too.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await frame();
  mutations.disconnect();
  return { last: slider.value, frames, after };
}
