import { element } from "./element.ts";

/** How long the button says what came of it (ms). */
const SAID = 1600;

/** A button that copies a text, which is read when it is pressed, and says what came of it. */
export function copyButton(
  words: string,
  text: () => string,
  className: "quiet" | "act" = "quiet",
): HTMLButtonElement {
  const say = (answer: string) => {
    button.textContent = answer;
    setTimeout(() => (button.textContent = words), SAID);
  };
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => say("Copied"),
      () => say("The browser does not let this page copy"),
    );
  const button = element(
    "button",
    { type: "button", className, onclick: () => void copy(), attributes: { "aria-live": "polite" } },
    words,
  );
  return button;
}
