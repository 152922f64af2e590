import { element } from "./element.ts";

/** A text to copy that stays in place while it changes. */
export interface CodeBlock extends HTMLElement {
  show(text: string): void;
}

/** How long the button says what came of it (ms). */
const SAID = 1600;

/** Code in a box of its own, with a button that copies it; what scrolls can be reached by keyboard. */
export function codeBlock(name: string): CodeBlock {
  const text = element("pre", {
    className: "code-block",
    tabIndex: 0,
    attributes: { role: "region", "aria-label": name },
  });
  const copy = element(
    "button",
    { type: "button", className: "act", attributes: { "aria-live": "polite" } },
    "Copy the code",
  );
  const say = (words: string) => {
    copy.textContent = words;
    setTimeout(() => (copy.textContent = "Copy the code"), SAID);
  };
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(text.textContent).then(
      () => say("Copied"),
      () => say("The browser does not let this page copy"),
    );
  });
  return Object.assign(element("div", {}, text, element("div", { className: "actions" }, copy)), {
    show(next: string) {
      text.textContent = next;
    },
  });
}
