import type { Size } from "../figures/chart.ts";

/** Narrower than this there is no figure to draw: the page is still being laid out. */
const LEAST_WIDTH = 160;

/**
 * Calls `draw` with the element's size whenever it is seen in a new size, and on request. The size is read when
 * the layout changes, never between two writes; while the element is off screen, the request waits, but for a
 * print of the page. The height is given only where it does not follow from what is drawn.
 */
export function whenSeen(element: HTMLElement, draw: (size: Size) => void): () => void {
  let width = 0;
  let height: number | undefined;
  let seen = false;
  let pending = false;
  const phone = matchMedia("(max-width: 759px)");
  const attempt = () => {
    if (!pending || !seen || width < LEAST_WIDTH) return;
    pending = false;
    try {
      draw({ width, narrow: phone.matches, ...(height === undefined ? {} : { height }) });
    } catch (error) {
      // Drawn long after its cell has run, so that its error can only be told here, in its place.
      element.replaceChildren(problem(error));
    }
  };
  const request = () => {
    pending = true;
    attempt();
  };
  // Observers may tell several things at once: the last is how it is now.
  new ResizeObserver((entries) => {
    const box = entries.at(-1)?.contentRect;
    const next = Math.floor(box?.width ?? 0);
    const nextHeight = box && hasOwnHeight(element) ? Math.floor(box.height) : undefined;
    if (next === width && nextHeight === height) return;
    width = next;
    height = nextHeight;
    request();
  }).observe(element);
  new IntersectionObserver(
    (entries) => {
      seen = entries.at(-1)?.isIntersecting ?? false;
      attempt();
    },
    { rootMargin: "300px" },
  ).observe(element);
  addEventListener("beforeprint", () => {
    const before = seen;
    seen = true;
    attempt();
    seen = before;
  });
  return request;
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
