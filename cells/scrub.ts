import { drag } from "./drag.ts";
import { element } from "./element.ts";
import { showHeld } from "./held.ts";
import type { Slider } from "./slider.ts";

/** How many pixels of dragging go through a slider's whole range. */
const LENGTH = 600;

/**
 * A number in the prose that can be dragged, or moved by the arrow keys: another face of a slider. `before` is
 * what stands before the number.
 */
export function scrub(slider: Slider, name: string, before = ""): HTMLElement {
  const number = element("span", {
    className: "scrub",
    attributes: { role: "slider", "aria-label": name },
  });
  const show = () => {
    number.textContent = before + slider.text;
    number.setAttribute("aria-valuemin", String(slider.min));
    number.setAttribute("aria-valuemax", String(slider.max));
    number.setAttribute("aria-valuenow", String(slider.shown));
    showHeld(number, slider.held);
    number.setAttribute("aria-valuetext", slider.spoken);
  };
  number.addEventListener("pointerdown", (event) => {
    if (!slider.held) return;
    const from = slider.shown;
    const follow = ({ clientX }: PointerEvent) =>
      slider.set(slider.shifted((clientX - event.clientX) / LENGTH, from));
    drag(number, event, follow, slider.commit);
  });
  number.addEventListener("keydown", (event) => {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as
      1 | -1 | undefined;
    if (!direction || !slider.held) return;
    event.preventDefault();
    slider.set(slider.nudged(direction, event.shiftKey));
    slider.commit();
  });
  slider.addEventListener("input", show);
  slider.addEventListener("follow", show);
  show();
  return number;
}
