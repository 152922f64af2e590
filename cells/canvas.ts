import type { Size } from "../figures/chart.ts";

/** Narrower than this there is no figure to draw: the page is still being laid out. */
const LEAST_WIDTH = 160;

/**
 * Calls `draw` with the element's size whenever it is seen in a new size, and on request. The width is read when
 * the layout changes, never between two writes; while the element is off screen, the request waits.
 */
export function whenSeen(element: HTMLElement, draw: (size: Size) => void): () => void {
  let width = 0;
  let seen = false;
  let pending = false;
  const phone = matchMedia("(max-width: 759px)");
  const attempt = () => {
    if (!pending || !seen || width < LEAST_WIDTH) return;
    pending = false;
    try {
      draw({ width, narrow: phone.matches });
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
    const next = Math.floor(entries.at(-1)?.contentRect.width ?? 0);
    if (next === width) return;
    width = next;
    request();
  }).observe(element);
  new IntersectionObserver(
    (entries) => {
      seen = entries.at(-1)?.isIntersecting ?? false;
      attempt();
    },
    { rootMargin: "300px" },
  ).observe(element);
  return request;
}

function problem(error: unknown): HTMLElement {
  const note = document.createElement("p");
  note.className = "cell-error";
  note.setAttribute("role", "alert");
  note.textContent = String(error);
  return note;
}
