import type { Size } from "../figures/chart.ts";

/** Narrower than this there is no figure to draw: the page is still being laid out. */
const LEAST_WIDTH = 160;

/** How long what is off screen must be left alone before it takes the room that it would need by now (ms). */
const REST = 300;

/**
 * Calls `draw` with the element's size on request, and then whenever it is seen in a new size. The size is read when
 * the layout changes, never between two writes; while the element is off screen, the request waits, but for a
 * print of the page. The height is given only where it does not follow from what is drawn. So that nothing
 * moves under the reader's eyes when it is drawn at last, it has its room before: `room` says how high it will be (px),
 * or makes it so and gives null.
 */
export function whenSeen(
  element: HTMLElement,
  draw: (size: Size) => void,
  room: (size: Size) => number | null = () => null,
): () => void {
  let width = 0;
  let height: number | undefined;
  let seen = false;
  let asked = false;
  let pending = false;
  let widthOfRoom = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const phone = matchMedia("(max-width: 759px)");
  const attempt = (act: (size: Size) => void) => {
    try {
      act({ width, narrow: phone.matches, ...(height === undefined ? {} : { height }) });
    } catch (error) {
      // Drawn long after its cell has run, so that its error can only be told here, in its place.
      element.replaceChildren(problem(error));
    }
  };
  const takeRoom = (size: Size) => {
    const needed = room(size);
    element.style.minHeight = needed === null ? "" : `${needed}px`;
  };
  const drawIfSeen = () => {
    if (!pending || !seen || width < LEAST_WIDTH) return;
    pending = false;
    clearTimeout(timer);
    element.style.minHeight = "";
    attempt(draw);
  };
  const keepRoom = () => {
    if (!pending || width < LEAST_WIDTH || height !== undefined) return;
    clearTimeout(timer);
    if (width === widthOfRoom) timer = setTimeout(() => attempt(takeRoom), REST);
    else attempt(takeRoom);
    widthOfRoom = width;
  };
  const update = () => {
    pending = true;
    drawIfSeen();
    keepRoom();
  };
  // Observers may tell several things at once: the last is how it is now.
  new ResizeObserver((entries) => {
    const box = entries.at(-1)?.contentRect;
    const next = Math.floor(box?.width ?? 0);
    const nextHeight = box && hasOwnHeight(element) ? Math.floor(box.height) : undefined;
    if (next === width && nextHeight === height) return;
    width = next;
    height = nextHeight;
    if (asked) update();
  }).observe(element);
  new IntersectionObserver(
    (entries) => {
      seen = entries.at(-1)?.isIntersecting ?? false;
      drawIfSeen();
    },
    { rootMargin: "300px" },
  ).observe(element);
  addEventListener("beforeprint", () => {
    const before = seen;
    seen = true;
    drawIfSeen();
    seen = before;
  });
  return () => {
    asked = true;
    update();
  };
}

/** Whether the element is as high as its place makes it, whatever is drawn in it. */
function hasOwnHeight(element: HTMLElement): boolean {
  return /(^| )(size|strict)/.test(getComputedStyle(element).contain);
}

function problem(error: unknown): HTMLElement {
  const note = document.createElement("p");
  note.className = "cell-error";
  note.setAttribute("role", "alert");
  note.textContent = String(error);
  return note;
}
