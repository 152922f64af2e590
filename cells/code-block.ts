import { copyButton } from "./copy-button.ts";
import { element } from "./element.ts";

/** A text to copy that stays in place while it changes. */
export interface CodeBlock extends HTMLElement {
  show(text: string): void;
}

/** Code in a box of its own, with a button that copies it; what scrolls can be reached by keyboard. */
export function codeBlock(name: string): CodeBlock {
  const text = element("pre", {
    className: "code-block",
    tabIndex: 0,
    attributes: { role: "region", "aria-label": name },
  });
  const copy = copyButton("Copy the code", () => text.textContent, "act");
  return Object.assign(element("div", {}, text, element("div", { className: "actions" }, copy)), {
    show(next: string) {
      text.textContent = next;
    },
  });
}
