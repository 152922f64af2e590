/** Follows a pointer from `start` until it is let go: `move` for every place, `end` once, whatever ends it. */
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
  element.setPointerCapture(start.pointerId);
  element.addEventListener("pointermove", move);
  element.addEventListener("lostpointercapture", stop, { once: true });
}
