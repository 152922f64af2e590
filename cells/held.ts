/**
 * Says whether a handle can be held; only then the keyboard reaches it. Nothing is written that stands there already:
 * a tabindex of what has the focus, even the same one, has the browser style the page at once, in the middle of a drag.
 */
export function showHeld(handle: HTMLElement, held: boolean): void {
  if (handle.getAttribute("aria-disabled") === String(!held)) return;
  handle.setAttribute("aria-disabled", String(!held));
  if (held) handle.tabIndex = 0;
  else handle.removeAttribute("tabindex");
}
