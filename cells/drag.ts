/**
 * Where events are in an element, in pixels of its own: on a projector they are larger than those of the screen. The
 * element's place is read once, now.
 */
export function placesIn(element: HTMLElement): (event: PointerEvent) => { x: number; y: number } {
  const { left, top, width } = element.getBoundingClientRect();
  const enlargement = width / element.offsetWidth || 1;
  return ({ clientX, clientY }) => ({ x: (clientX - left) / enlargement, y: (clientY - top) / enlargement });
}

/**
 * Follows a pointer from `start` until it is let go: `move` for every place, `end` once, whatever ends it. It is no
 * selection of text, for which the browser would look at every move what lies under the pointer.
 */
export function drag(
  element: HTMLElement,
  start: PointerEvent,
  move: (event: PointerEvent) => void,
  end: () => void,
): void {
  const stop = () => {
    element.removeEventListener("pointermove", move);
    end();
  };
  start.preventDefault();
  element.focus({ preventScroll: true });
  element.setPointerCapture(start.pointerId);
  element.addEventListener("pointermove", move);
  element.addEventListener("lostpointercapture", stop, { once: true });
}
