import { element } from "./element.ts";

/** What is wrong with what a reader gave, in its place. */
export interface Complaint extends HTMLElement {
  /** Nothing is wrong where the message is empty. */
  show(message: string): void;
}

/** A line for what is wrong, which is told to a screen reader when it comes. */
export function complaint(): Complaint {
  const root = element("p", { className: "field-problem", hidden: true, attributes: { role: "alert" } });
  return Object.assign(root, {
    show(message: string) {
      if (message === root.textContent) return;
      root.textContent = message;
      root.hidden = message === "";
    },
  });
}
