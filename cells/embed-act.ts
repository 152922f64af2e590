import { embedSnippet } from "../page/embed-snippet.ts";
import { element } from "./element.ts";

/** How long a button says what came of it (ms). */
const SAID = 1600;

/** “Embed”: copies the html that shows a theorem, as it stands now, on a page of one's own; nothing where that cannot be. */
export function embedAct(theorem: string, title: string): HTMLElement[] {
  if (embedSnippet(theorem, title) === null) return [];
  const button = element(
    "button",
    { type: "button", className: "quiet", attributes: { "aria-live": "polite" } },
    "Embed",
  );
  const say = (text: string) => {
    button.textContent = text;
    setTimeout(() => (button.textContent = "Embed"), SAID);
  };
  button.addEventListener("click", () => {
    // Read now: the address holds the present state.
    navigator.clipboard.writeText(embedSnippet(theorem, title) ?? "").then(
      () => say("Copied"),
      () => say("The browser does not let this page copy"),
    );
  });
  return [button];
}
