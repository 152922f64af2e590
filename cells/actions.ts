import { undo } from "../page/link.ts";
import { element } from "./element.ts";

/** What can be done with the state of a page, in a quiet line: given acts first, then Undo. Reset stands above the page. */
export function actions(...acts: HTMLElement[]): HTMLElement {
  return element("div", { className: "actions" }, ...acts, quiet("Undo", undo));
}

function quiet(text: string, act: () => void): HTMLElement {
  return element("button", { type: "button", className: "quiet", onclick: act }, text);
}
